package org.krait.stdlib.math;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.ComplexArithmetic;
import org.krait.runtime.types.ComplexCreation;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyTuple;

/** {@code cmath}. */
@BuiltinModule(
    value = "cmath",
    doc =
        "This module provides access to mathematical functions for complex\nnumbers.")
public final class ComplexMathModule {
  private static final double LN_10 = 2.302585092994046;

  @Value("pi")
  static final double PI = Math.PI;

  @Value("e")
  static final double E = Math.E;

  @Value("tau")
  static final double TAU = 2 * Math.PI;

  @Value("inf")
  static final double INF = Double.POSITIVE_INFINITY;

  @Value("nan")
  static final double NAN = Double.NaN;

  @Value("infj")
  static final PyComplex INF_J = new PyComplex(0, Double.POSITIVE_INFINITY);

  @Value("nanj")
  static final PyComplex NAN_J = new PyComplex(0, Double.NaN);

  private ComplexMathModule() {}

  /** An argument that is a complex number or becomes one. */
  record Argument(PyComplex z) {
    /** For the argument conversion of the build. */
    public static Argument fromArgument(PyObject value, String which) {
      return new Argument(ComplexCreation.argument(value));
    }
  }

  @Function("acos(z, /)")
  static PyObject acos(Argument z) {
    return ComplexFunctions.acos(z.z());
  }

  @Function("acosh(z, /)")
  static PyObject acosh(Argument z) {
    return ComplexFunctions.acosh(z.z());
  }

  @Function("asin(z, /)")
  static PyObject asin(Argument z) {
    return ComplexFunctions.asin(z.z());
  }

  @Function("asinh(z, /)")
  static PyObject asinh(Argument z) {
    return ComplexFunctions.asinh(z.z());
  }

  @Function("atan(z, /)")
  static PyObject atan(Argument z) {
    return ComplexFunctions.atan(z.z());
  }

  @Function("atanh(z, /)")
  static PyObject atanh(Argument z) {
    return ComplexFunctions.atanh(z.z());
  }

  @Function("cos(z, /)")
  static PyObject cos(Argument z) {
    return ComplexFunctions.cos(z.z());
  }

  @Function("cosh(z, /)")
  static PyObject cosh(Argument z) {
    return ComplexFunctions.cosh(z.z());
  }

  @Function("exp(z, /)")
  static PyObject exp(Argument z) {
    return ComplexFunctions.exp(z.z());
  }

  @Function("sin(z, /)")
  static PyObject sin(Argument z) {
    return ComplexFunctions.sin(z.z());
  }

  @Function("sinh(z, /)")
  static PyObject sinh(Argument z) {
    return ComplexFunctions.sinh(z.z());
  }

  @Function("sqrt(z, /)")
  static PyObject sqrt(Argument z) {
    return ComplexFunctions.sqrt(z.z());
  }

  @Function("tan(z, /)")
  static PyObject tan(Argument z) {
    return ComplexFunctions.tan(z.z());
  }

  @Function("tanh(z, /)")
  static PyObject tanh(Argument z) {
    return ComplexFunctions.tanh(z.z());
  }

  @Function("log(z, base=NULL, /)")
  static PyObject log(Argument z, PyObject base) {
    PyComplex log = ComplexFunctions.log(z.z());
    if (base == null) {
      return log;
    }
    PyComplex divisor = ComplexFunctions.log(ComplexCreation.argument(base));
    try {
      return ComplexArithmetic.div(log, divisor);
    } catch (PyException e) {
      throw e.is(PyExceptions.ZeroDivisionError) ? MathErrors.domain() : e;
    }
  }

  @Function("log10(z, /)")
  static PyObject log10(Argument z) {
    PyComplex log = ComplexFunctions.log(z.z());
    return new PyComplex(log.real / LN_10, log.imag / LN_10);
  }

  @Function("phase(z, /)")
  static double phase(Argument z) {
    return Math.atan2(z.z().imag, z.z().real);
  }

  @Function("polar(z, /)")
  static PyObject polar(Argument z) {
    double abs = ComplexArithmetic.abs(z.z());
    if (Double.isInfinite(abs) && isFinite(z.z())) {
      throw MathErrors.range();
    }
    return PyTuple.of(PyFloat.of(abs), PyFloat.of(phase(z)));
  }

  @Function("rect(r, phi, /)")
  static PyObject rect(double r, double phi) {
    return ComplexFunctions.rect(r, phi);
  }

  private static boolean isFinite(PyComplex z) {
    return Double.isFinite(z.real) && Double.isFinite(z.imag);
  }

  @Function("isfinite(z, /)")
  static boolean isFinite(Argument z) {
    return isFinite(z.z());
  }

  @Function("isnan(z, /)")
  static boolean isNan(Argument z) {
    return Double.isNaN(z.z().real) || Double.isNaN(z.z().imag);
  }

  @Function("isinf(z, /)")
  static boolean isInf(Argument z) {
    return Double.isInfinite(z.z().real) || Double.isInfinite(z.z().imag);
  }

  @Function("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)")
  static boolean isClose(Argument first, Argument second, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    PyComplex a = first.z();
    PyComplex b = second.z();
    if (a.real == b.real && a.imag == b.imag) {
      return true;
    }
    if (isInf(first) || isInf(second)) {
      return false;
    }
    double difference = ComplexArithmetic.abs(ComplexArithmetic.sub(a, b));
    return difference <= relative * ComplexArithmetic.abs(b)
        || difference <= relative * ComplexArithmetic.abs(a)
        || difference <= absolute;
  }
}
