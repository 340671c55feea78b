package org.krait.stdlib.decimal;

import java.math.BigInteger;

/** Brings results into the precision and the range of the settings. */
final class Round {
  private Round() {}

  /**
   * Whether the digits that are kept go up by one.
   *
   * @param half how what is left off compares with half a unit
   * @param last the last digit that is kept
   */
  private static boolean up(int mode, boolean negative, int half, boolean exact, int last) {
    if (exact) {
      return false;
    }
    return switch (mode) {
      case Settings.UP -> true;
      case Settings.DOWN -> false;
      case Settings.CEILING -> !negative;
      case Settings.FLOOR -> negative;
      case Settings.HALF_UP -> half >= 0;
      case Settings.HALF_DOWN -> half > 0;
      case Settings.HALF_EVEN -> half > 0 || half == 0 && (last & 1) == 1;
      default -> last == 0 || last == 5;
    };
  }

  /** The last digit, or another one of the same parity where that suffices. */
  private static int lastDigit(BigInteger value, int mode) {
    return mode == Settings.UP_05 ? value.mod(BigInteger.TEN).intValue() : value.testBit(0) ? 1 : 0;
  }

  /** The number with its last {@code drop} digits rounded off; conditions are not noted. */
  private static Dec drop(Dec value, long drop, int mode, boolean[] changed) {
    if (drop > value.digits()) {
      boolean zero = value.isZero();
      changed[0] = !zero;
      boolean up = up(mode, value.negative, -1, zero, 0);
      return new Dec(value.negative, up ? 1 : 0, value.exponent + drop);
    }
    if (value.isSmall() && drop <= 18) {
      long unit = Dec.smallPower((int) drop);
      long kept = value.low / unit;
      long rest = value.low - kept * unit;
      changed[0] = rest != 0;
      int half = Long.compare(rest, unit - rest);
      boolean up = up(mode, value.negative, half, rest == 0, (int) (kept % 10));
      return new Dec(value.negative, up ? kept + 1 : kept, value.exponent + drop);
    }
    if (value.isPair() && drop <= 36) {
      return dropOfPair(value, (int) drop, mode, changed);
    }
    long[] limbs = value.limbs();
    if (limbs != null) {
      return dropOfLimbs(value, limbs, (int) drop, mode, changed);
    }
    BigInteger unit = Dec.power(drop);
    BigInteger[] parts = value.coefficient().divideAndRemainder(unit);
    changed[0] = parts[1].signum() != 0;
    int half = parts[1].shiftLeft(1).compareTo(unit);
    int last = lastDigit(parts[0], mode);
    boolean up = up(mode, value.negative, half, !changed[0], last);
    return Dec.of(
        value.negative, up ? parts[0].add(BigInteger.ONE) : parts[0], value.exponent + drop);
  }

  private static Dec dropOfLimbs(Dec value, long[] limbs, int drop, int mode, boolean[] changed) {
    boolean exact = Limbs.endOnZeros(limbs, drop);
    changed[0] = !exact;
    long[] kept = Limbs.shiftRight(limbs, drop);
    if (!exact && up(mode, value.negative, Limbs.half(limbs, drop), false, (int) (kept[0] % 10))) {
      kept = Limbs.increment(kept);
    }
    return Dec.of(value.negative, kept, value.exponent + drop);
  }

  /** The same, up to 18 digits at a time. */
  private static Dec dropOfPair(Dec value, int drop, int mode, boolean[] changed) {
    int second = Math.min(drop, 18);
    int first = drop - second;
    Pairs.Quotient lower = Pairs.Quotient.of(value.high, value.low, Dec.smallPower(first));
    long unit = Dec.smallPower(second);
    Pairs.Quotient kept = Pairs.Quotient.of(lower.high(), lower.low(), unit);
    boolean exact = (lower.rest() | kept.rest()) == 0;
    changed[0] = !exact;
    int half = Long.compare(kept.rest(), unit - kept.rest());
    if (half == 0 && lower.rest() != 0) {
      half = 1;
    }
    long exponent = value.exponent + drop;
    return up(mode, value.negative, half, exact, Pairs.lastDigit(kept.high(), kept.low()))
        ? Pairs.plusOne(value.negative, kept.high(), kept.low(), exponent)
        : new Dec(value.negative, kept.high(), kept.low(), exponent);
  }

