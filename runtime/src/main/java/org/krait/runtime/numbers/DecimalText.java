package org.krait.runtime.numbers;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Long decimal numbers, read in less than quadratic time, which BigInteger does not, and written. */
public final class DecimalText {
  /** Digits are read in pieces of this length, which are then multiplied together. */
  private static final int PLAIN = 400;

  /** From this many words on, BigInteger is quicker: it writes in less than quadratic time. */
  private static final int MANY_WORDS = 500;

  /** Nine digits at a time, which fit a word. */
  private static final int GROUP = 9;

  private static final int[] POWERS = new int[GROUP + 1];
  private static final long BILLION = 1_000_000_000L;

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= GROUP; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private DecimalText() {}

  /** The value of decimal digits. */
  public static BigInteger parse(String digits) {
    if (digits.length() <= PLAIN) {
      return parsePlain(digits, 0, digits.length());
    }
    List<BigInteger> powers = new ArrayList<>();
    powers.add(BigInteger.TEN.pow(PLAIN));
    return parse(digits, 0, digits.length(), powers);
  }

  /** {@code powers.get(i)} is ten to the power of PLAIN times two to the power of i. */
  private static BigInteger parse(String digits, int from, int to, List<BigInteger> powers) {
    int length = to - from;
    if (length <= PLAIN) {
      return parsePlain(digits, from, to);
    }
    int level = 0;
    int low = PLAIN;
    while (low * 2L < length) {
      low *= 2;
      level++;
      if (level == powers.size()) {
        BigInteger last = powers.get(level - 1);
        powers.add(last.multiply(last));
      }
    }
    BigInteger high = parse(digits, from, to - low, powers);
    return high.multiply(powers.get(level)).add(parse(digits, to - low, to, powers));
  }

  private static BigInteger parsePlain(String digits, int from, int to) {
    int[] words = new int[(to - from) / GROUP + 2];
    int count = 0;
    int at = from;
    while (at < to) {
      int end = Math.min(to, at + GROUP);
      int group = 0;
      for (int i = at; i < end; i++) {
        group = group * 10 + (digits.charAt(i) - '0');
      }
      count = Words.multiplyAdd(words, count, POWERS[end - at], group);
      at = end;
    }
    return Words.value(words, count);
  }

  /** The digits of a value, with a minus before negative ones. */
  public static String of(BigInteger value) {
    int[] words = value.bitLength() > 32 * MANY_WORDS ? null : Words.of(value);
    if (words == null || words.length == 0) {
      return value.toString();
    }
    byte[] text = new byte[words.length * 10 + 4 * GROUP + 1];
    int at = text.length;
    for (int count = words.length; count > 0; count = length(words, count)) {
      // Four divisions, one behind the other: the processor does them side by side.
      long rest = 0;
      long second = 0;
      long third = 0;
      long fourth = 0;
      for (int i = count - 1; i >= 0; i--) {
        long part = rest << 32 | words[i] & 0xffffffffL;
        long quotient = part / BILLION;
        rest = part - quotient * BILLION;
        part = second << 32 | quotient;
        quotient = part / BILLION;
        second = part - quotient * BILLION;
        part = third << 32 | quotient;
        quotient = part / BILLION;
        third = part - quotient * BILLION;
        part = fourth << 32 | quotient;
        quotient = part / BILLION;
        fourth = part - quotient * BILLION;
        words[i] = (int) quotient;
      }
      at = write((int) rest, text, at);
      at = write((int) second, text, at);
      at = write((int) third, text, at);
      at = write((int) fourth, text, at);
    }
    while (text[at] == '0') {
      at++;
    }
    if (value.signum() < 0) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
  }

  private static int length(int[] words, int count) {
    int length = count;
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
    return length;
  }

  /** Nine digits in front of a place; the new place. */
  private static int write(int group, byte[] text, int at) {
    int left = group;
    for (int i = 1; i <= GROUP; i++) {
      int tens = left / 10;
      text[at - i] = (byte) ('0' + left - tens * 10);
      left = tens;
    }
    return at - GROUP;
  }
}
