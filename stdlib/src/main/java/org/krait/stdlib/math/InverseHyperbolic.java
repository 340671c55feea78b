package org.krait.stdlib.math;

/** The inverse hyperbolic functions, which Java lacks. */
final class InverseHyperbolic {
  private static final double LN_2 = 0.6931471805599453;
  private static final double LARGE = 0x1p28;
  private static final double SMALL = 0x1p-28;

  private InverseHyperbolic() {}

  static double asinh(double x) {
    double a = Math.abs(x);
    if (a < SMALL || !Double.isFinite(x)) {
      return x;
    }
    double result;
    if (a > LARGE) {
      result = Math.log(a) + LN_2;
    } else if (a > 2) {
      result = Math.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      double square = a * a;
      result = Math.log1p(a + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (!(x >= 1)) {
      return Double.NaN;
    }
    if (x > LARGE) {
      return Math.log(x) + LN_2;
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double atanh(double x) {
    double a = Math.abs(x);
    if (a < SMALL || a > 1) {
      return a > 1 ? Double.NaN : x;
    }
    double t = 2 * a;
    double result =
        a < 0.5 ? 0.5 * Math.log1p(t + t * a / (1 - a)) : 0.5 * Math.log1p(t / (1 - a));
    return Math.copySign(result, x);
  }
}
