package org.krait.stdlib.decimal;

import java.math.BigInteger;

/** Exponents changed, digits moved, neighbours found. */
final class Integral {
  private Integral() {}

  static Dec quantize(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite() || b.isInfinite()) {
      return a.isInfinite() && b.isInfinite() ? a : s.invalid();
    }
    return rescale(a, b.exponent, s);
  }

  private static Dec rescale(Dec a, long exponent, Settings s) {
    if (exponent > s.highest || exponent < s.tiny()) {
      return s.invalid();
    }
    if (a.isZero()) {
      return Round.finish(a.withExponent(exponent), s);
    }
    long adjusted = a.adjusted();
    if (adjusted > s.highest || adjusted - exponent + 1 > s.precision) {
      return s.invalid();
    }
    boolean[] changed = new boolean[1];
    Dec result = Round.toExponent(a, exponent, s.rounding, changed);
    if (result.adjusted() > s.highest || result.digits() > s.precision) {
      return s.invalid();
    }
    if (!result.isZero() && result.adjusted() < s.lowest) {
      s.signal(Settings.SUBNORMAL);
    }
    if (exponent > a.exponent) {
      s.signal(Settings.ROUNDED | (changed[0] ? Settings.INEXACT : 0));
    }
    return Round.finish(result, s);
  }

  static Dec toIntegral(Dec a, boolean exact, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite() || a.exponent >= 0) {
      return a;
    }
    if (a.isZero()) {
      return Dec.zero(a.negative, 0);
    }
    boolean[] changed = new boolean[1];
    Dec result = Round.toExponent(a, 0, s.rounding, changed);
    if (exact) {
      s.signal(Settings.ROUNDED | (changed[0] ? Settings.INEXACT : 0));
    }
    return result;
  }

  static Dec reduce(Dec a, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    Dec result = Round.finish(a, s);
    if (!result.isFinite()) {
      return result;
    }
    if (result.isZero()) {
      return Dec.zero(result.negative, 0);
    }
    return Arithmetic.stripped(result, s.clamp ? s.top() : s.highest);
  }

  // ---- neighbours

  static Dec next(Dec a, boolean up, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return a.negative == up ? Dec.of(!up, Dec.power(s.precision).subtract(BigInteger.ONE), s.top()).withSign(a.negative) : a;
    }
    Settings quiet = s.rounding(up ? Settings.CEILING : Settings.FLOOR);
    quiet.status = 0;
    Dec rounded = Round.finish(a, quiet);
    if (Order.compare(rounded, a) != 0 || !rounded.isFinite()) {
      return rounded;
    }
    quiet.status = 0;
    return Arithmetic.add(rounded, new Dec(!up, 1, s.tiny() - 1), quiet);
  }

  static Dec nextToward(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    int order = Order.compare(a, b);
    if (order == 0) {
      return a.withSign(b.negative);
    }
    Dec result = next(a, order < 0, s);
    if (result.isInfinite()) {
      s.signal(Settings.OVERFLOW | Settings.INEXACT | Settings.ROUNDED);
    } else if (result.adjusted() < s.lowest) {
      s.signal(Settings.UNDERFLOW | Settings.SUBNORMAL | Settings.INEXACT | Settings.ROUNDED);
      if (result.isZero()) {
        s.signal(Settings.CLAMPED);
      }
    }
    return result;
  }

  // ---- exponents and places

  static Dec logb(Dec a, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return Dec.INFINITY;
    }
    if (a.isZero()) {
      s.signal(Settings.DIVISION_BY_ZERO);
      return Dec.MINUS_INFINITY;
    }
    return Round.finish(Dec.of(a.adjusted()), s);
  }

  /** The number as a plain integer of at most this magnitude, or null. */
  private static Long places(Dec b, long most) {
    if (!b.isFinite() || b.exponent != 0 || !b.isSmall() || b.low > most) {
      return null;
    }
    return b.negative ? -b.low : b.low;
  }

  static Dec scaleb(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    Long by = places(b, 2 * (s.highest + s.precision));
    if (by == null) {
      return s.invalid();
    }
    return a.isInfinite() ? a : Round.finish(a.withExponent(a.exponent + by), s);
  }

  static Dec shift(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    Long by = places(b, s.precision);
    if (by == null) {
      return s.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    BigInteger c = a.coefficient();
    BigInteger moved =
        by >= 0
            ? c.multiply(Dec.power(by)).mod(Dec.power(s.precision))
            : c.mod(Dec.power(s.precision)).divide(Dec.power(-by));
    return Dec.of(a.negative, moved, a.exponent);
  }

  static Dec rotate(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    Long by = places(b, s.precision);
    if (by == null) {
      return s.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    long left = by >= 0 ? by : by + s.precision;
    BigInteger[] parts =
        a.coefficient().mod(Dec.power(s.precision)).divideAndRemainder(Dec.power(s.precision - left));
    return Dec.of(a.negative, parts[1].multiply(Dec.power(left)).add(parts[0]), a.exponent);
  }

  // ---- digits as truth values

  /** The digits of a logical operand, the lowest first; null when it is none. */
  private static byte[] logical(Dec a, Settings s) {
    if (!a.isFinite() || a.negative || a.exponent != 0) {
      return null;
    }
    String text = a.digitText();
    byte[] bits = new byte[(int) Math.min(text.length(), s.precision)];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(text.length() - 1 - i);
      if (c > '1') {
        return null;
      }
      if (i < bits.length) {
        bits[i] = (byte) (c - '0');
      }
    }
    return bits;
  }

  private static Dec ofBits(byte[] bits) {
    char[] text = new char[bits.length];
    for (int i = 0; i < bits.length; i++) {
      text[bits.length - 1 - i] = (char) ('0' + bits[i]);
    }
    return bits.length == 0 ? Dec.ZERO : Dec.of(false, new BigInteger(new String(text)), 0);
  }

  /**
   * Combines digits.
   *
   * @param op {@code &}, {@code |} or {@code ^}
   */
  static Dec logical(Dec a, Dec b, char op, Settings s) {
    byte[] x = logical(a, s);
    byte[] y = logical(b, s);
    if (x == null || y == null) {
      return s.invalid();
    }
    byte[] bits = new byte[Math.max(x.length, y.length)];
    for (int i = 0; i < bits.length; i++) {
      int p = i < x.length ? x[i] : 0;
      int q = i < y.length ? y[i] : 0;
      bits[i] = (byte) (op == '&' ? p & q : op == '|' ? p | q : p ^ q);
    }
    return ofBits(bits);
  }

  static Dec invert(Dec a, Settings s) {
    byte[] x = logical(a, s);
    if (x == null) {
      return s.invalid();
    }
    if (s.precision > 100_000_000) {
      throw new OutOfMemoryError();
    }
    byte[] bits = new byte[(int) s.precision];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (i < x.length && x[i] == 1 ? 0 : 1);
    }
    return ofBits(bits);
  }

  static String numberClass(Dec a, Settings s) {
    if (a.isNan()) {
      return a.isSignaling() ? "sNaN" : "NaN";
    }
    String sign = a.negative ? "-" : "+";
    if (a.isInfinite()) {
      return sign + "Infinity";
    }
    return sign + (a.isZero() ? "Zero" : a.adjusted() < s.lowest ? "Subnormal" : "Normal");
  }
}
