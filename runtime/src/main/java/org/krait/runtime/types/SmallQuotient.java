package org.krait.runtime.types;

import java.math.BigInteger;

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
    long x = a.shiftRight(bits - LEADING).longValue();
    long y = b.shiftRight(bits - LEADING).longValue();
    // Whatever follows, x and y are at least this and less than one more.
    long least = x / (y + 1);
    return least == (x + 1) / y ? least : -1;
  }
}
