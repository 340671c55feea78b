package org.krait.runtime.types;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.numbers.FloatBits;
import org.krait.runtime.numbers.FloatParser;
import org.krait.runtime.numbers.FloatText;

/** Complex numbers as text and back. */
final class ComplexText {
  private ComplexText() {}

  /** {@code repr(value)}. */
  static String repr(PyComplex value) {
    String imaginary = FloatText.shortest(value.imag).concat("j");
    if (value.real == 0 && !FloatBits.isNegative(value.real)) {
      return imaginary;
    }
    String sign = imaginary.charAt(0) == '-' ? "" : "+";
    return "(" + FloatText.shortest(value.real) + sign + imaginary + ")";
  }

  /** The number that a stripped text spells: {@code 1}, {@code 2j}, {@code (1-2j)}. */
  static PyComplex parse(String text) {
    String inner = text;
    if (text.startsWith("(") && text.endsWith(")")) {
      inner = text.substring(1, text.length() - 1).strip();
    }
    return parseBare(inner.indexOf('_') < 0 ? inner : withoutUnderscores(inner));
  }

  private static PyException malformed() {
    return Errors.valueError("complex() arg is a malformed string");
  }

  private static PyComplex parseBare(String text) {
    int first = FloatParser.scan(text, 0);
    if (first > 0 && first == text.length()) {
      return new PyComplex(FloatParser.value(text), 0);
    }
    if (first > 0 && isSign(text, first)) {
      double real = FloatParser.value(text.substring(0, first));
      return new PyComplex(real, imaginary(text, first));
    }
    return new PyComplex(0, imaginary(text, 0));
  }

  /** The imaginary part that begins here and must be the rest: a float, a sign or nothing, and j. */
  private static double imaginary(String text, int from) {
    int end = FloatParser.scan(text, from);
    boolean number = end > from;
    if (!number && isSign(text, from)) {
      end++;
    }
    if (end != text.length() - 1 || (text.charAt(end) | 0x20) != 'j') {
      throw malformed();
    }
    if (number) {
      return FloatParser.value(text.substring(from, end));
    }
    return end > from && text.charAt(from) == '-' ? -1 : 1;
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  /** Underscores stand between two digits only. */
  private static String withoutUnderscores(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (!isDigit(text, i - 1) || !isDigit(text, i + 1)) {
        throw malformed();
      }
    }
    return text.replace("_", "");
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
