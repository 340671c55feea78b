package org.krait.runtime.numbers;

/**
 * {@code round(value * 10**scale)} of a double, exact and without BigDecimal where 128 bits suffice.
 *
 * <p>The mantissa times a power of ten fits 116 bits; the binary exponent is then a shift to the
 * right, whose lost bits decide the rounding.
 */
final class ScaledDouble {
  static final int MAX_SCALE = 18;
  private static final long[] POWERS = new long[MAX_SCALE + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_SCALE; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private ScaledDouble() {}

  static long powerOfTen(int exponent) {
    return POWERS[exponent];
  }

  /**
   * The nearest integer, ties to even, or -1 when the fast way does not lead there.
   *
   * @param value finite and not negative
   * @param scale from 0 to {@link #MAX_SCALE}
   */
  static long round(double value, int scale) {
    int shift = -FloatBits.exponent(value);
    if (shift <= 0) {
      return -1;
    }
    long mantissa = FloatBits.mantissa(value);
    long low = mantissa * POWERS[scale];
    long high = Math.multiplyHigh(mantissa, POWERS[scale]);
    return shift < Long.SIZE ? shiftLow(high, low, shift) : shiftHigh(high, low, shift - Long.SIZE);
  }

  private static long shiftLow(long high, long low, int shift) {
    if (high >>> shift - 1 != 0) {
      return -1;
    }
    long quotient = high << Long.SIZE - shift | low >>> shift;
    long rest = low << Long.SIZE - shift;
    return rounded(quotient, rest, false);
  }

  private static long shiftHigh(long high, long low, int shift) {
    if (shift > 60) {
      // high has at most 52 bits: less than a half is left.
      return 0;
    }
    if (shift == 0) {
      return rounded(high, low, false);
    }
    return rounded(high >>> shift, high << Long.SIZE - shift, low != 0);
  }

  /**
   * @param rest the lost bits, the highest at the top
   * @param more whether still lower bits are lost that are not zero
   */
  private static long rounded(long quotient, long rest, boolean more) {
    if (rest >= 0) {
      return quotient;
    }
    boolean tie = rest == Long.MIN_VALUE && !more;
    return tie ? quotient + (quotient & 1) : quotient + 1;
  }
}
