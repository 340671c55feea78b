package org.krait.runtime.types;

import java.math.BigInteger;

/**
 * An {@code int} beyond the range of a Java {@code long}.
 *
 * <p>One that fits 128 bits is a pair of longs ({@link PairArithmetic}), and its BigInteger is only made when
 * somebody asks for it.
 */
public final class PyBigInt extends PyInt {
  static final int PAIR_BITS = 2 * Long.SIZE;

  /** The value; of a pair null as long as nobody asked. BigIntegers may be handed over by a race. */
  private BigInteger value;

  private final boolean pair;

  /** Of a pair the upper 64 bits in two's complement. */
  private final long high;

  /** Of a pair the lower 64 bits. */
  private final long low;

  PyBigInt(BigInteger value) {
    this.value = value;
    pair = value.bitLength() < PAIR_BITS;
    high = pair ? value.shiftRight(Long.SIZE).longValue() : 0;
    low = pair ? value.longValue() : 0;
  }

  PyBigInt(long high, long low) {
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
      known = PairArithmetic.bigValue(high, low);
      value = known;
    }
    return known;
  }

  @Override
  public int signum() {
    return pair ? (int) (high >> 63) | 1 : value.signum();
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
