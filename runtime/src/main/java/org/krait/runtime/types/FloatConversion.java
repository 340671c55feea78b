package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.numbers.FloatBits;

/** Between floats and ints, exactly. */
public final class FloatConversion {
  private static final double TWO_63 = 0x1p63;

  private FloatConversion() {}

  /** {@code int(value)}: the integral part. */
  public static PyInt toInt(double value) {
    if (value < TWO_63 && value >= -TWO_63) {
      return PyLong.of((long) value);
    }
    if (Double.isNaN(value)) {
      throw Errors.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw Errors.overflowError("cannot convert float infinity to integer");
    }
    return PyInt.of(FloatBits.toBigInteger(value));
  }

  /** The numerator and the denominator of the value; null when it is not finite. */
  static PyInt[] ratio(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    if (value == 0) {
      return new PyInt[] {PyLong.ZERO, PyLong.ONE};
    }
    long mantissa = FloatBits.mantissa(value);
    int zeros = Long.numberOfTrailingZeros(mantissa);
    mantissa >>= zeros;
    int exponent = FloatBits.exponent(value) + zeros;
    BigInteger numerator = BigInteger.valueOf(value < 0 ? -mantissa : mantissa);
    return exponent >= 0
        ? new PyInt[] {PyInt.of(numerator.shiftLeft(exponent)), PyLong.ONE}
        : new PyInt[] {PyInt.of(numerator), PyInt.of(BigInteger.ONE.shiftLeft(-exponent))};
  }

  /**
   * The exact order of a float and an int: negative, zero or positive.
   *
   * @param a not NaN
   */
  public static int compare(double a, PyInt b) {
    if (Double.isInfinite(a)) {
      return a > 0 ? 1 : -1;
    }
    if (b.fitsLong()) {
      return compareLong(a, b.longValue());
    }
    return a < TWO_63 && a >= -TWO_63
        ? -b.signum()
        : FloatBits.toBigInteger(a).compareTo(b.bigValue());
  }

  private static int compareLong(double a, long b) {
    if (a >= TWO_63) {
      return 1;
    }
    if (a < -TWO_63) {
      return -1;
    }
    long whole = (long) a;
    if (whole != b) {
      return Long.compare(whole, b);
    }
    return a > (double) whole ? 1 : a < (double) whole ? -1 : 0;
  }
}
