package org.krait.runtime.numbers;

import java.math.BigInteger;

/** Hashes of numbers, equal for equal numbers of all types: modulo the prime 2**61 - 1. */
public final class NumberHash {
  private static final int BITS = 61;
  private static final long MODULUS = (1L << BITS) - 1;
  private static final BigInteger BIG_MODULUS = BigInteger.valueOf(MODULUS);
  private static final long INFINITY = 314159;
  private static final long IMAGINARY = 1000003;

  private NumberHash() {}

  /** {@code hash} of an int. */
  public static long of(long value) {
    long hash = value >= MODULUS || value <= -MODULUS ? value % MODULUS : value;
    return hash == -1 ? -2 : hash;
  }

  /** {@code hash} of an int. */
  public static long of(BigInteger value) {
    long hash = value.remainder(BIG_MODULUS).longValue();
    return hash == -1 ? -2 : hash;
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
