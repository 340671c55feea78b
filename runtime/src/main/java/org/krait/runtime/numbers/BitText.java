package org.krait.runtime.numbers;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Big integers in the radixes 2, 8 and 16, in time that grows with their length. */
public final class BitText {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private BitText() {}

  /** The digits of a value, with a minus before negative ones; {@code bits} of them make one digit. */
  public static String of(BigInteger value, int bits) {
    boolean negative = value.signum() < 0;
    byte[] magnitude = value.abs().toByteArray();
    int count = Math.max(1, (value.abs().bitLength() + bits - 1) / bits);
    int sign = negative ? 1 : 0;
    byte[] text = new byte[count + sign];
    text[0] = '-';
    long window = 0;
    int held = 0;
    int next = magnitude.length - 1;
    for (int at = text.length - 1; at >= sign; at--) {
      if (held < bits) {
        window |= next >= 0 ? (magnitude[next--] & 0xffL) << held : 0;
        held += 8;
      }
      text[at] = DIGITS[(int) window & (1 << bits) - 1];
      window >>>= bits;
      held -= bits;
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** The value of digits, each of which is worth so many bits. */
  public static BigInteger parse(String digits, int bits) {
    long length = digits.length() * (long) bits;
    byte[] magnitude = new byte[(int) ((length + 7) / 8)];
    int held = 0;
    int window = 0;
    int at = magnitude.length;
    for (int i = digits.length() - 1; i >= 0; i--) {
      window |= Character.digit(digits.charAt(i), 1 << bits) << held;
      held += bits;
      if (held >= 8) {
        magnitude[--at] = (byte) window;
        window >>>= 8;
        held -= 8;
      }
    }
    if (at > 0) {
      magnitude[0] = (byte) window;
    }
    return new BigInteger(1, magnitude);
  }
}
