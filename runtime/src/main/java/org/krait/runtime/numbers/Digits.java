package org.krait.runtime.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal digits of a finite, non-negative double: {@code 0.text * 10**point}.
 *
 * @param text digits without leading zeros (but "0" for zero); trailing zeros may be there or not
 * @param point how many digits stand before the decimal point
 */
record Digits(String text, int point) {
  private static final Digits ZERO = new Digits("0", 1);

  /** The shortest digits that read back as the same double, nearest to it. */
  static Digits shortest(double value) {
    if (value == 0) {
      return ZERO;
    }
    String java = Double.toString(value);
    int e = java.indexOf('E');
    String mantissa = e < 0 ? java : java.substring(0, e);
    int exponent = e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10);
    int dot = mantissa.indexOf('.');
    String all = mantissa.substring(0, dot).concat(mantissa.substring(dot + 1));
    int from = 0;
    while (all.charAt(from) == '0') {
      from++;
    }
    Digits digits = new Digits(all.substring(from), dot - from + exponent).stripped();
    return digits.text.length() == 2 && value < 1e-300 ? oneDigit(digits, value) : digits;
  }

  // Java prints at least two digits, so that it writes 4.9e-324 where 5e-324 would do.
  private static Digits oneDigit(Digits digits, double value) {
    int tens = digits.text.charAt(0) - '0';
    int best = digits.text.charAt(1) >= '5' ? tens + 1 : tens;
    Digits one = best == 10 ? new Digits("1", digits.point + 1) : new Digits("" + best, digits.point);
    return Double.parseDouble("0." + one.text + "E" + one.point) == value ? one : digits;
  }

  /** This many digits behind the decimal point, correctly rounded; empty when none but zeros. */
  static Digits fractional(double value, int places) {
    if (places <= ScaledDouble.MAX_SCALE) {
      long scaled = ScaledDouble.round(value, places);
      if (scaled >= 0) {
        String text = scaled == 0 ? "" : Long.toString(scaled);
        return new Digits(text, text.length() - places);
      }
    }
    BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
    String text = rounded.signum() == 0 ? "" : rounded.unscaledValue().toString();
    return new Digits(text, text.length() - places);
  }

  /** At most this many significant digits, correctly rounded. */
  static Digits significant(double value, int count) {
    if (value == 0) {
      return ZERO;
    }
    if (count <= 17) {
      Digits fast = significantFast(value, count);
      if (fast != null) {
        return fast;
      }
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN));
    String text = rounded.unscaledValue().toString();
    return new Digits(text, text.length() - rounded.scale()).stripped();
  }

  private static Digits significantFast(double value, int count) {
    int point = (int) Math.floor(Math.log10(value)) + 1;
    int scale = count - point;
    if (scale < 1 || scale >= ScaledDouble.MAX_SCALE) {
      return null;
    }
    long scaled = ScaledDouble.round(value, scale);
    // The logarithm can be one off, and rounding can carry into a further digit.
    if (scaled >= 0 && scaled < ScaledDouble.powerOfTen(count - 1)) {
      scaled = ScaledDouble.round(value, scale + 1);
      point--;
    }
    if (scaled <= 0 || scaled >= ScaledDouble.powerOfTen(count)) {
      return null;
    }
    return new Digits(Long.toString(scaled), point).stripped();
  }

  private Digits stripped() {
    int end = text.length();
    while (end > 1 && text.charAt(end - 1) == '0') {
      end--;
    }
    return end == text.length() ? this : new Digits(text.substring(0, end), point);
  }
}
