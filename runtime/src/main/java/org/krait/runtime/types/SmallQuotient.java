package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.numbers.Magnitude;

/** Quotients of long numbers of about the same length, found in their leading bits alone. */
final class SmallQuotient {
  /** Below, dividing costs no more. */
  private static final int LONG_BITS = 256;

  /** Of both numbers so many of the first's leading bits are looked at. */
  private static final int LEADING = 62;

  /** A quotient with more bits is not certain often enough. */
  private static final int QUOTIENT_BITS = 26;

  private SmallQuotient() {}

  /** The quotient rounded towards zero, or -1 where the leading bits do not tell it; the signs are the same. */
  static long of(BigInteger a, BigInteger b) {
    int bits = a.bitLength();
    int more = bits - b.bitLength();
    if (bits < LONG_BITS || more < 0 || more > QUOTIENT_BITS || a.signum() < 0) {
      return -1;
    }
    return of(a.shiftRight(bits - LEADING).longValue(), b.shiftRight(bits - LEADING).longValue());
  }

  /** The same of absolute values. */
  static long of(Magnitude a, Magnitude b) {
    long bits = a.bitLength();
    long more = bits - b.bitLength();
    return bits < LONG_BITS || more < 0 || more > QUOTIENT_BITS
        ? -1
        : of(a.bitsFrom(bits - LEADING), b.bitsFrom(bits - LEADING));
  }

  private static long of(long x, long y) {
    // Whatever follows, x and y are at least this and less than one more.
    long least = x / (y + 1);
    return least == (x + 1) / y ? least : -1;
  }
}
