package org.krait.stdlib.math;

import org.krait.annotations.Function;

/** The gamma and error functions. */
final class SpecialFunctions {
  private SpecialFunctions() {}

  @Function("gamma(x, /)")
  static double gamma(double x) {
    if (x == 0 || x == Double.NEGATIVE_INFINITY || x < 0 && x == Math.floor(x)) {
      throw MathErrors.domain();
    }
    return MathErrors.overflowing(x, Gamma.gamma(x));
  }

  @Function("lgamma(x, /)")
  static double lgamma(double x) {
    if (Double.isInfinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x <= 0 && x == Math.floor(x)) {
      throw MathErrors.domain();
    }
    return MathErrors.overflowing(x, Gamma.logGamma(x));
  }

  @Function("erf(x, /)")
  static double erf(double x) {
    return ErrorFunction.erf(x);
  }

  @Function("erfc(x, /)")
  static double erfc(double x) {
    return ErrorFunction.erfc(x);
  }
}
