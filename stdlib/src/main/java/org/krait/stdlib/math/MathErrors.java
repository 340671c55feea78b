package org.krait.stdlib.math;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;

/** What CPython makes of C's EDOM and ERANGE. */
final class MathErrors {
  private MathErrors() {}

  static PyException domain() {
    return Errors.valueError("math domain error");
  }

  static PyException range() {
    return Errors.overflowError("math range error");
  }

  /** The result of a function that cannot overflow: what is not finite for a finite argument is an error. */
  static double checked(double x, double result) {
    if (Double.isNaN(result) && !Double.isNaN(x)
        || Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isNaN(x)) {
      throw domain();
    }
    return result;
  }

  /** The result of a function that is infinite where it overflows. */
  static double overflowing(double x, double result) {
    if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isNaN(x)) {
      throw range();
    }
    return checked(x, result);
  }
}
