package org.krait.stdlib.decimal;

import java.math.BigInteger;
import org.krait.runtime.numbers.WideDivision;

/** Coefficients of up to 127 bits, in pairs of longs: what has 38 digits, as nearly all numbers do. */
final class Pairs {
  /** All numbers of so many digits are pairs, and the sums of two with one digit less. */
  static final int DIGITS = 38;

  private static final long[] HIGH_POWERS = new long[DIGITS + 1];
  private static final long[] LOW_POWERS = new long[DIGITS + 1];

  static {
    LOW_POWERS[0] = 1;
    for (int i = 1; i <= DIGITS; i++) {
      HIGH_POWERS[i] = Math.unsignedMultiplyHigh(LOW_POWERS[i - 1], 10) + HIGH_POWERS[i - 1] * 10;
      LOW_POWERS[i] = LOW_POWERS[i - 1] * 10;
    }
  }

  private Pairs() {}

  /** A quotient rounded down, and what is left. */
  record Quotient(long high, long low, long rest) {
    static Quotient of(long high, long low, long divisor) {
      long upper = high == 0 ? 0 : high / divisor;
      long lower = WideDivision.divide(high - upper * divisor, low, divisor);
      return new Quotient(upper, lower, low - lower * divisor);
    }
  }

  static BigInteger value(long high, long low) {
    BigInteger upper = BigInteger.valueOf(low >>> 32).or(BigInteger.valueOf(high).shiftLeft(32));
    return upper.shiftLeft(32).or(BigInteger.valueOf(low & 0xffffffffL));
  }

  /** How many decimal digits there are; one for zero. */
  static int digits(long high, long low) {
    int bits = high != 0 ? 2 * Long.SIZE - Long.numberOfLeadingZeros(high) : Long.SIZE - Long.numberOfLeadingZeros(low);
    // The logarithm of two; the guess is right or one too small.
    int n = bits * 1233 >>> 12;
    return Math.max(1, compare(high, low, HIGH_POWERS[n], LOW_POWERS[n]) >= 0 ? n + 1 : n);
  }

  static int compare(long aHigh, long aLow, long bHigh, long bLow) {
    return aHigh != bHigh ? Long.compare(aHigh, bHigh) : Long.compareUnsigned(aLow, bLow);
  }

  /** How the coefficients of two numbers compare. */
  static int compare(Dec a, Dec b) {
    if (a.isPair() && b.isPair()) {
      return compare(a.high, a.low, b.high, b.low);
    }
    long[] x = a.limbs();
    long[] y = b.limbs();
    return x != null && y != null ? Limbs.compare(x, y) : a.coefficient().compareTo(b.coefficient());
  }

  /** The upper half of a pair times a power of ten, where the product is a pair. */
  static long timesHigh(long high, long low, int zeros) {
    long power = LOW_POWERS[zeros];
    return Math.unsignedMultiplyHigh(low, power) + high * power + low * HIGH_POWERS[zeros];
  }

  /** The lower half. */
  static long timesLow(long low, int zeros) {
    return low * LOW_POWERS[zeros];
  }

  /** The sum of coefficients that have at most one digit less than pairs; null when it is zero. */
  static Dec add(Dec a, int zeros, Dec b) {
    long x = timesHigh(a.high, a.low, zeros);
    long xLow = timesLow(a.low, zeros);
    if (a.negative == b.negative) {
      long low = xLow + b.low;
      return new Dec(a.negative, x + b.high + carry(low, b.low), low, b.exponent);
    }
    int order = compare(x, xLow, b.high, b.low);
    if (order == 0) {
      return null;
    }
    return order > 0
        ? new Dec(a.negative, x - b.high - carry(xLow, b.low), xLow - b.low, b.exponent)
        : new Dec(b.negative, b.high - x - carry(b.low, xLow), b.low - xLow, b.exponent);
  }

  /** One when a sum is below a summand, or what is subtracted from below what is subtracted; without signs. */
  private static long carry(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
  }

  /**
   * A quotient with a rest as a number that is going to be rounded: it does not end on 0 or 5, so that it rounds
   * as what the rest would add to it.
   *
   * @return null when there is no rest
   */
  static Dec sticky(Quotient quotient, boolean negative, long exponent) {
    if (quotient.rest == 0) {
      return null;
    }
    // 2 to the power of 64 leaves 1.
    long five = (quotient.high % 5 + Long.remainderUnsigned(quotient.low, 5)) % 5;
    return five == 0 ? plusOne(negative, quotient.high, quotient.low, exponent)
        : new Dec(negative, quotient.high, quotient.low, exponent);
  }

  static Dec plusOne(boolean negative, long high, long low, long exponent) {
    return new Dec(negative, low == -1 ? high + 1 : high, low + 1, exponent);
  }

  /** A number with zeros at the end taken away, up to an exponent. */
  static Dec stripped(Dec value, long most) {
    long high = value.high;
    long low = value.low;
    long exponent = value.exponent;
    for (int step = 16; step > 0; step /= 2) {
      while (most - exponent >= step) {
        Quotient parts = Quotient.of(high, low, Dec.smallPower(step));
        if (parts.rest != 0) {
          break;
        }
        high = parts.high;
        low = parts.low;
        exponent += step;
      }
    }
    return exponent == value.exponent ? value : new Dec(value.negative, high, low, exponent);
  }

  /** The last digit. */
  static int lastDigit(long high, long low) {
    // 2 to the power of 64 ends on 6.
    return (int) ((high % 10 * 6 + Long.remainderUnsigned(low, 10)) % 10);
  }
}
