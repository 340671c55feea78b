package org.krait.runtime.types;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;

/** Arithmetic of complex numbers, with CPython's choice of formulas. */
public final class ComplexArithmetic {
  private static final int SMALL_EXPONENT = 100;

  private ComplexArithmetic() {}

  /** {@code a + b}. */
  public static PyComplex add(PyComplex a, PyComplex b) {
    return new PyComplex(a.real + b.real, a.imag + b.imag);
  }

  /** {@code a - b}. */
  public static PyComplex sub(PyComplex a, PyComplex b) {
    return new PyComplex(a.real - b.real, a.imag - b.imag);
  }

  /** {@code a * b}. */
  public static PyComplex mul(PyComplex a, PyComplex b) {
    return new PyComplex(
        a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
  }

  /** {@code a / b}, scaled by the greater part of the divisor. */
  public static PyComplex div(PyComplex a, PyComplex b) {
    double absReal = Math.abs(b.real);
    double absImag = Math.abs(b.imag);
    if (absReal == 0 && absImag == 0) {
      throw Errors.zeroDivisionError("complex division by zero");
    }
    if (absReal >= absImag) {
      double ratio = b.imag / b.real;
      double scale = b.real + b.imag * ratio;
      return new PyComplex(
          (a.real + a.imag * ratio) / scale, (a.imag - a.real * ratio) / scale);
    }
    if (absImag >= absReal) {
      double ratio = b.real / b.imag;
      double scale = b.real * ratio + b.imag;
      return new PyComplex(
          (a.real * ratio + a.imag) / scale, (a.imag * ratio - a.real) / scale);
    }
    return new PyComplex(Double.NaN, Double.NaN);
  }

  /** {@code abs(a)}; infinite when too large. */
  public static double abs(PyComplex a) {
    return Math.hypot(a.real, a.imag);
  }

  /** {@code a ** b}. */
  public static PyComplex pow(PyComplex a, PyComplex b) {
    PyComplex power;
    if (b.imag == 0 && b.real == Math.floor(b.real) && Math.abs(b.real) <= SMALL_EXPONENT) {
      power = integerPower(a, (int) b.real);
    } else {
      power = generalPower(a, b);
    }
    if (Double.isInfinite(power.real) || Double.isInfinite(power.imag)) {
      throw Errors.overflowError("complex exponentiation");
    }
    return power;
  }

  private static PyComplex integerPower(PyComplex a, int exponent) {
    PyComplex result = new PyComplex(1, 0);
    PyComplex square = a;
    for (int e = Math.abs(exponent); e > 0; e >>= 1) {
      if ((e & 1) != 0) {
        result = mul(result, square);
      }
      square = mul(square, square);
    }
    if (exponent > 0) {
      return result;
    }
    if (result.real == 0 && result.imag == 0) {
      throw zeroPower();
    }
    return div(new PyComplex(1, 0), result);
  }

  private static PyException zeroPower() {
    return Errors.zeroDivisionError("0.0 to a negative or complex power");
  }

  private static PyComplex generalPower(PyComplex a, PyComplex b) {
    if (b.real == 0 && b.imag == 0) {
      return new PyComplex(1, 0);
    }
    if (a.real == 0 && a.imag == 0) {
      if (b.imag != 0 || b.real < 0) {
        throw zeroPower();
      }
      return new PyComplex(0, 0);
    }
    double abs = abs(a);
    double angle = Math.atan2(a.imag, a.real);
    double length = Math.pow(abs, b.real);
    double phase = angle * b.real;
    if (b.imag != 0) {
      length /= Math.exp(angle * b.imag);
      phase += b.imag * Math.log(abs);
    }
    return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
  }
}
