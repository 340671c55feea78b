package org.krait.runtime.types;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;

/** Arithmetic of floats where Python's is not Java's. */
public final class FloatArithmetic {
  private static final int RANGE_ERROR = 34;

  private FloatArithmetic() {}

  /** {@code a / b}. */
  public static double divide(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivisionError("float division by zero");
    }
    return a / b;
  }

  /** {@code a // b}. */
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivisionError("float floor division by zero");
    }
    return quotient(a, b, remainder(a, b));
  }

  /** {@code a % b}: with the sign of {@code b}. */
  public static double modulo(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivisionError("float modulo");
    }
    return remainder(a, b);
  }

  /** {@code divmod(a, b)}. */
  public static PyTuple divMod(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivisionError("float divmod()");
    }
    double rest = remainder(a, b);
    return PyTuple.of(PyFloat.of(quotient(a, b, rest)), PyFloat.of(rest));
  }

  private static double remainder(double a, double b) {
    double rest = a % b;
    if (rest == 0) {
      return Math.copySign(0.0, b);
    }
    return b < 0 != rest < 0 ? rest + b : rest;
  }

  /** The floor of the quotient; dividing {@code a - rest} is exact but for rounding. */
  private static double quotient(double a, double b, double rest) {
    double truncated = a % b;
    double quotient = (a - truncated) / b;
    if (truncated != 0 && b < 0 != truncated < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static void refuseModulus(PyObject modulus) {
    if (modulus != PyNone.NONE) {
      throw Errors.typeError(
          "pow() 3rd argument not allowed unless all arguments are integers");
    }
  }

  /** {@code a ** b}: a float, or a complex number for a root of a negative one. */
  public static PyObject pow(double a, double b) {
    if (a == 0 && b < 0 && b != Double.NEGATIVE_INFINITY) {
      throw Errors.zeroDivisionError("0.0 cannot be raised to a negative power");
    }
    if (a < 0 && a != Double.NEGATIVE_INFINITY && isFractional(b)) {
      return ComplexArithmetic.pow(new PyComplex(a, 0), new PyComplex(b, 0));
    }
    return PyFloat.of(realPow(a, b));
  }

  private static boolean isFractional(double b) {
    return Math.floor(b) != b && !Double.isNaN(b);
  }

  private static double realPow(double a, double b) {
    // Java says NaN where C says that these bases do not care for the exponent.
    if (a == 1 || a == -1 && Double.isInfinite(b)) {
      return 1.0;
    }
    double result = Math.pow(a, b);
    if (Double.isInfinite(result) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
      throw rangeError();
    }
    return result;
  }

  /** The OverflowError that C's ERANGE becomes. */
  public static PyException rangeError() {
    return Errors.of(
        PyExceptions.OverflowError,
        PyLong.of(RANGE_ERROR),
        PyStr.of("Numerical result out of range"));
  }
}
