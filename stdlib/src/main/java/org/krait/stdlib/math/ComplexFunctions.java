package org.krait.stdlib.math;

import org.krait.runtime.types.PyComplex;

/**
 * Elementary functions of a complex variable, after Kahan's "Branch Cuts for Complex Elementary
 * Functions": by formulas that keep signs of zeros and do not overflow before the result does.
 */
final class ComplexFunctions {
  private static final double LARGE = Double.MAX_VALUE / 4;
  private static final double SQRT_LARGE = Math.sqrt(LARGE);
  private static final double LOG_LARGE = Math.log(LARGE);
  private static final double SQRT_TINY = Math.sqrt(Double.MIN_NORMAL);
  private static final double LN_2 = 0.6931471805599453;
  private static final int UP = 53;
  private static final int DOWN = -27;

  private ComplexFunctions() {}

  private static boolean isSpecial(PyComplex z) {
    return !Double.isFinite(z.real) || !Double.isFinite(z.imag);
  }

  private static boolean isLarge(PyComplex z) {
    return Math.abs(z.real) > LARGE || Math.abs(z.imag) > LARGE;
  }

  /** log(2 * |z|) where |z| might overflow. */
  private static double logTwice(PyComplex z) {
    return Math.log(Math.hypot(z.real / 2, z.imag / 2)) + 2 * LN_2;
  }

  /** A result that is infinite only by overflow. */
  private static PyComplex finite(double real, double imag) {
    if (Double.isInfinite(real) || Double.isInfinite(imag)) {
      throw MathErrors.range();
    }
    return new PyComplex(real, imag);
  }

