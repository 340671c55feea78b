package org.krait.stdlib.decimal;

/** Comparisons, the larger and the smaller of two. */
final class Order {
  private Order() {}

  /** How two numbers that are not NaN compare. */
  static int compare(Dec a, Dec b) {
    int signA = a.isZero() ? 0 : a.negative ? -1 : 1;
    int signB = b.isZero() ? 0 : b.negative ? -1 : 1;
    if (signA != signB) {
      return Integer.compare(signA, signB);
    }
    return signA == 0 ? 0 : signA * magnitude(a, b);
  }

  private static int magnitude(Dec a, Dec b) {
    if (a.isInfinite() || b.isInfinite()) {
      return Boolean.compare(a.isInfinite(), b.isInfinite());
    }
    if (a.exponent == b.exponent && a.isSmall() && b.isSmall()) {
      return Long.compare(a.low, b.low);
    }
    if (a.adjusted() != b.adjusted()) {
      return Long.compare(a.adjusted(), b.adjusted());
    }
    long exponent = Math.min(a.exponent, b.exponent);
    return Pairs.compare(Round.padded(a, exponent), Round.padded(b, exponent));
  }

  static Dec compare(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    return nan != null ? nan : Dec.of(compare(a, b));
  }

  static Dec compareSignal(Dec a, Dec b, Settings s) {
    if (a.isNan() || b.isNan()) {
      s.signal(Settings.INVALID_OPERATION);
    }
    return compare(a, b, s);
  }

  static int total(Dec a, Dec b) {
    if (a.negative != b.negative) {
      return a.negative ? -1 : 1;
    }
    int sign = a.negative ? -1 : 1;
    if (a.isNan() || b.isNan()) {
      int kinds = Integer.compare(rank(a), rank(b));
      return sign * (kinds != 0 ? kinds : a.coefficient().compareTo(b.coefficient()));
    }
    int order = compare(a, b);
    if (order != 0) {
      return order;
    }
    return a.isInfinite() ? 0 : sign * Long.compare(a.exponent, b.exponent);
  }

  private static int rank(Dec a) {
    return a.kind == Dec.QUIET ? 2 : a.kind == Dec.SIGNALING ? 1 : 0;
  }

  /**
   * The larger or the smaller.
   *
   * @param sign 1 for the larger, -1 for the smaller
   */
  static Dec extreme(Dec a, Dec b, int sign, boolean byMagnitude, Settings s) {
    if (a.kind == Dec.QUIET && !b.isNan()) {
      return Round.finish(b, s);
    }
    if (b.kind == Dec.QUIET && !a.isNan()) {
      return Round.finish(a, s);
    }
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    int order =
        byMagnitude ? compare(a.withSign(false), b.withSign(false)) : compare(a, b);
    if (order == 0) {
      order = total(a, b);
    }
    return Round.finish(order * sign >= 0 && !(order == 0 && sign > 0) ? a : b, s);
  }
}
