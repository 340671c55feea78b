package org.krait.stdlib.math;

import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.types.FloatConversion;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** Whole and fractional parts, remainders, neighbours and the nature of floats. */
final class Rounding {
  private Rounding() {}

  @Function("ceil(x, /)")
  static PyObject ceil(PyObject x) {
    if (x.getClass() != PyFloat.class) {
      PyObject method = SpecialCalls.lookup(x, Special.CEIL);
      if (method != null) {
        return method.call();
      }
    }
    return FloatConversion.toInt(Math.ceil(Arguments.toDouble(x)));
  }

  @Function("floor(x, /)")
  static PyObject floor(PyObject x) {
    if (x.getClass() != PyFloat.class) {
      PyObject method = SpecialCalls.lookup(x, Special.FLOOR);
      if (method != null) {
        return method.call();
      }
    }
    return FloatConversion.toInt(Math.floor(Arguments.toDouble(x)));
  }

  @Function("trunc(x, /)")
  static PyObject trunc(PyObject x) {
    if (x.getClass() == PyFloat.class) {
      return FloatConversion.toInt(((PyFloat) x).value);
    }
    PyObject method = SpecialCalls.lookup(x, Special.TRUNC);
    if (method == null) {
      throw Errors.typeError("type %s doesn't define __trunc__ method", x.type().fullName());
    }
    return method.call();
  }

  @Function("modf(x, /)")
  static PyObject modf(double x) {
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    double fraction = Double.isInfinite(x) ? 0.0 : x - whole;
    return PyTuple.of(PyFloat.of(Math.copySign(fraction, x)), PyFloat.of(whole));
  }

  @Function("frexp(x, /)")
  static PyObject frexp(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return PyTuple.of(PyFloat.of(x), PyInt.of(0));
    }
    double normal = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal) + 1;
    double mantissa = Math.scalb(normal, -exponent);
    return PyTuple.of(PyFloat.of(mantissa), PyInt.of(normal == x ? exponent : exponent - 54));
  }

  @Function("ldexp(x, i, /)")
  static double ldexp(double x, PyObject i) {
    if (!(i instanceof PyInt exponent)) {
      throw Errors.typeError("Expected an int as second argument to ldexp.");
    }
    if (x == 0 || !Double.isFinite(x)) {
      return x;
    }
    double result = Math.scalb(x, (int) Math.clamp(exponent.longValue(), -10_000, 10_000));
    if (Double.isInfinite(result)) {
      throw MathErrors.range();
    }
    return result;
  }

  @Function("fmod(x, y, /)")
  static double fmod(double x, double y) {
    double result = x % y;
    if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw MathErrors.domain();
    }
    return result;
  }

  @Function("remainder(x, y, /)")
  static double remainder(double x, double y) {
    double result = Math.IEEEremainder(x, y);
    if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
      throw MathErrors.domain();
    }
    return result;
  }

  @Function("fabs(x, /)")
  static double fabs(double x) {
    return Math.abs(x);
  }

  @Function("copysign(x, y, /)")
  static double copysign(double x, double y) {
    return Math.copySign(x, y);
  }

  @Function("isnan(x, /)")
  static boolean isnan(double x) {
    return Double.isNaN(x);
  }

  @Function("isinf(x, /)")
  static boolean isinf(double x) {
    return Double.isInfinite(x);
  }

  @Function("isfinite(x, /)")
  static boolean isfinite(double x) {
    return Double.isFinite(x);
  }

  @Function("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
  static boolean isclose(double a, double b, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    double difference = Math.abs(b - a);
    return !Double.isInfinite(difference)
        && (difference <= Math.abs(relative * b)
            || difference <= Math.abs(relative * a)
            || difference <= absolute);
  }

  @Function("ulp(x, /)")
  static double ulp(double x) {
    return Double.isNaN(x) ? x : Math.ulp(x);
  }

  @Function("nextafter(x, y, /, *, steps=None)")
  static double nextafter(double x, double y, PyObject steps) {
    if (steps == PyNone.NONE) {
      return Math.nextAfter(x, y);
    }
    PyInt count = Arguments.index(steps);
    if (count.signum() < 0) {
      throw Errors.valueError("steps must be a non-negative integer");
    }
    if (count.signum() == 0 || Double.isNaN(x)) {
      return x;
    }
    if (Double.isNaN(y) || x == y) {
      return y;
    }
    return walk(x, y, count.longValue());
  }

  /** Steps are differences of the bits, once these are in the order of the numbers. */
  private static double walk(double x, double y, long steps) {
    long from = ordered(x);
    long to = ordered(y);
    // No two doubles are further apart than 2**64 - 1: the distance is unsigned.
    long distance = to > from ? to - from : from - to;
    if (Long.compareUnsigned(steps, distance) >= 0) {
      return y;
    }
    long place = to > from ? from + steps : from - steps;
    return Double.longBitsToDouble(place >= 0 ? place : Long.MIN_VALUE - place);
  }

  private static long ordered(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }
}
