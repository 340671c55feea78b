package org.krait.stdlib.datetime;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Arguments of dates and times as Java values, in the words of {@code PyArg_ParseTuple}. */
final class Convert {
  static final long MICROS = 1_000_000;
  static final long SECONDS_OF_DAY = 86_400;
  private static final double HALF = 0.5;

  private Convert() {}

  /** An int argument, or the default when it is missing. */
  static int toInt(PyObject value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    PyInt number = Arguments.index(value);
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    long wide = number.longValue();
    if (wide != (int) wide) {
      throw Errors.overflowError(
          wide > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
    }
    return (int) wide;
  }

  /** A {@code tzinfo} argument: null for None and for a missing one. */
  static PyObject toZone(PyObject value) {
    if (value == null || value == PyNone.NONE) {
      return null;
    }
    if (!(value instanceof PyTzInfo)) {
      throw Errors.typeError(
          "tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
          value.type().fullName());
    }
    return value;
  }

  static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  static PyStr toText(PyObject value, String which) {
    return Arguments.instance(value, PyStr.class, which, "str");
  }

  /** A timestamp in microseconds, rounded to even or, with {@code whole}, down to full seconds. */
  static long timestamp(PyObject value, boolean whole) {
    if (value instanceof PyFloat number) {
      double seconds = number.doubleValue();
      if (Double.isNaN(seconds)) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      double floor = Math.floor(seconds);
      if (!(floor >= -0x1p63 && floor < 0x1p63)) {
        throw tooLarge();
      }
      if (whole) {
        return scaled((long) floor);
      }
      double down = seconds < 0 ? Math.ceil(seconds) : floor;
      return scaled((long) down) + (long) Math.rint((seconds - down) * MICROS);
    }
    PyInt number = Arguments.index(value);
    if (!number.fitsLong()) {
      throw tooLarge();
    }
    return scaled(number.longValue());
  }

  /** Seconds in microseconds; far beyond the calendar it matters only that they stay there. */
  private static long scaled(long seconds) {
    long limit = Long.MAX_VALUE / MICROS - 1;
    return Math.clamp(seconds, -limit, limit) * MICROS;
  }

  private static RuntimeException tooLarge() {
    return Errors.overflowError("timestamp out of range for platform time_t");
  }

  /** The nearest integer, halves away from zero. */
  static double round(double value) {
    return Math.copySign(Math.floor(Math.abs(value) + HALF), value);
  }
}
