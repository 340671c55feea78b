package org.krait.runtime.numbers;

/** Division of 128 bits by 64, without signs: Knuth's algorithm D with digits of 32 bits, or by an inverse. */
public final class WideDivision {
  private static final long MASK = 0xffffffffL;
  private static final long BASE = 1L << 32;

  private WideDivision() {}

  /** The quotient, which is known to fit 64 bits: {@code high} is below the divisor. */
  public static long divide(long high, long low, long divisor) {
    if (high == 0) {
      return Long.divideUnsigned(low, divisor);
    }
    int shift = Long.numberOfLeadingZeros(divisor);
    long d = divisor << shift;
    long top = shift == 0 ? high : high << shift | low >>> Long.SIZE - shift;
    long rest = low << shift;
    long first = digit(top, rest >>> 32, d);
    long middle = (top << 32 | rest >>> 32) - first * d;
    return (first << 32) + digit(middle, rest & MASK, d);
  }

  // ---- many divisions by one divisor: by a product with its inverse

  /** The inverse of a divisor whose highest bit is set: what its quotient has above 2 to the power of 64. */
  public static long inverse(long divisor) {
    return divide(~divisor, -1, divisor);
  }

  /** The quotient of 128 bits by a divisor whose highest bit is set, which is above the upper half. */
  public static long quotient(long high, long low, long divisor, long inverse) {
    long lower = inverse * high + low;
    long carry = Long.compareUnsigned(lower, low) < 0 ? 1 : 0;
    long guess = Math.unsignedMultiplyHigh(inverse, high) + high + carry + 1;
    long rest = low - guess * divisor;
    if (Long.compareUnsigned(rest, lower) > 0) {
      guess--;
      rest += divisor;
    }
    return Long.compareUnsigned(rest, divisor) >= 0 ? guess + 1 : guess;
  }

  /** One digit of the quotient of {@code top * 2**32 + next} by a divisor whose highest bit is set. */
  private static long digit(long top, long next, long divisor) {
    long upper = divisor >>> 32;
    long lower = divisor & MASK;
    long digit = Long.divideUnsigned(top, upper);
    long rest = top - digit * upper;
    while (digit >= BASE || Long.compareUnsigned(digit * lower, rest << 32 | next) > 0) {
      digit--;
      rest += upper;
      if (rest >= BASE) {
        break;
      }
    }
    return digit;
  }
}
