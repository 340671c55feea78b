package org.krait.runtime.formatting;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.numbers.FloatText;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyStr;

/** {@code format} of floats. */
public final class FloatFormat {
  private static final int DEFAULT_PRECISION = 6;

  private FloatFormat() {}

  /** {@code format(value, text)}; an empty text has been dealt with. */
  public static PyStr format(PyFloat value, PyStr text) {
    return format(value.value, FormatSpec.parse(text, value, 0, '>'), value);
  }

  static PyStr format(double value, FormatSpec spec, PyObject owner) {
    String body = body(value, spec, owner, FloatText.DOT_ZERO);
    if (isBare(spec) && (body.charAt(0) != '-' || spec.align() != '=')) {
      return NumberLayout.ofWhole(spec, PyStr.ofUnits(body));
    }
    return lay(spec, body, NumberLayout.sign(body.charAt(0) == '-', spec.sign()));
  }

  /** Whether a number gets nothing but what fills it up. */
  static boolean isBare(FormatSpec spec) {
    return (spec.sign() == 0 || spec.sign() == '-') && spec.thousands() == 0 && spec.type() != 'n';
  }

  private static PyStr lay(FormatSpec spec, String body, String sign) {
    int start = body.charAt(0) == '-' ? 1 : 0;
    int end = wholeEnd(body, start);
    return NumberLayout.of(spec, sign, "", body.substring(start, end), body.substring(end));
  }

  /** Where the digits of the integral part end. */
  static int wholeEnd(String body, int start) {
    int end = start;
    while (end < body.length() && body.charAt(end) >= '0' && body.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /**
   * The number itself with its minus, not grouped.
   *
   * @param owner what is to be formatted, for messages
   * @param bareFlags flags for the form without a presentation type
   */
  static String body(double value, FormatSpec spec, PyObject owner, int bareFlags) {
    int flags = spec.alternate() ? FloatText.ALTERNATE : 0;
    if (spec.positiveZero()) {
      flags |= FloatText.NO_NEGATIVE_ZERO;
    }
    int precision = spec.precision();
    if (precision == Integer.MAX_VALUE) {
      throw Errors.valueError("precision too big");
    }
    int wanted = precision < 0 ? DEFAULT_PRECISION : precision;
    return switch (spec.type()) {
      case 0 ->
          precision < 0
              ? FloatText.format(value, 'r', 0, flags | bareFlags)
              : FloatText.format(value, 'g', precision, flags | bareFlags);
      case 'n' -> FloatText.format(value, 'g', wanted, flags);
      case '%' -> FloatText.format(value * 100, 'f', wanted, flags).concat("%");
      case 'e', 'E', 'f', 'F', 'g', 'G' ->
          FloatText.format(value, (char) spec.type(), wanted, flags);
      default -> throw spec.unknownType(owner);
    };
  }
}
