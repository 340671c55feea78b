package org.krait.stdlib.math;

/**
 * The error function: its power series about zero, a continued fraction far out.
 *
 * <p>Both are summed in two doubles, so that only the last step rounds.
 */
final class ErrorFunction {
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  private static final double TWO_OVER_ROOT_PI_REST = 1.533545961316588e-17;
  private static final double ROOT_PI = 1.7724538509055159;
  private static final double SERIES_END = 2.5;
  private static final double ERFC_END = 27.3;

  private ErrorFunction() {}

  static double erf(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (a < 1e-150) {
      return x * TWO_OVER_ROOT_PI;
    }
    double result = a < SERIES_END ? series(a)[0] : a > 6 ? 1 : 1 - fraction(a);
    return Math.copySign(result, x);
  }

  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x < 0) {
      return 1 + erf(-x);
    }
    if (x < 1.5) {
      double[] erf = series(x);
      return 1 - erf[0] - erf[1];
    }
    return x > ERFC_END ? 0 : fraction(x);
  }

  /**
   * erf(x) as a sum of two doubles, by its alternating power series.
   */
  private static double[] series(double x) {
    double square = x * x;
    double squareRest = Math.fma(x, x, -square);
    double term = x;
    double termRest = 0;
    double sum = x;
    double sumRest = 0;
    for (int n = 1; n < 200; n++) {
      // term *= -x*x / n
      double product = term * square;
      double productRest =
          Math.fma(term, square, -product) + term * squareRest + termRest * square;
      term = -product / n;
      termRest = (-Math.fma(term, n, product) - productRest) / n;
      int odd = 2 * n + 1;
      double part = term / odd;
      double partRest = (-Math.fma(part, odd, -term) + termRest) / odd;
      double next = sum + part;
      double back = next - sum;
      sumRest += (sum - (next - back)) + (part - back) + partRest;
      sum = next;
      if (Math.abs(part) < Math.abs(sum) * 1e-33) {
        break;
      }
    }
    double high = sum * TWO_OVER_ROOT_PI;
    double low =
        Math.fma(sum, TWO_OVER_ROOT_PI, -high)
            + sum * TWO_OVER_ROOT_PI_REST
            + sumRest * TWO_OVER_ROOT_PI;
    double result = high + low;
    return new double[] {result, high - result + low};
  }

  /** erfc(x) for large x, by Laplace's continued fraction evaluated from its end. */
  private static double fraction(double x) {
    double tail = x;
    for (int n = x < 3 ? 160 : 80; n > 0; n--) {
      tail = x + n / 2.0 / tail;
    }
    double square = x * x;
    double squareRest = Math.fma(x, x, -square);
    // exp(-x*x) underflows before the quotient matters: split it.
    double half = Math.exp(-square / 2);
    return half * ((1 - squareRest) / (ROOT_PI * tail)) * half;
  }
}
