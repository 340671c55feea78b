package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code int}.
 *
 * <p>A value is a {@link PyLong} exactly when it fits a Java {@code long}, else a {@link PyBigInt};
 * {@link PyBool} and {@link PyIntInstance} are the subclasses.
 */
@BuiltinType(
    name = "int",
    parts = {IntMethods.class, IntOperators.class, IntBytes.class},
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 24,
    itemSize = 4)
public abstract class PyInt extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyIntTable());

  PyInt() {}

  /** The int of this value; small ones are shared. */
  public static PyLong of(long value) {
    return PyLong.of(value);
  }

  /** The int of this value, in the form that its size demands. */
  public static PyInt of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? PyLong.of(value.longValue()) : new PyBigInt(value);
  }

  /** The int of 128 bits in two's complement. */
  public static PyInt of(long high, long low) {
    return high == low >> 63 ? PyLong.of(low) : new PyBigInt(high, low);
  }

  /** The int of 64 bits without a sign. */
  public static PyInt ofUnsigned(long value) {
    return value >= 0 ? PyLong.of(value) : new PyBigInt(0, value);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Whether {@link #longValue} tells the whole truth. */
  public abstract boolean fitsLong();

  /** The value, or the nearest {@code long}. */
  public abstract long longValue();

  /** Whether the value lies from 0 to 2**64 - 1. */
  public boolean isWord() {
    return longValue() >= 0;
  }

  /** Whether the value is 2**64. */
  public boolean isWordModulus() {
    return false;
  }

  /** The lowest 64 bits in two's complement. */
  public long word() {
    return longValue();
  }

  /** Whether the value fits 128 bits, so that {@link #high} and {@link #low} tell it. */
  boolean fitsPair() {
    return fitsLong();
  }

  /** The upper 64 bits of 128 in two's complement. */
  long high() {
    return longValue() >> 63;
  }

  /** The lower 64 bits of 128. */
  long low() {
    return longValue();
  }

  public abstract BigInteger bigValue();

  public abstract int signum();

  /**
   * The nearest double.
   *
   * @throws org.krait.runtime.PyException OverflowError when it would be infinite
   */
  public final double doubleValue() {
    if (fitsLong()) {
      return (double) longValue();
    }
    double value = bigValue().doubleValue();
    if (Double.isInfinite(value)) {
      throw Errors.overflowError("int too large to convert to float");
    }
    return value;
  }

  /** This value as an exact {@code int}: itself, or what a subclass's instance holds. */
  public abstract PyInt exact();
}
