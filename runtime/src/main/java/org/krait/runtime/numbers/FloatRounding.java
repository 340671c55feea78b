package org.krait.runtime.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code round(x, n)} of floats: by the exact decimal value, ties to even. */
public final class FloatRounding {
  private static final long EXACT = 1L << 53;

  private FloatRounding() {}

  /**
   * The double nearest to the value rounded to so many decimal places; infinite when too large.
   *
   * @param value finite
   * @param places may be negative
   */
  public static double round(double value, long places) {
    int exponent = FloatBits.exponent(value);
    if (value == 0 || places >= 0 && exponent >= 0 || places > 340) {
      return value;
    }
    if (places < -308) {
      return Math.copySign(0.0, value);
    }
    if (places >= 0 && places <= ScaledDouble.MAX_SCALE) {
      long scaled = ScaledDouble.round(Math.abs(value), (int) places);
      if (scaled >= 0 && scaled < EXACT) {
        // Both operands are exact doubles, so the quotient is the nearest one.
        double magnitude = (double) scaled / (double) ScaledDouble.powerOfTen((int) places);
        return Math.copySign(magnitude, value);
      }
    }
    BigDecimal rounded = new BigDecimal(value).setScale((int) places, RoundingMode.HALF_EVEN);
    return Math.copySign(Double.parseDouble(rounded.toString()), value);
  }
}
