package org.krait.runtime.numbers;

import java.math.BigInteger;

/**
 * The greatest common divisor of big integers.
 *
 * <p>Lehmer's way (Knuth, The Art of Computer Programming 2, 4.5.2, algorithm L): several steps of Euclid's
 * algorithm are found out from the leading bits alone and then done to the whole numbers at once.
 */
public final class GreatestDivisor {
  /** Below, BigInteger is as quick. */
  private static final int LARGE_BITS = 256;

  private static final long MASK = 0xffffffffL;

  /** Multipliers stay below, so that a product with a word and what is carried fit a long. */
  private static final long LIMIT = 1L << 30;

  private int[] x;
  private int[] y;
  private int xLength;
  private int yLength;

  private GreatestDivisor(BigInteger larger, BigInteger smaller) {
    x = Words.of(larger);
    xLength = x.length;
    y = java.util.Arrays.copyOf(Words.of(smaller), xLength);
    yLength = lengthOf(y, xLength);
  }

  /** The greatest common divisor, not negative. */
  public static BigInteger of(BigInteger a, BigInteger b) {
    if (Math.min(a.bitLength(), b.bitLength()) < LARGE_BITS) {
      return a.gcd(b);
    }
    BigInteger p = a.abs();
    BigInteger q = b.abs();
    return p.compareTo(q) >= 0 ? new GreatestDivisor(p, q).run() : new GreatestDivisor(q, p).run();
  }

  private BigInteger run() {
    while (yLength > 2) {
      step();
    }
    BigInteger rest = Words.value(y, yLength);
    return rest.signum() == 0 ? Words.value(x, xLength) : rest.gcd(Words.value(x, xLength).mod(rest));
  }

  private void step() {
    int shift = Integer.numberOfLeadingZeros(x[xLength - 1]);
    long high = leading(x, shift);
    long low = leading(y, shift);
    long a = 1;
    long b = 0;
    long c = 0;
    long d = 1;
    while (low + c != 0 && low + d != 0) {
      long quotient = (high + a) / (low + c);
      if (quotient >= LIMIT || quotient != (high + b) / (low + d)) {
        break;
      }
      long nextC = a - quotient * c;
      long nextD = b - quotient * d;
      if (Math.abs(nextC) >= LIMIT || Math.abs(nextD) >= LIMIT) {
        break;
      }
      long rest = high - quotient * low;
      a = c;
      b = d;
      c = nextC;
      d = nextD;
      high = low;
      low = rest;
    }
    if (b == 0) {
      divide();
    } else {
      combine(a, b, c, d);
    }
  }

  /** The upper 62 of the 64 bits that begin at the top of x. */
  private long leading(int[] words, int shift) {
    long top = (words[xLength - 1] & MASK) << 32 | words[xLength - 2] & MASK;
    long next = shift == 0 ? 0 : words[xLength - 3] >>> 32 - shift;
    return (top << shift | next & MASK) >>> 2;
  }

  /** (x, y) becomes (y, x mod y). */
  private void divide() {
    BigInteger rest = Words.value(x, xLength).mod(Words.value(y, yLength));
    x = y;
    xLength = yLength;
    y = java.util.Arrays.copyOf(Words.of(rest), x.length);
    yLength = lengthOf(y, xLength);
  }

  /** (x, y) becomes (ax + by, cx + dy), neither negative nor longer. */
  private void combine(long a, long b, long c, long d) {
    long first = 0;
    long second = 0;
    for (int i = 0; i < xLength; i++) {
      long xi = x[i] & MASK;
      long yi = y[i] & MASK;
      first += a * xi + b * yi;
      second += c * xi + d * yi;
      x[i] = (int) first;
      y[i] = (int) second;
      first >>= 32;
      second >>= 32;
    }
    xLength = lengthOf(x, xLength);
    yLength = lengthOf(y, xLength);
  }

  private static int lengthOf(int[] words, int atMost) {
    int length = atMost;
    while (length > 0 && words[length - 1] == 0) {
      length--;
    }
    return length;
  }
}
