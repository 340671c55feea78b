package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.numbers.Magnitude;

/**
 * An {@code int} beyond the range of a Java {@code long}.
 *
 * <p>One that fits 128 bits is a pair of longs ({@link PairArithmetic}), and its BigInteger is only made when
 * somebody asks for it. A longer one is a BigInteger or, after a product with a word, a {@link Magnitude}, or both:
 * each is made of the other when an operation needs it, and kept ({@link WordArithmetic}).
 */
public final class PyBigInt extends PyInt {
  static final int PAIR_BITS = 2 * Long.SIZE;

  /** The value, or null as long as nobody asked. BigIntegers may be handed over by a race. */
  private BigInteger value;

  /** The absolute value, or null as long as nobody asked; may be handed over by a race too. */
  private Magnitude magnitude;

  private final int sign;

  private final boolean pair;

  /** Of a pair the upper 64 bits in two's complement. */
  private final long high;

  /** Of a pair the lower 64 bits. */
  private final long low;

  PyBigInt(BigInteger value) {
    this.value = value;
    sign = value.signum();
    pair = value.bitLength() < PAIR_BITS;
    high = pair ? value.shiftRight(Long.SIZE).longValue() : 0;
    low = pair ? value.longValue() : 0;
  }

  /** Of more than 128 bits. */
  PyBigInt(boolean negative, Magnitude magnitude) {
    this.magnitude = magnitude;
    sign = negative ? -1 : 1;
    pair = false;
    high = 0;
    low = 0;
  }

  PyBigInt(long high, long low) {
    sign = (int) (high >> 63) | 1;
    pair = true;
    this.high = high;
    this.low = low;
  }

  @Override
  public boolean fitsLong() {
    return false;
  }

  @Override
  public long longValue() {
    return signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Override
  public boolean isWord() {
    return pair && high == 0;
  }

  @Override
  public boolean isWordModulus() {
    return pair && high == 1 && low == 0;
  }

  @Override
  public long word() {
    if (pair) {
      return low;
    }
    if (magnitude == null) {
      return value.longValue();
    }
    return sign < 0 ? -magnitude.word(0) : magnitude.word(0);
  }

  @Override
  boolean fitsPair() {
    return pair;
  }

  @Override
  long high() {
    return high;
  }

  @Override
  long low() {
    return low;
  }

  @Override
  public BigInteger bigValue() {
    BigInteger known = value;
    if (known == null) {
      known = pair ? PairArithmetic.bigValue(high, low) : magnitude.value(sign < 0);
      value = known;
    }
    return known;
  }

  /** Whether the absolute value is there in words. */
  boolean hasMagnitude() {
    return magnitude != null;
  }

  Magnitude magnitude() {
    Magnitude known = magnitude;
    if (known == null) {
      known = pair
          ? Magnitude.of(PairArithmetic.magnitudeHigh(this), PairArithmetic.magnitudeLow(this))
          : Magnitude.of(value);
      magnitude = known;
    }
    return known;
  }

  /** How many bits the absolute value has; of one that is no pair. */
  long bitLength() {
    return magnitude != null ? magnitude.bitLength() : value.bitLength();
  }

  @Override
  public int signum() {
    return sign;
  }

  @Override
  public PyInt exact() {
    return this;
  }

  @Override
  public String toString() {
    return bigValue().toString();
  }
}
