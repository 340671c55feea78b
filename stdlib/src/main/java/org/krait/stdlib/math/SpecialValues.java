package org.krait.stdlib.math;

import org.krait.runtime.types.PyComplex;

/**
 * What complex functions give where a part of the argument is not finite (annex G of the C standard).
 *
 * <p>Each table has a row for the real part and a column for the imaginary part: minus infinity, a
 * negative number, -0.0, 0.0, a positive number, infinity, NaN. An entry spells both parts of the
 * result: i infinity, z zero, u one, n NaN, p pi, h pi/2, q pi/4, t 3*pi/4, a capital for the negative;
 * two exclamation marks for a domain error, dots where both parts are finite.
 */
enum SpecialValues {
  ACOS(
      """
      ti pi pi pI pI tI ni
      hi .. .. .. .. hI nn
      hi .. .. .. .. hI hn
      hi .. .. .. .. hI hn
      hi .. .. .. .. hI nn
      qi zi zi zI zI qI ni
      ni nn nn nn nn nI nn
      """),
  ACOSH(
      """
      iT iP iP ip ip it in
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iQ iZ iZ iz iz iq in
      in nn nn nn nn in nn
      """),
  ASINH(
      """
      IQ IZ IZ Iz Iz Iq In
      IH .. .. .. .. Ih nn
      IH .. .. .. .. Ih nn
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iQ iZ iZ iz iz iq in
      in nn nZ nz nn in nn
      """),
  ATANH(
      """
      ZH ZH ZH Zh Zh Zh Zn
      ZH .. .. .. .. Zh nn
      ZH .. .. .. .. Zh Zn
      zH .. .. .. .. zh zn
      zH .. .. .. .. zh nn
      zH zH zH zh zh zh zn
      zH nn nn nn nn zh nn
      """),
  COSH(
      """
      !! Ii iz iZ II !! in
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nz
      !! .. .. .. .. !! nz
      !! .. .. .. .. !! nn
      !! II iZ iz Ii !! in
      nn nn nz nz nn nn nn
      """),
  EXP(
      """
      zz ZZ zZ zz Zz zz zz
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      !! II iZ iz Ii !! in
      nn nn nZ nz nn nn nn
      """),
  LOG(
      """
      iT iP iP ip ip it in
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iH .. .. .. .. ih nn
      iQ iZ iZ iz iz iq in
      in nn nn nn nn in nn
      """),
  SINH(
      """
      !! iI IZ Iz ii !! in
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! zn
      !! .. .. .. .. !! zn
      !! .. .. .. .. !! nn
      !! II iZ iz Ii !! in
      nn nn nZ nz nn nn nn
      """),
  SQRT(
      """
      iI zI zI zi zi ii ni
      iI .. .. .. .. ii nn
      iI .. .. .. .. ii nn
      iI .. .. .. .. ii nn
      iI .. .. .. .. ii nn
      iI iZ iZ iz iz ii in
      iI nn nn nn nn ii nn
      """),
  TANH(
      """
      Uz Uz UZ Uz UZ Uz Uz
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      !! .. .. .. .. !! nn
      uz uz uZ uz uZ uz uz
      nn nn nZ nz nn nn nn
      """),
  RECT(
      """
      !! ii Iz IZ iI !! in
      !! .. .. .. .. !! nn
      zz .. .. .. .. zz zz
      zz .. .. .. .. zz zz
      !! .. .. .. .. !! nn
      !! II iZ iz Ii !! in
      nn nn nz nz nn nn nn
      """);

  private static final int COLUMNS = 7;
  private final String table;

  SpecialValues(String table) {
    this.table = table.replaceAll("\\s", "");
  }

  /**
   * The value for an argument of which a part is not finite.
   *
   * @throws org.krait.runtime.PyException ValueError where there is none
   */
  PyComplex at(double real, double imag) {
    int at = 2 * (COLUMNS * kind(real) + kind(imag));
    if (table.charAt(at) == '!') {
      throw MathErrors.domain();
    }
    return new PyComplex(value(table.charAt(at)), value(table.charAt(at + 1)));
  }

  private static int kind(double x) {
    if (Double.isNaN(x)) {
      return 6;
    }
    boolean negative = Math.copySign(1.0, x) < 0;
    if (Double.isInfinite(x)) {
      return negative ? 0 : 5;
    }
    if (x == 0) {
      return negative ? 2 : 3;
    }
    return negative ? 1 : 4;
  }

  private static double value(char letter) {
    double magnitude =
        switch (Character.toLowerCase(letter)) {
          case 'i' -> Double.POSITIVE_INFINITY;
          case 'z' -> 0.0;
          case 'u' -> 1.0;
          case 'p' -> Math.PI;
          case 'h' -> Math.PI / 2;
          case 'q' -> Math.PI / 4;
          case 't' -> 3 * (Math.PI / 4);
          default -> Double.NaN;
        };
    return Character.isUpperCase(letter) ? -magnitude : magnitude;
  }
}
