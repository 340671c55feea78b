package org.krait.runtime.types;

import org.krait.runtime.numbers.Magnitude;

/**
 * Arithmetic of long ints in words of 64 bits ({@link Magnitude}).
 *
 * <p>A product with a word leads into it; what is computed with such a number stays in it, as long as the time is in
 * proportion to the length. The methods give null where BigInteger is to do it.
 */
final class WordArithmetic {
  /**
   * Shorter ones that are BigIntegers stay so: to change the form takes as long as what is gained, and those of keys
   * and fixed points are multiplied and divided as much as added.
   */
  private static final long LONG_BITS = 4096;

  private WordArithmetic() {}

  /** The absolute value of an int, where there are words already; else null. */
  private static Magnitude known(PyInt a) {
    return a.exact() instanceof PyBigInt big && big.hasMagnitude() ? big.magnitude() : null;
  }

  private static Magnitude magnitude(PyInt a) {
    return a.exact() instanceof PyBigInt big
        ? big.magnitude()
        : Magnitude.of(0, Math.abs(a.longValue()));
  }

  private static PyInt of(boolean negative, Magnitude magnitude) {
    long bits = magnitude.bitLength();
    if (bits < PyBigInt.PAIR_BITS) {
      long high = magnitude.word(1);
      long low = magnitude.word(0);
      return negative ? PyInt.of(low == 0 ? -high : ~high, -low) : PyInt.of(high, low);
    }
    // The least of 128 bits is a pair too.
    return bits == PyBigInt.PAIR_BITS && negative
        ? PyInt.of(magnitude.value(true))
        : new PyBigInt(negative, magnitude);
  }

  /** {@code a * b}, if one of them is a word. */
  static PyInt mul(PyInt a, PyInt b) {
    if (b.fitsLong()) {
      return times(a, b.longValue());
    }
    return a.fitsLong() ? times(b, a.longValue()) : null;
  }

  private static PyInt times(PyInt a, long factor) {
    if (factor == 0 || !(a.exact() instanceof PyBigInt big) || big.fitsPair()) {
      return null;
    }
    if (factor == 1 || factor == -1) {
      return factor == 1 ? big : IntArithmetic.neg(big);
    }
    return big.hasMagnitude() || big.bitLength() >= LONG_BITS
        ? of(big.signum() < 0 != factor < 0, big.magnitude().times(Math.abs(factor)))
        : null;
  }

  /** {@code a + b}, or {@code a - b}, if one of them has words. */
  static PyInt add(PyInt a, PyInt b, boolean minus) {
    if (known(a) == null && known(b) == null) {
      return null;
    }
    if (b.signum() == 0) {
      return a.exact();
    }
    Magnitude x = magnitude(a);
    Magnitude y = magnitude(b);
    boolean negative = a.signum() < 0;
    boolean same = negative == (b.signum() < 0 != minus);
    if (same || a.signum() == 0) {
      return of(a.signum() == 0 ? b.signum() < 0 != minus : negative, x.plus(y));
    }
    return x.compareTo(y) >= 0 ? of(negative, x.minus(y)) : of(!negative, y.minus(x));
  }

  /** {@code -a}. */
  static PyInt neg(PyInt a) {
    Magnitude known = known(a);
    return known == null ? null : of(a.signum() > 0, known);
  }

  /** How two that are no pairs compare; 2 where BigInteger has to look. */
  static int compare(PyInt a, PyInt b) {
    if (a.signum() != b.signum()) {
      return a.signum();
    }
    PyBigInt x = (PyBigInt) a.exact();
    PyBigInt y = (PyBigInt) b.exact();
    if (x.hasMagnitude() && y.hasMagnitude()) {
      return a.signum() * x.magnitude().compareTo(y.magnitude());
    }
    return 2;
  }

  /** {@code a // b} of positive numbers of which one has words, if it follows from the leading bits; else -1. */
  static long smallQuotient(PyInt a, PyInt b) {
    if (a.fitsPair() || b.fitsPair() || known(a) == null && known(b) == null) {
      return -1;
    }
    return SmallQuotient.of(magnitude(a), magnitude(b));
  }

  /** {@code a // b} of numbers of the same sign, if the first has words and the other is a word. */
  static PyInt quotient(PyInt a, PyInt b) {
    Magnitude known = b.fitsLong() ? known(a) : null;
    return known == null ? null : of(false, known.dividedBy(Math.abs(b.longValue())));
  }

  /** {@code a % b} of the same. */
  static PyInt rest(PyInt a, PyInt b) {
    Magnitude known = b.fitsLong() ? known(a) : null;
    return known == null ? null : of(a.signum() < 0, Magnitude.of(0, known.rest(Math.abs(b.longValue()))));
  }

  /** {@code a << count}. */
  static PyInt shiftLeft(PyInt a, long count) {
    Magnitude known = known(a);
    return known == null || known.bitLength() + count > Integer.MAX_VALUE
        ? null
        : of(a.signum() < 0, known.shiftedLeft((int) count));
  }

  /** {@code a >> count}. */
  static PyInt shiftRight(PyInt a, long count) {
    Magnitude known = a.signum() < 0 ? null : known(a);
    return known == null ? null : of(false, known.shiftedRight(count));
  }

  /** The lowest 64 bits in two's complement of a number that is no pair. */
  static long lowest(PyInt a) {
    Magnitude known = known(a);
    return known == null ? a.bigValue().longValue() : a.signum() < 0 ? -known.word(0) : known.word(0);
  }
}
