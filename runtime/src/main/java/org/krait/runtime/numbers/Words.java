package org.krait.runtime.numbers;

import java.math.BigInteger;

/** Magnitudes of big integers as words of 32 bits, the lowest first. */
final class Words {
  private static final long MASK = 0xffffffffL;

  private Words() {}

  /** The words of the absolute value, without zeros at the top. */
  static int[] of(BigInteger value) {
    byte[] bytes = value.abs().toByteArray();
    int[] words = new int[(value.abs().bitLength() + 31) / 32];
    int end = bytes.length;
    for (int i = 0; i < words.length; i++) {
      int word = 0;
      int from = Math.max(0, end - 4);
      for (int at = from; at < end; at++) {
        word = word << 8 | bytes[at] & 0xff;
      }
      words[i] = word;
      end = from;
    }
    return words;
  }

  /** The value of the first words. */
  static BigInteger value(int[] words, int count) {
    byte[] bytes = new byte[4 * count];
    for (int i = 0; i < count; i++) {
      int word = words[i];
      int at = bytes.length - 4 * i;
      bytes[at - 1] = (byte) word;
      bytes[at - 2] = (byte) (word >> 8);
      bytes[at - 3] = (byte) (word >> 16);
      bytes[at - 4] = (byte) (word >> 24);
    }
    return new BigInteger(1, bytes);
  }

  /** Multiplies the first words and adds; the carry goes to the next word. Gives the new count. */
  static int multiplyAdd(int[] words, int count, long factor, long summand) {
    long carry = summand;
    for (int i = 0; i < count; i++) {
      carry += (words[i] & MASK) * factor;
      words[i] = (int) carry;
      carry >>>= 32;
    }
    if (carry == 0) {
      return count;
    }
    words[count] = (int) carry;
    return count + 1;
  }
}
