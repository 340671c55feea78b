package org.krait.stdlib.selecting;

import java.math.BigInteger;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;

/** Times to wait, as arguments: rounded away from zero, as CPython rounds what must not be too short. */
public final class Timeouts {
  private static final double NANOS = 1e9;
  private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000_000L);

  private Timeouts() {}

  /** Seconds as nanoseconds. */
  public static long nanos(PyObject seconds, String otherwise) {
    return scaled(seconds, NANOS, WHOLE, otherwise);
  }

  /** Milliseconds as nanoseconds. */
  static long nanosOfMilliseconds(PyObject milliseconds, String otherwise) {
    return scaled(milliseconds, 1e6, BigInteger.valueOf(1_000_000L), otherwise);
  }

  private static long scaled(PyObject time, double factor, BigInteger whole, String otherwise) {
    if (time instanceof PyFloat number) {
      double value = number.doubleValue();
      if (Double.isNaN(value)) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      double scaled = value * factor;
      double rounded = scaled >= 0 ? Math.ceil(scaled) : Math.floor(scaled);
      if (Math.abs(rounded) >= 0x1p63) {
        throw tooLarge();
      }
      return (long) rounded;
    }
    if (time.type().special(Special.INDEX) == null) {
      throw Errors.typeError("%s", otherwise);
    }
    PyInt number = Arguments.index(time);
    BigInteger scaled = number.bigValue().multiply(whole);
    if (scaled.bitLength() > 63) {
      throw tooLarge();
    }
    return scaled.longValue();
  }

  private static org.krait.runtime.PyException tooLarge() {
    return Errors.overflowError("timestamp too large to convert to C PyTime_t");
  }
}