  static PyComplex sqrt(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.SQRT.at(z.real, z.imag);
    }
    if (z.real == 0 && z.imag == 0) {
      return new PyComplex(0.0, z.imag);
    }
    double x = Math.abs(z.real);
    double y = Math.abs(z.imag);
    double s;
    if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
      double scaled = Math.scalb(x, UP);
      s = Math.scalb(Math.sqrt(scaled + Math.hypot(scaled, Math.scalb(y, UP))), DOWN);
    } else {
      x /= 8;
      s = 2 * Math.sqrt(x + Math.hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return z.real >= 0
        ? new PyComplex(s, Math.copySign(d, z.imag))
        : new PyComplex(d, Math.copySign(s, z.imag));
  }

  static PyComplex acos(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.ACOS.at(z.real, z.imag);
    }
    if (isLarge(z)) {
      double log = logTwice(z);
      return new PyComplex(
          Math.atan2(Math.abs(z.imag), z.real),
          z.real < 0 ? -Math.copySign(log, z.imag) : Math.copySign(log, -z.imag));
    }
    PyComplex a = sqrt(new PyComplex(1 - z.real, -z.imag));
    PyComplex b = sqrt(new PyComplex(1 + z.real, z.imag));
    return new PyComplex(
        2 * Math.atan2(a.real, b.real),
        InverseHyperbolic.asinh(b.real * a.imag - b.imag * a.real));
  }

  static PyComplex acosh(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.ACOSH.at(z.real, z.imag);
    }
    if (isLarge(z)) {
      return new PyComplex(logTwice(z), Math.atan2(z.imag, z.real));
    }
    PyComplex a = sqrt(new PyComplex(z.real - 1, z.imag));
    PyComplex b = sqrt(new PyComplex(z.real + 1, z.imag));
    return new PyComplex(
        InverseHyperbolic.asinh(a.real * b.real + a.imag * b.imag),
        2 * Math.atan2(a.imag, b.real));
  }

  static PyComplex asin(PyComplex z) {
    PyComplex s = asinh(new PyComplex(-z.imag, z.real));
    return new PyComplex(s.imag, -s.real);
  }

  static PyComplex asinh(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.ASINH.at(z.real, z.imag);
    }
    if (isLarge(z)) {
      double log = logTwice(z);
      return new PyComplex(
          z.imag >= 0 ? Math.copySign(log, z.real) : -Math.copySign(log, -z.real),
          Math.atan2(z.imag, Math.abs(z.real)));
    }
    PyComplex a = sqrt(new PyComplex(1 + z.imag, -z.real));
    PyComplex b = sqrt(new PyComplex(1 - z.imag, z.real));
    return new PyComplex(
        InverseHyperbolic.asinh(a.real * b.imag - b.real * a.imag),
        Math.atan2(z.imag, a.real * b.real - a.imag * b.imag));
  }

  static PyComplex atan(PyComplex z) {
    PyComplex s = atanh(new PyComplex(-z.imag, z.real));
    return new PyComplex(s.imag, -s.real);
  }

  static PyComplex atanh(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.ATANH.at(z.real, z.imag);
    }
    if (Math.copySign(1.0, z.real) < 0) {
      PyComplex mirrored = atanh(new PyComplex(-z.real, -z.imag));
      return new PyComplex(-mirrored.real, -mirrored.imag);
    }
    double y = Math.abs(z.imag);
    if (z.real > SQRT_LARGE || y > SQRT_LARGE) {
      double h = Math.hypot(z.real / 2, z.imag / 2);
      return new PyComplex(
          z.real / 4 / h / h, -Math.copySign(Math.PI / 2, -z.imag));
    }
    if (z.real == 1 && y < SQRT_TINY) {
      if (y == 0) {
        throw MathErrors.domain();
      }
      return new PyComplex(
          -Math.log(Math.sqrt(y) / Math.sqrt(Math.hypot(y, 2))),
          Math.copySign(Math.atan2(2, -y) / 2, z.imag));
    }
    double x = z.real;
    return new PyComplex(
        Math.log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4,
        -Math.atan2(-2 * z.imag, (1 - x) * (1 + x) - y * y) / 2);
  }

  static PyComplex cos(PyComplex z) {
    return cosh(new PyComplex(-z.imag, z.real));
  }

  static PyComplex cosh(PyComplex z) {
    double x = z.real;
    double y = z.imag;
    if (isSpecial(z)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        return new PyComplex(
            Math.copySign(Double.POSITIVE_INFINITY, Math.cos(y)),
            Math.copySign(x, x > 0 ? Math.sin(y) : -Math.sin(y)));
      }
      return SpecialValues.COSH.at(x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1.0, x);
      return finite(
          Math.cos(y) * Math.cosh(less) * Math.E, Math.sin(y) * Math.sinh(less) * Math.E);
    }
    return finite(Math.cos(y) * Math.cosh(x), Math.sin(y) * Math.sinh(x));
  }

  static PyComplex sin(PyComplex z) {
    PyComplex s = sinh(new PyComplex(-z.imag, z.real));
    return new PyComplex(s.imag, -s.real);
  }

  static PyComplex sinh(PyComplex z) {
    double x = z.real;
    double y = z.imag;
    if (isSpecial(z)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        return new PyComplex(
            Math.copySign(x, x > 0 ? Math.cos(y) : -Math.cos(y)),
            Math.copySign(Double.POSITIVE_INFINITY, Math.sin(y)));
      }
      return SpecialValues.SINH.at(x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      double less = x - Math.copySign(1.0, x);
      return finite(
          Math.cos(y) * Math.sinh(less) * Math.E, Math.sin(y) * Math.cosh(less) * Math.E);
    }
    return finite(Math.cos(y) * Math.sinh(x), Math.sin(y) * Math.cosh(x));
  }

  static PyComplex tan(PyComplex z) {
    PyComplex s = tanh(new PyComplex(-z.imag, z.real));
    return new PyComplex(s.imag, -s.real);
  }

  static PyComplex tanh(PyComplex z) {
    double x = z.real;
    double y = z.imag;
    if (isSpecial(z)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        return new PyComplex(
            Math.copySign(1.0, x), Math.copySign(0.0, 2 * Math.sin(y) * Math.cos(y)));
      }
      return SpecialValues.TANH.at(x, y);
    }
    if (Math.abs(x) > LOG_LARGE) {
      return new PyComplex(
          Math.copySign(1.0, x),
          4 * Math.sin(y) * Math.cos(y) * Math.exp(-2 * Math.abs(x)));
    }
    double tx = StrictMath.tanh(x);
    double ty = Math.tan(y);
    double cx = 1 / Math.cosh(x);
    double product = tx * ty;
    double scale = 1 + product * product;
    return new PyComplex(tx * (1 + ty * ty) / scale, ty / scale * cx * cx);
  }

  static PyComplex exp(PyComplex z) {
    double x = z.real;
    double y = z.imag;
    if (isSpecial(z)) {
      if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
        double size = x > 0 ? x : 0.0;
        return new PyComplex(
            Math.copySign(size, Math.cos(y)), Math.copySign(size, Math.sin(y)));
      }
      return SpecialValues.EXP.at(x, y);
    }
    if (x > LOG_LARGE) {
      double size = Math.exp(x - 1);
      return finite(size * Math.cos(y) * Math.E, size * Math.sin(y) * Math.E);
    }
    double size = Math.exp(x);
    return finite(size * Math.cos(y), size * Math.sin(y));
  }

  static PyComplex log(PyComplex z) {
    if (isSpecial(z)) {
      return SpecialValues.LOG.at(z.real, z.imag);
    }
    return new PyComplex(logOfAbs(z), Math.atan2(z.imag, z.real));
  }

  private static double logOfAbs(PyComplex z) {
    double x = Math.abs(z.real);
    double y = Math.abs(z.imag);
    if (isLarge(z)) {
      return Math.log(Math.hypot(x / 2, y / 2)) + LN_2;
    }
    if (x < Double.MIN_NORMAL && y < Double.MIN_NORMAL) {
      if (x == 0 && y == 0) {
        throw MathErrors.domain();
      }
      return Math.log(Math.hypot(Math.scalb(x, UP), Math.scalb(y, UP))) - UP * LN_2;
    }
    double h = Math.hypot(x, y);
    if (h >= 0.71 && h <= 1.73) {
      double more = Math.max(x, y);
      double less = Math.min(x, y);
      return Math.log1p((more - 1) * (more + 1) + less * less) / 2;
    }
    return Math.log(h);
  }

  static PyComplex rect(double r, double phi) {
    if (!Double.isFinite(r) || !Double.isFinite(phi)) {
      if (Double.isInfinite(r) && Double.isFinite(phi) && phi != 0) {
        double sign = Math.copySign(1.0, r);
        return new PyComplex(
            Math.copySign(Double.POSITIVE_INFINITY, sign * Math.cos(phi)),
            Math.copySign(Double.POSITIVE_INFINITY, sign * Math.sin(phi)));
      }
      return SpecialValues.RECT.at(r, phi);
    }
    return phi == 0
        ? new PyComplex(r, r * phi)
        : new PyComplex(r * Math.cos(phi), r * Math.sin(phi));
  }
}