  /** The number with another exponent, digits rounded off or zeros put behind; conditions are not noted. */
  static Dec toExponent(Dec value, long exponent, int mode, boolean[] changed) {
    changed[0] = false;
    if (value.isZero()) {
      return value.withExponent(exponent);
    }
    if (exponent <= value.exponent) {
      return exponent == value.exponent ? value : padded(value, exponent);
    }
    return drop(value, exponent - value.exponent, mode, changed);
  }

  static Dec padded(Dec value, long exponent) {
    long zeros = value.exponent - exponent;
    if (value.isPair() && value.digits() + zeros <= Pairs.DIGITS) {
      int n = (int) zeros;
      long high = Pairs.timesHigh(value.high, value.low, n);
      return new Dec(value.negative, high, Pairs.timesLow(value.low, n), exponent);
    }
    long[] limbs = zeros <= Limbs.MOST * Limbs.DIGITS ? value.limbs() : null;
    return limbs != null
        ? Dec.of(value.negative, Limbs.shiftLeft(limbs, (int) zeros), exponent)
        : Dec.of(value.negative, value.coefficient().multiply(Dec.power(zeros)), exponent);
  }

  /** A finite or other result, as the settings allow it. */
  static Dec finish(Dec value, Settings s) {
    if (!value.isFinite()) {
      return value.isNan() ? payload(value, s) : value;
    }
    if (value.exponent <= s.top()
        && value.exponent >= s.lowest
        && value.digits() <= s.precision
        && !value.isZero()) {
      return value;
    }
    return slow(value, s);
  }

  private static Dec payload(Dec value, Settings s) {
    long most = s.precision - (s.clamp ? 1 : 0);
    if (value.digits() <= most || value.hasNoDigits()) {
      return value;
    }
    return Dec.nan(value.negative, value.isSignaling(), value.coefficient().mod(Dec.power(most)));
  }

  private static Dec slow(Dec value, Settings s) {
    long tiny = s.tiny();
    long top = s.top();
    if (value.isZero()) {
      long most = s.clamp ? top : s.highest;
      long exponent = Math.min(Math.max(value.exponent, tiny), most);
      if (exponent != value.exponent) {
        s.signal(Settings.CLAMPED);
        return value.withExponent(exponent);
      }
      return value;
    }
    long least = value.digits() + value.exponent - s.precision;
    if (least > top) {
      return overflow(value.negative, s);
    }
    boolean subnormal = least < tiny;
    if (subnormal) {
      least = tiny;
    }
    if (value.exponent < least) {
      return shorten(value, least, subnormal, s);
    }
    if (subnormal) {
      s.signal(Settings.SUBNORMAL);
    }
    if (s.clamp && value.exponent > top) {
      s.signal(Settings.CLAMPED);
      return padded(value, top);
    }
    return value;
  }

  private static Dec shorten(Dec value, long least, boolean subnormal, Settings s) {
    boolean[] changed = new boolean[1];
    Dec result = drop(value, least - value.exponent, s.rounding, changed);
    if (result.digits() > s.precision) {
      result = Dec.of(result.negative, result.coefficient().divide(BigInteger.TEN), result.exponent + 1);
    }
    if (result.exponent > s.top()) {
      return overflow(value.negative, s);
    }
    int conditions = Settings.ROUNDED;
    if (changed[0]) {
      conditions |= Settings.INEXACT;
    }
    if (subnormal) {
      conditions |= Settings.SUBNORMAL;
      if (changed[0]) {
        conditions |= Settings.UNDERFLOW;
      }
    }
    if (result.isZero()) {
      conditions |= Settings.CLAMPED;
    }
    s.signal(conditions);
    return result;
  }

  private static Dec overflow(boolean negative, Settings s) {
    s.signal(Settings.OVERFLOW | Settings.INEXACT | Settings.ROUNDED);
    boolean toInfinity =
        switch (s.rounding) {
          case Settings.DOWN, Settings.UP_05 -> false;
          case Settings.CEILING -> !negative;
          case Settings.FLOOR -> negative;
          default -> true;
        };
    if (toInfinity) {
      return Dec.infinity(negative);
    }
    return Dec.of(negative, Dec.power(s.precision).subtract(BigInteger.ONE), s.top());
  }
}
