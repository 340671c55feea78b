package org.krait.runtime.numbers;

/** Division of 128 bits by 64, without signs: Knuth's algorithm D with digits of 32 bits. */
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
