package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.numbers.WideDivision;

/** Ints of 65 to 128 bits as text. */
final class PairText {
  /** 10**19 without a sign: with it, a half of the digits of 128 bits fits 64. */
  private static final long HALF = 0x8ac7230489e80000L;

  private static final int HALF_DIGITS = 19;

  private PairText() {}

  /** The decimal digits, with a minus before negative values. */
  static String of(PyInt value) {
    long low = PairArithmetic.magnitudeLow(value);
    long upper = WideDivision.divide(PairArithmetic.magnitudeHigh(value), low, HALF);
    byte[] text = new byte[2 * HALF_DIGITS + 2];
    int at = digits(text, text.length, low - upper * HALF, upper == 0 ? 1 : HALF_DIGITS);
    if (upper != 0) {
      at = digits(text, at, upper, 1);
    }
    if (value.signum() < 0) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
  }

  /** Writes digits to the left of {@code end}, at least so many; gives where the first stands. */
  private static int digits(byte[] text, int end, long value, int least) {
    int at = end;
    long left = value;
    if (left < 0) {
      long tens = Long.divideUnsigned(left, 10);
      text[--at] = (byte) ('0' + (left - tens * 10));
      left = tens;
    }
    while (left != 0 || end - at < least) {
      long tens = left / 10;
      text[--at] = (byte) ('0' + (left - tens * 10));
      left = tens;
    }
    return at;
  }

  /** The digits in radix 16, with a minus before negative values. */
  static String hexadecimal(PyInt value) {
    long high = PairArithmetic.magnitudeHigh(value);
    long low = PairArithmetic.magnitudeLow(value);
    byte[] text = new byte[2 * Long.BYTES * 2 + 1];
    int at = text.length;
    while ((high | low) != 0) {
      text[--at] = (byte) Character.forDigit((int) low & 15, 16);
      low = low >>> 4 | high << Long.SIZE - 4;
      high >>>= 4;
    }
    if (value.signum() < 0) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
  }
}
