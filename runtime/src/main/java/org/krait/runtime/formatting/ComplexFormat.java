package org.krait.runtime.formatting;

import org.krait.runtime.Errors;
import org.krait.runtime.numbers.FloatBits;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyStr;

/** {@code format} of complex numbers. */
public final class ComplexFormat {
  private ComplexFormat() {}

  /** {@code format(real + imag * 1j, text)}; an empty text has been dealt with. */
  public static PyStr format(PyComplex value, PyStr text) {
    FormatSpec spec = FormatSpec.parse(text, value, 0, '>');
    if (spec.fill() == '0') {
      throw Errors.valueError("Zero padding is not allowed in complex format specifier");
    }
    if (spec.align() == '=') {
      throw Errors.valueError(
          "'=' alignment flag is not allowed in complex format specifier");
    }
    if (spec.type() == '%') {
      throw spec.unknownType(value);
    }
    double real = value.real;
    boolean bare = spec.type() == 0;
    boolean noReal = bare && real == 0 && !FloatBits.isNegative(real);
    String imaginary = part(value.imag, spec, value, noReal ? spec.sign() : '+');
    if (noReal) {
      return NumberLayout.padText(spec, imaginary + "j");
    }
    String all = part(real, spec, value, spec.sign()) + imaginary + "j";
    return NumberLayout.padText(spec, bare ? "(" + all + ")" : all);
  }

  private static String part(double part, FormatSpec spec, PyComplex owner, char sign) {
    String body = FloatFormat.body(part, spec, owner, 0);
    boolean negative = body.charAt(0) == '-';
    int start = negative ? 1 : 0;
    int end = FloatFormat.wholeEnd(body, start);
    String whole = NumberLayout.grouped(spec, body.substring(start, end), 0);
    return NumberLayout.sign(negative, sign) + whole + body.substring(end);
  }
}
