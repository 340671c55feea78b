package org.krait.stdlib.math;

import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;
import org.krait.runtime.numbers.FloatBits;
import org.krait.runtime.types.PyInt;

/** Logarithms of what is too large for a double, and to base two. */
final class Logarithms {
  static final double LN_2 = 0.6931471805599453;
  static final double LOG10_2 = 0.3010299956639812;

  /** 1 / ln 2 in two parts. */
  private static final double LOG2_E = 1.4426950408889634;

  private static final double LOG2_E_REST = 2.0355273740931033e-17;
  private static final double SQRT_2 = 1.4142135623730951;

  private Logarithms() {}

  /**
   * The logarithm of a positive int: that of its highest bits, and of two as often as bits are left
   * out.
   */
  static double ofBig(PyInt x, DoubleUnaryOperator log, double logOfTwo) {
    BigInteger value = x.bigValue();
    double direct = value.doubleValue();
    if (!Double.isInfinite(direct)) {
      return log.applyAsDouble(direct);
    }
    int exponent = value.bitLength();
    double fraction = FloatBits.nearest(value, -exponent, false);
    return log.applyAsDouble(fraction) + logOfTwo * exponent;
  }

  /** The logarithm to base two, exact for powers of two. */
  static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
    }
    int exponent = Math.getExponent(x);
    double scaled = x;
    if (exponent < Double.MIN_EXPONENT) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled);
    }
    int shift = scaled == x ? 0 : 54;
    double mantissa = Math.scalb(scaled, -exponent);
    if (mantissa > SQRT_2) {
      mantissa /= 2;
      exponent++;
    }
    double ln = Math.log(mantissa);
    double high = ln * LOG2_E;
    double low = Math.fma(ln, LOG2_E, -high) + ln * LOG2_E_REST;
    double whole = exponent - shift;
    double sum = whole + high;
    return sum + (whole - sum + high + low);
  }

  /** Two to the power of x. */
  static double exp2(double x) {
    return Math.pow(2.0, x);
  }
}
