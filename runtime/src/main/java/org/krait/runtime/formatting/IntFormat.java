package org.krait.runtime.formatting;

import org.krait.runtime.Errors;
import org.krait.runtime.text.FormatSpec;
import org.krait.runtime.types.IntText;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code format} of ints. */
public final class IntFormat {
  private IntFormat() {}

  /** {@code format(value, text)}; an empty text has been dealt with. */
  public static PyStr format(PyInt value, PyStr text) {
    FormatSpec spec = FormatSpec.parse(text, value, 'd', '>');
    return switch (spec.type()) {
      case 'd', 'n' -> integer(value, spec, 10, "");
      case 'b' -> integer(value, spec, 2, "0b");
      case 'o' -> integer(value, spec, 8, "0o");
      case 'x' -> integer(value, spec, 16, "0x");
      case 'X' -> integer(value, spec, 16, "0X");
      case 'c' -> character(value, spec);
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' ->
          FloatFormat.format(value.doubleValue(), spec, value);
      default -> throw spec.unknownType(value);
    };
  }

  private static void check(FormatSpec spec) {
    if (spec.precision() >= 0) {
      throw Errors.valueError("Precision not allowed in integer format specifier");
    }
    if (spec.positiveZero()) {
      throw Errors.valueError("Negative zero coercion (z) not allowed in integer format specifier");
    }
  }

  private static PyStr integer(PyInt value, FormatSpec spec, int radix, String prefix) {
    check(spec);
    if (value instanceof PyLong small && small.value >= 0 && !spec.alternate() && spec.type() != 'X' && FloatFormat.isBare(spec)) {
      return NumberLayout.ofWhole(spec, digits(small.value, radix));
    }
    String digits = IntText.of(value, radix);
    boolean negative = digits.charAt(0) == '-';
    if (negative) {
      digits = digits.substring(1);
    }
    if (spec.type() == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    String sign = NumberLayout.sign(negative, spec.sign());
    return NumberLayout.of(spec, sign, spec.alternate() ? prefix : "", digits, "");
  }

  private static PyStr digits(long value, int radix) {
    return radix == 10 ? PyStr.ofDecimal(value) : PyStr.ofBits(value, Integer.numberOfTrailingZeros(radix), "");
  }

  private static PyStr character(PyInt value, FormatSpec spec) {
    check(spec);
    if (spec.sign() != 0) {
      throw Errors.valueError("Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate()) {
      throw Errors.valueError(
          "Alternate form (#) not allowed with integer format specifier 'c'");
    }
    long point = value.longValue();
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw Errors.overflowError("%c arg not in range(0x110000)");
    }
    if (spec.width() <= 1) {
      return PyStr.of((int) point);
    }
    return NumberLayout.padCharacter(spec, Character.toString((int) point));
  }
}
