package org.krait.stdlib.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;

/** The sum of the parts that {@code timedelta} is called with. */
final class DeltaParts {
  private static final double HALF = 0.5;

  /** The order in which the parts are added, and how many microseconds each counts. */
  private static final Part[] PARTS = {
    new Part("microseconds", 2, 1),
    new Part("milliseconds", 3, 1_000),
    new Part("seconds", 1, 1_000_000),
    new Part("minutes", 4, 60_000_000L),
    new Part("hours", 5, 3_600_000_000L),
    new Part("days", 0, 86_400_000_000L),
    new Part("weeks", 6, 604_800_000_000L)
  };

  private record Part(String name, int place, long micros) {}

  private BigInteger whole = BigInteger.ZERO;

  /** The fractions of microseconds that floats left over. */
  private double rest;

  private DeltaParts() {}

  static PyTimeDelta sum(PyType cls, PyObject[] values) {
    DeltaParts sum = new DeltaParts();
    for (Part part : PARTS) {
      PyObject value = values[part.place];
      if (value != null) {
        sum.add(part, value);
      }
    }
    return PyTimeDelta.ofMicros(cls, sum.rounded());
  }

  private void add(Part part, PyObject value) {
    BigInteger factor = BigInteger.valueOf(part.micros);
    if (value instanceof PyInt number) {
      whole = whole.add(number.bigValue().multiply(factor));
    } else if (value instanceof PyFloat number) {
      double real = number.doubleValue();
      double units = truncated(real);
      whole = whole.add(new BigDecimal(units).toBigInteger().multiply(factor));
      double fraction = (real - units) * part.micros;
      double micros = truncated(fraction);
      whole = whole.add(BigInteger.valueOf((long) micros));
      rest += fraction - micros;
    } else {
      throw Errors.typeError(
          "unsupported type for timedelta %s component: %s", part.name, value.type().fullName());
    }
  }

  private static double truncated(double value) {
    if (Double.isNaN(value)) {
      throw Errors.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw Errors.overflowError("cannot convert float infinity to integer");
    }
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  /** The sum with the rest rounded; a half goes to the even sum. */
  private BigInteger rounded() {
    if (rest == 0) {
      return whole;
    }
    double extra = Convert.round(rest);
    if (Math.abs(extra - rest) == HALF) {
      int odd = whole.testBit(0) ? 1 : 0;
      extra = 2 * Convert.round((rest + odd) * HALF) - odd;
    }
    return whole.add(BigInteger.valueOf((long) extra));
  }
}
