package org.krait.runtime.numbers;

import java.math.BigInteger;

/** The parts of a double, and doubles from parts. */
public final class FloatBits {
  private static final int PRECISION = 53;
  private static final int MIN_EXPONENT = -1074;
  private static final int BIAS = 1075;
  private static final long FRACTION = (1L << 52) - 1;

  private FloatBits() {}

  /** The integer m of {@code |value| = m * 2**e}, below 2**53; see {@link #exponent}. */
  public static long mantissa(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & FRACTION;
    return (bits >>> 52 & 0x7ff) == 0 ? fraction : fraction | FRACTION + 1;
  }

  /** The e of {@code |value| = m * 2**e}; see {@link #mantissa}. */
  public static int exponent(double value) {
    int biased = (int) (Double.doubleToRawLongBits(value) >>> 52) & 0x7ff;
    return biased == 0 ? MIN_EXPONENT : biased - BIAS;
  }

  /** Whether the sign bit is set, which a zero and a NaN have too. */
  public static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  /** The integral part as a big integer; the value is finite. */
  public static BigInteger toBigInteger(double value) {
    int exponent = exponent(value);
    BigInteger magnitude = BigInteger.valueOf(mantissa(value));
    magnitude = exponent >= 0 ? magnitude.shiftLeft(exponent) : magnitude.shiftRight(-exponent);
    return value < 0 ? magnitude.negate() : magnitude;
  }

  /**
   * The double nearest to {@code magnitude * 2**exponent}, ties to even; infinite when too large.
   *
   * @param magnitude not negative
   * @param inexact whether the true magnitude is a little (less than 1) above the given one
   */
  public static double nearest(BigInteger magnitude, long exponent, boolean inexact) {
    if (magnitude.signum() == 0) {
      return 0.0;
    }
    long top = magnitude.bitLength() + exponent;
    if (top > 1024) {
      return Double.POSITIVE_INFINITY;
    }
    if (top < MIN_EXPONENT) {
      return 0.0;
    }
    long lowest = Math.max(top - PRECISION, MIN_EXPONENT);
    int shift = (int) (lowest - exponent);
    if (shift <= 0) {
      return Math.scalb(magnitude.shiftLeft(-shift).doubleValue(), (int) lowest);
    }
    long quotient = magnitude.shiftRight(shift).longValue();
    if (magnitude.testBit(shift - 1)) {
      boolean tie = !inexact && magnitude.getLowestSetBit() == shift - 1;
      quotient += tie ? quotient & 1 : 1;
    }
    return Math.scalb((double) quotient, (int) lowest);
  }

  /** The double nearest to the quotient of two positive integers, ties to even. */
  public static double quotient(BigInteger dividend, BigInteger divisor) {
    // 66 bits of quotient leave more than one bit behind the 53 that count.
    int shift = Math.max(0, 66 - (dividend.bitLength() - divisor.bitLength()));
    BigInteger[] parts = dividend.shiftLeft(shift).divideAndRemainder(divisor);
    return nearest(parts[0], -(long) shift, parts[1].signum() != 0);
  }
}
