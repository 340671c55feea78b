package org.krait.syntax.parser;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.krait.constants.Constant;

/** The values of number literals. */
final class NumberLiterals {
  /** So many digits an integer may always have. */
  private static final int ALWAYS_ALLOWED = 640;

  private NumberLiterals() {}

  /**
   * The value of a literal that the lexer accepted; null for an integer with too many digits.
   *
   * @param maxDigits how many it may have; 0 for any number
   */
  static Constant parse(byte[] source, int start, int end, int maxDigits) {
    if (end - start <= 18 && isDecimal(source, start, end)) {
      long value = 0;
      for (int i = start; i < end; i++) {
        value = value * 10 + (source[i] - '0');
      }
      return Constant.Int.of(value);
    }
    String text =
        new String(source, start, end - start, StandardCharsets.ISO_8859_1).replace("_", "");
    return parse(text, maxDigits);
  }

  private static boolean isDecimal(byte[] source, int start, int end) {
    for (int i = start; i < end; i++) {
      if (source[i] < '0' || source[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static Constant parse(String text, int maxDigits) {
    int radix = radix(text);
    if (radix != 10) {
      return new Constant.Int(bits(text, 2, text.length(), radix));
    }
    char last = text.charAt(text.length() - 1);
    if (last == 'j' || last == 'J') {
      return new Constant.Complex(
          0.0, Double.parseDouble(text.substring(0, text.length() - 1)));
    }
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return new Constant.Float(Double.parseDouble(text));
    }
    boolean tooLong =
        maxDigits > 0 && text.length() > ALWAYS_ALLOWED && text.length() > maxDigits;
    return tooLong ? null : new Constant.Int(new BigInteger(text));
  }

  /** By halves: {@link BigInteger} takes a time that grows with the square of the length. */
  private static BigInteger bits(String text, int start, int end, int radix) {
    if (end - start < 400) {
      return new BigInteger(text.substring(start, end), radix);
    }
    int middle = (start + end) >>> 1;
    int width = Integer.numberOfTrailingZeros(radix) * (end - middle);
    return bits(text, start, middle, radix).shiftLeft(width).or(bits(text, middle, end, radix));
  }

  private static int radix(String text) {
    if (text.length() < 3 || text.charAt(0) != '0') {
      return 10;
    }
    return switch (text.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }
}
