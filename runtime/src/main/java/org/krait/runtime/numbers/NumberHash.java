package org.krait.runtime.numbers;

import java.math.BigInteger;

/** Hashes of numbers, equal for equal numbers of all types: modulo the prime 2**61 - 1. */
public final class NumberHash {
  private static final int BITS = 61;
  private static final long MODULUS = (1L << BITS) - 1;
  private static final long INFINITY = 314159;
  private static final long IMAGINARY = 1000003;

  private NumberHash() {}

  /** {@code hash} of an int. */
  public static long of(long value) {
    long hash = value >= MODULUS || value <= -MODULUS ? value % MODULUS : value;
    return hash == -1 ? -2 : hash;
  }

  /** {@code hash} of an int of 128 bits in two's complement. */
  public static long of(long high, long low) {
    if (high >= 0) {
      return folded(high, low);
    }
    long upper = low == 0 ? -high : ~high;
    long hash = -folded(upper, -low);
    return hash == -1 ? -2 : hash;
  }

  // 2**64 leaves 8, and a number is worth as much as its pieces of 61 bits together.
  private static long folded(long high, long low) {
    long sum = (low & MODULUS) + (low >>> BITS) + (high << 3 & MODULUS) + (high >>> BITS - 3);
    return reduced(sum);
  }

  private static long reduced(long sum) {
    long rest = (sum & MODULUS) + (sum >>> BITS);
    return rest >= MODULUS ? rest - MODULUS : rest;
  }

  /** {@code hash} of an int. */
  public static long of(BigInteger value) {
    byte[] bytes = value.abs().toByteArray();
    long sum = 0;
    int turn = 0;
    for (int end = bytes.length; end > 0; end -= Integer.BYTES) {
      long word = word(bytes, end);
      sum = reduced(sum + (word << turn & MODULUS) + (turn == 0 ? 0 : word >>> BITS - turn));
      turn += Integer.SIZE;
      if (turn >= BITS) {
        turn -= BITS;
      }
    }
    long hash = value.signum() < 0 ? -sum : sum;
    return hash == -1 ? -2 : hash;
  }

  /** The four bytes before {@code end}, or as many as there are. */
  private static long word(byte[] bytes, int end) {
    if (end >= Integer.BYTES) {
      return (bytes[end - 4] << 24 | (bytes[end - 3] & 0xff) << 16 | (bytes[end - 2] & 0xff) << 8 | bytes[end - 1] & 0xff)
          & 0xffffffffL;
    }
    long word = 0;
    for (int i = 0; i < end; i++) {
      word = word << Byte.SIZE | bytes[i] & 0xff;
    }
    return word;
  }

  /** {@code hash} of a float that is not NaN. */
  public static long of(double value) {
    long whole = (long) value;
    if (whole == value && whole != Long.MAX_VALUE) {
      return of(whole);
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? INFINITY : -INFINITY;
    }
    long mantissa = FloatBits.mantissa(value) % MODULUS;
    int turn = Math.floorMod(FloatBits.exponent(value), BITS);
    long hash = mantissa << turn & MODULUS | mantissa >>> BITS - turn;
    hash = value < 0 ? -hash : hash;
    return hash == -1 ? -2 : hash;
  }

  /** {@code hash} of a complex number, from the hashes of its parts. */
  public static long ofComplex(long real, long imaginary) {
    long hash = real + IMAGINARY * imaginary;
    return hash == -1 ? -2 : hash;
  }
}
