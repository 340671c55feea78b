package org.krait.stdlib.math;

import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.FloatArithmetic;
import org.krait.runtime.types.PyInt;

/** Exponential, logarithmic, trigonometric and hyperbolic functions of {@code math}. */
final class ElementaryFunctions {
  private static final double TO_DEGREES = 180.0 / Math.PI;
  private static final double TO_RADIANS = Math.PI / 180.0;

  private ElementaryFunctions() {}

  @Function("acos(x, /)")
  static double acos(double x) {
    return MathErrors.checked(x, Math.acos(x));
  }

  @Function("asin(x, /)")
  static double asin(double x) {
    return MathErrors.checked(x, Math.asin(x));
  }

  @Function("atan(x, /)")
  static double atan(double x) {
    return MathErrors.checked(x, Math.atan(x));
  }

  @Function("cos(x, /)")
  static double cos(double x) {
    return MathErrors.checked(x, Math.cos(x));
  }

  @Function("sin(x, /)")
  static double sin(double x) {
    return MathErrors.checked(x, Math.sin(x));
  }

  @Function("tan(x, /)")
  static double tan(double x) {
    return MathErrors.checked(x, Math.tan(x));
  }

  @Function("cosh(x, /)")
  static double cosh(double x) {
    return MathErrors.overflowing(x, Math.cosh(x));
  }

  @Function("sinh(x, /)")
  static double sinh(double x) {
    return MathErrors.overflowing(x, Math.sinh(x));
  }

  @Function("tanh(x, /)")
  static double tanh(double x) {
    return MathErrors.checked(x, StrictMath.tanh(x));
  }

  @Function("acosh(x, /)")
  static double acosh(double x) {
    return MathErrors.checked(x, InverseHyperbolic.acosh(x));
  }

  @Function("asinh(x, /)")
  static double asinh(double x) {
    return MathErrors.checked(x, InverseHyperbolic.asinh(x));
  }

  @Function("atanh(x, /)")
  static double atanh(double x) {
    return MathErrors.checked(x, InverseHyperbolic.atanh(x));
  }

  @Function("exp(x, /)")
  static double exp(double x) {
    return MathErrors.overflowing(x, Math.exp(x));
  }

  @Function("expm1(x, /)")
  static double expm1(double x) {
    return MathErrors.overflowing(x, Math.expm1(x));
  }

  @Function("log1p(x, /)")
  static double log1p(double x) {
    return MathErrors.checked(x, Math.log1p(x));
  }

  @Function("sqrt(x, /)")
  static double sqrt(double x) {
    return MathErrors.checked(x, Math.sqrt(x));
  }

  @Function("cbrt(x, /)")
  static double cbrt(double x) {
    return MathErrors.checked(x, Math.cbrt(x));
  }

  @Function("exp2(x, /)")
  static double exp2(double x) {
    return MathErrors.overflowing(x, Logarithms.exp2(x));
  }

  @Function("atan2(y, x, /)")
  static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  @Function("degrees(x, /)")
  static double degrees(double x) {
    return x * TO_DEGREES;
  }

  @Function("radians(x, /)")
  static double radians(double x) {
    return x * TO_RADIANS;
  }

  @Function(value = "log(x, base=NULL, /)", textSignature = false)
  static double log(PyObject x, PyObject base) {
    double logarithm = natural(x);
    return base == null ? logarithm : FloatArithmetic.divide(logarithm, natural(base));
  }

  private static double natural(PyObject x) {
    if (x instanceof PyInt number && !number.fitsLong()) {
      return Logarithms.ofBig(checkPositive(number), Math::log, Logarithms.LN_2);
    }
    return Math.log(checkPositive(Arguments.toDouble(x)));
  }

  @Function("log2(x, /)")
  static double log2(PyObject x) {
    if (x instanceof PyInt number && !number.fitsLong()) {
      return Logarithms.ofBig(checkPositive(number), Logarithms::log2, 1.0);
    }
    return Logarithms.log2(checkPositive(Arguments.toDouble(x)));
  }

  @Function("log10(x, /)")
  static double log10(PyObject x) {
    if (x instanceof PyInt number && !number.fitsLong()) {
      return Logarithms.ofBig(checkPositive(number), Math::log10, Logarithms.LOG10_2);
    }
    return Math.log10(checkPositive(Arguments.toDouble(x)));
  }

  private static double checkPositive(double x) {
    if (x <= 0) {
      throw MathErrors.domain();
    }
    return x;
  }

  private static PyInt checkPositive(PyInt x) {
    if (x.signum() <= 0) {
      throw MathErrors.domain();
    }
    return x;
  }

  @Function("pow(x, y, /)")
  static double pow(double x, double y) {
    if (x == 1 || x == -1 && Double.isInfinite(y)) {
      return 1.0;
    }
    double result = Math.pow(x, y);
    boolean finite = Double.isFinite(x) && Double.isFinite(y);
    if (Double.isNaN(result) && finite) {
      throw MathErrors.domain();
    }
    if (Double.isInfinite(result) && finite) {
      throw x == 0 ? MathErrors.domain() : MathErrors.range();
    }
    return result;
  }
}
