package org.krait.runtime.numbers;

import java.math.BigInteger;

/**
 * The double nearest to an int times a power of ten, from one product of 128 bits.
 *
 * <p>The way of Eisel and Lemire (D. Lemire, Number Parsing at a Gigabyte per Second, 2021): the int, moved to the
 * left, times the leading 128 bits of the power of five. Where the product does not tell how to round, or the double
 * would be a zero, subnormal or infinite, the answer is NaN.
 */
final class DecimalProduct {
  private static final int LEAST = -300;
  private static final int MOST = 300;
  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;

  /** Exponents outside this range never meet exactly the middle between two doubles. */
  private static final int LEAST_TIE = -4;

  private static final int MOST_TIE = 23;

  /** The leading bits of powers of five, those that somebody asked for. */
  private static final Power[] POWERS = new Power[MOST - LEAST + 1];

  /** Powers down to this are rounded up, so that what five to that power divides comes out exact. */
  private static final int LEAST_DIVISION = -27;

  /** The first 128 bits. */
  private record Power(long high, long low) {}

  private DecimalProduct() {}

  /** {@code digits * 10**exponent}, where the digits are without a sign and not zero, or NaN. */
  static double of(long digits, int exponent) {
    if (exponent < LEAST || exponent > MOST) {
      return Double.NaN;
    }
    Power power = power(exponent);
    int shift = Long.numberOfLeadingZeros(digits);
    long factor = digits << shift;
    long high = Math.unsignedMultiplyHigh(factor, power.high);
    long low = factor * power.high;
    if ((high & 0x1ff) == 0x1ff) {
      // What the lower bits of the power add may carry up to where it is rounded.
      long more = Math.unsignedMultiplyHigh(factor, power.low);
      low += more;
      high += Long.compareUnsigned(low, more) < 0 ? 1 : 0;
    }
    if (low == -1) {
      return Double.NaN;
    }
    return rounded(high, low, shift, exponent);
  }

  private static double rounded(long high, long low, int shift, int exponent) {
    int top = (int) (high >>> 63);
    int spare = top + Long.SIZE - FRACTION_BITS - 3;
    long mantissa = high >>> spare;
    int binary = binaryExponent(exponent) + top - shift + BIAS;
    if (Long.compareUnsigned(low, 1) <= 0
        && exponent >= LEAST_TIE
        && exponent <= MOST_TIE
        && (mantissa & 3) == 1
        && mantissa << spare == high) {
      // In the middle: to the even one, which is below.
      mantissa &= ~1L;
    }
    mantissa = mantissa + (mantissa & 1) >>> 1;
    if (mantissa >>> FRACTION_BITS + 1 != 0) {
      mantissa >>>= 1;
      binary++;
    }
    return binary <= 0 || binary >= 2 * BIAS
        ? Double.NaN
        : Double.longBitsToDouble((long) binary << FRACTION_BITS | mantissa & (1L << FRACTION_BITS) - 1);
  }

  /** The exponent of the highest bit of the product, for factors of 64 bits: 63 more than that of the power of ten. */
  private static int binaryExponent(int exponent) {
    return (217706 * exponent >> 16) + 63;
  }

  private static Power power(int exponent) {
    Power known = POWERS[exponent - LEAST];
    if (known == null) {
      known = compute(exponent);
      POWERS[exponent - LEAST] = known;
    }
    return known;
  }

  private static Power compute(int exponent) {
    BigInteger five = BigInteger.valueOf(5).pow(Math.abs(exponent));
    BigInteger leading = five;
    if (exponent < 0) {
      int bits = five.subtract(BigInteger.ONE).bitLength() + 127;
      leading = BigInteger.ONE.shiftLeft(bits).divide(five);
      if (exponent >= LEAST_DIVISION) {
        leading = leading.add(BigInteger.ONE);
      }
    }
    leading = leading.shiftRight(leading.bitLength() - 128);
    return new Power(leading.shiftRight(Long.SIZE).longValue(), leading.longValue());
  }
}
