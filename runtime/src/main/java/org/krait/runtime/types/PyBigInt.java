package org.krait.runtime.types;

import java.math.BigInteger;

/** An {@code int} beyond the range of a Java {@code long}. */
public final class PyBigInt extends PyInt {
  private final BigInteger value;

  PyBigInt(BigInteger value) {
    this.value = value;
  }

  @Override
  public boolean fitsLong() {
    return false;
  }

  @Override
  public long longValue() {
    return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Override
  public BigInteger bigValue() {
    return value;
  }

  @Override
  public int signum() {
    return value.signum();
  }

  @Override
  public PyInt exact() {
    return this;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
