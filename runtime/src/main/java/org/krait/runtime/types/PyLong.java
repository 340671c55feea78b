package org.krait.runtime.types;

import java.math.BigInteger;

/** An {@code int} that fits a Java {@code long}. */
public final class PyLong extends PyInt {
  private static final int LOWEST = -5;
  private static final int HIGHEST = 256;
  private static final PyLong[] SMALL = new PyLong[HIGHEST - LOWEST + 1];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new PyLong(i + LOWEST);
    }
  }

  public static final PyLong ZERO = of(0);
  public static final PyLong ONE = of(1);
  public static final PyLong MINUS_ONE = of(-1);

  /** The value. */
  public final long value;

  private PyLong(long value) {
    this.value = value;
  }

  /** The int of this value; those from -5 to 256 are shared, as programs can see. */
  public static PyLong of(long value) {
    return value >= LOWEST && value <= HIGHEST ? SMALL[(int) value - LOWEST] : new PyLong(value);
  }

  @Override
  public boolean fitsLong() {
    return true;
  }

  @Override
  public long longValue() {
    return value;
  }

  @Override
  public BigInteger bigValue() {
    return BigInteger.valueOf(value);
  }

  @Override
  public int signum() {
    return Long.signum(value);
  }

  @Override
  public PyInt exact() {
    return this;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
