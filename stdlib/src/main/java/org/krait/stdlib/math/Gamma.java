package org.krait.stdlib.math;

/**
 * The gamma function by Lanczos' approximation, with the parameters (N = 13, g = 6.0246…) that CPython
 * takes from Boost, so that results agree to the last bit nearly everywhere.
 */
final class Gamma {
  private static final double G = 6.024680040776729583740234375;
  private static final double G_MINUS_HALF = 5.524680040776729583740234375;
  private static final double LN_PI = 1.144729885849400174143427351353058711647;
  private static final double TINY = 1e-20;
  private static final double LARGEST = 200;

  private static final double[] NUMERATOR = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408
  };

  private static final double[] DENOMINATOR = {
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0,
    357423.0, 32670.0, 1925.0, 66.0, 1.0
  };

  /** Factorials that are exact doubles: gamma of the integers from 1. */
  private static final double[] FACTORIALS = new double[23];

  static {
    FACTORIALS[0] = 1;
    for (int i = 1; i < FACTORIALS.length; i++) {
      FACTORIALS[i] = FACTORIALS[i - 1] * i;
    }
  }

  private Gamma() {}

  /** The rational function of Lanczos, from whichever end does not overflow. */
  private static double lanczos(double x) {
    double numerator = 0;
    double denominator = 0;
    if (x < 5) {
      for (int i = NUMERATOR.length - 1; i >= 0; i--) {
        numerator = numerator * x + NUMERATOR[i];
        denominator = denominator * x + DENOMINATOR[i];
      }
    } else {
      for (int i = 0; i < NUMERATOR.length; i++) {
        numerator = numerator / x + NUMERATOR[i];
        denominator = denominator / x + DENOMINATOR[i];
      }
    }
    return numerator / denominator;
  }

  /** sin(pi * x), exact about its zeros. */
  private static double sinPi(double x) {
    double y = Math.abs(x) % 2;
    double sine =
        switch ((int) Math.round(2 * y)) {
          case 0 -> Math.sin(Math.PI * y);
          case 1 -> Math.cos(Math.PI * (y - 0.5));
          case 2 -> Math.sin(Math.PI * (1 - y));
          case 3 -> -Math.cos(Math.PI * (y - 1.5));
          default -> Math.sin(Math.PI * (y - 2));
        };
    return Math.copySign(1.0, x) * sine;
  }

  /** The gamma function of what is no pole. */
  static double gamma(double x) {
    if (!Double.isFinite(x)) {
      return x;
    }
    if (x == Math.floor(x) && x <= FACTORIALS.length) {
      return FACTORIALS[(int) x - 1];
    }
    double a = Math.abs(x);
    if (a < TINY) {
      return 1 / x;
    }
    if (a > LARGEST) {
      return x < 0 ? 0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = a + G_MINUS_HALF;
    // What rounding took from y, as a relative correction of the power below.
    double lost = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
    double correction = lost * G / y;
    if (x < 0) {
      double r = -Math.PI / sinPi(a) / a * Math.exp(y) / lanczos(a);
      r -= correction * r;
      if (a < 140) {
        return r / Math.pow(y, a - 0.5);
      }
      double root = Math.pow(y, a / 2 - 0.25);
      return r / root / root;
    }
    double r = lanczos(a) / Math.exp(y);
    r += correction * r;
    if (a < 140) {
      return r * Math.pow(y, a - 0.5);
    }
    double root = Math.pow(y, a / 2 - 0.25);
    return r * root * root;
  }

  /** The logarithm of the absolute value of the gamma function of what is no pole. */
  static double logGamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x == 1 || x == 2) {
      return 0;
    }
    double a = Math.abs(x);
    if (a < TINY) {
      return -Math.log(a);
    }
    double r = Math.log(lanczos(a)) - G;
    r += (a - 0.5) * (Math.log(a + G - 0.5) - 1);
    return x < 0 ? LN_PI - Math.log(Math.abs(sinPi(a))) - Math.log(a) - r : r;
  }
}
