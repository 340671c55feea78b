package org.krait.stdlib.decimal;

import java.math.BigInteger;

/** Sums, products, quotients and what is like them. */
final class Arithmetic {
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final long FAR = 10_000;

  private Arithmetic() {}

  /** What an operation gives when an operand is not a number; null when all are numbers. */
  static Dec nan(Dec a, Dec b, Settings s) {
    if (!a.isNan() && !b.isNan()) {
      return null;
    }
    Dec chosen = a.isSignaling() ? a : b.isSignaling() ? b : a.isNan() ? a : b;
    if (chosen.isSignaling()) {
      s.signal(Settings.INVALID_OPERATION);
    }
    return Round.finish(chosen.quiet(), s);
  }

  static Dec nan(Dec a, Settings s) {
    return a.isNan() ? nan(a, a, s) : null;
  }

  // ---- sums

  static Dec add(Dec a, Dec b, Settings s) {
    if (a.kind != Dec.FINITE || b.kind != Dec.FINITE) {
      return addSpecial(a, b, s);
    }
    if (a.exponent == b.exponent && a.isSmall() && b.isSmall() && a.low != 0 && b.low != 0) {
      long x = a.negative ? -a.low : a.low;
      long y = b.negative ? -b.low : b.low;
      long sum = x + y;
      if (sum != 0 && ((x ^ sum) & (y ^ sum)) >= 0 && sum != Long.MIN_VALUE) {
        return Round.finish(new Dec(sum < 0, Math.abs(sum), a.exponent), s);
      }
    }
    return addFinite(a, b, s);
  }

  static Dec subtract(Dec a, Dec b, Settings s) {
    return b.isNan() ? add(a, b, s) : add(a, b.negated(), s);
  }

  private static Dec addSpecial(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return b.isInfinite() && a.negative != b.negative ? s.invalid() : a;
    }
    return b;
  }

  private static Dec addFinite(Dec a, Dec b, Settings s) {
    long exponent = Math.min(a.exponent, b.exponent);
    boolean negativeZero = s.rounding == Settings.FLOOR && a.negative != b.negative;
    if (a.isZero() && b.isZero()) {
      boolean sign = a.negative == b.negative ? a.negative : negativeZero;
      return Round.finish(Dec.zero(sign, exponent), s);
    }
    if (a.isZero() || b.isZero()) {
      Dec other = a.isZero() ? b : a;
      long least = Math.max(exponent, other.exponent - s.precision - 1);
      if (other.exponent > least) {
        other = Round.padded(other, least);
      }
      return Round.finish(other, s);
    }
    Dec large = a.exponent >= b.exponent ? a : b;
    Dec low = large == a ? b : a;
    long gap = large.exponent - low.exponent;
    if (gap > 0) {
      // Far apart, the smaller number matters only by being there.
      long least = large.exponent + Math.min(-1, large.digits() - s.precision - 2);
      if (low.adjusted() < least) {
        low = new Dec(low.negative, 1, least);
        gap = large.exponent - least;
      }
    }
    if (large.isPair() && low.isPair() && large.digits() + gap < Pairs.DIGITS && low.digits() < Pairs.DIGITS) {
      Dec sum = Pairs.add(large, (int) gap, low);
      return Round.finish(sum == null ? Dec.zero(negativeZero, low.exponent) : sum, s);
    }
    long[] upper = gap <= Limbs.MOST * Limbs.DIGITS ? large.limbs() : null;
    long[] lower = upper == null ? null : low.limbs();
    if (lower != null) {
      return addLimbs(large, gap == 0 ? upper : Limbs.shiftLeft(upper, (int) gap), low, lower, negativeZero, s);
    }
    BigInteger x = large.coefficient();
    if (gap > 0) {
      x = x.multiply(Dec.power(gap));
    }
    BigInteger y = low.coefficient();
    BigInteger sum = large.negative == low.negative ? x.add(y) : x.subtract(y);
    if (sum.signum() == 0) {
      return Round.finish(Dec.zero(negativeZero, low.exponent), s);
    }
    boolean sign = sum.signum() < 0 != large.negative;
    return Round.finish(Dec.of(sign, sum.abs(), low.exponent), s);
  }

  private static Dec addLimbs(Dec large, long[] x, Dec low, long[] y, boolean negativeZero, Settings s) {
    if (large.negative == low.negative) {
      return Round.finish(Dec.of(low.negative, Limbs.add(x, y), low.exponent), s);
    }
    int order = Limbs.compare(x, y);
    if (order == 0) {
      return Round.finish(Dec.zero(negativeZero, low.exponent), s);
    }
    return Round.finish(
        order > 0
            ? Dec.of(large.negative, Limbs.subtract(x, y), low.exponent)
            : Dec.of(low.negative, Limbs.subtract(y, x), low.exponent),
        s);
  }

  static Dec plus(Dec a, Settings s) {
    Dec nan = nan(a, s);
    if (nan != null) {
      return nan;
    }
    boolean sign = a.negative && !(a.isZero() && s.rounding != Settings.FLOOR);
    return Round.finish(a.withSign(sign), s);
  }

  static Dec minus(Dec a, Settings s) {
    Dec nan = nan(a, s);
    if (nan != null) {
      return nan;
    }
    boolean sign = !a.negative && !(a.isZero() && s.rounding != Settings.FLOOR);
    return Round.finish(a.withSign(sign), s);
  }

  static Dec abs(Dec a, Settings s) {
    return a.negative ? minus(a, s) : plus(a, s);
  }

  // ---- products

  private static Dec multiplyExactly(Dec a, Dec b) {
    boolean sign = a.negative != b.negative;
    long exponent = a.exponent + b.exponent;
    if (a.isSmall() && b.isSmall()) {
      return new Dec(sign, Math.multiplyHigh(a.low, b.low), a.low * b.low, exponent);
    }
    long[] x = a.limbs();
    long[] y = x == null ? null : b.limbs();
    return y != null
        ? Dec.of(sign, Limbs.multiply(x, y), exponent)
        : Dec.of(sign, a.coefficient().multiply(b.coefficient()), exponent);
  }

  static Dec multiply(Dec a, Dec b, Settings s) {
    if (a.isFinite() && b.isFinite()) {
      return Round.finish(multiplyExactly(a, b), s);
    }
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    return a.isZero() || b.isZero() ? s.invalid() : Dec.infinity(a.negative != b.negative);
  }

  static Dec fma(Dec a, Dec b, Dec c, Settings s) {
    Dec product;
    if (a.isNan() || b.isNan()) {
      return a.isSignaling() || b.isSignaling() || !c.isSignaling() ? nan(a, b, s) : nan(c, s);
    }
    if (a.isInfinite() || b.isInfinite()) {
      if (a.isZero() || b.isZero()) {
        return s.invalid();
      }
      product = Dec.infinity(a.negative != b.negative);
    } else {
      product = multiplyExactly(a, b);
    }
    return add(product, c, s);
  }

  // ---- quotients

  static Dec divide(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    boolean sign = a.negative != b.negative;
    if (a.isInfinite()) {
      return b.isInfinite() ? s.invalid() : Dec.infinity(sign);
    }
    if (b.isInfinite()) {
      s.signal(Settings.CLAMPED);
      return Dec.zero(sign, s.tiny());
    }
    if (b.isZero()) {
      if (a.isZero()) {
        return s.invalid(Settings.DIVISION_UNDEFINED);
      }
      s.signal(Settings.DIVISION_BY_ZERO);
      return Dec.infinity(sign);
    }
    long ideal = a.exponent - b.exponent;
    if (a.isZero()) {
      return Round.finish(Dec.zero(sign, ideal), s);
    }
    long shift = b.digits() - a.digits() + s.precision + 1;
    if (shift > FAR) {
      Dec exact = exactQuotient(a, b, sign, ideal);
      if (exact != null) {
        return Round.finish(exact, s);
      }
    }
    if (shift >= 0 && a.isSmall() && b.isSmall() && a.digits() + shift <= Pairs.DIGITS) {
      int zeros = (int) shift;
      long high = Pairs.timesHigh(0, a.low, zeros);
      Pairs.Quotient quotient = Pairs.Quotient.of(high, Pairs.timesLow(a.low, zeros), b.low);
      Dec sticky = Pairs.sticky(quotient, sign, ideal - shift);
      Dec result =
          sticky != null ? sticky : stripped(new Dec(sign, quotient.high(), quotient.low(), ideal - shift), ideal);
      return Round.finish(result, s);
    }
    if (Math.abs(shift) <= Limbs.MOST * Limbs.DIGITS) {
      long[] x = a.limbs();
      long[] y = x == null ? null : b.limbs();
      if (y != null) {
        return Round.finish(quotient(x, y, (int) shift, sign, ideal), s);
      }
    }
    BigInteger x = a.coefficient();
    BigInteger y = b.coefficient();
    if (shift >= 0) {
      x = x.multiply(Dec.power(shift));
    } else {
      y = y.multiply(Dec.power(-shift));
    }
    BigInteger[] parts = x.divideAndRemainder(y);
    BigInteger quotient = parts[0];
    long exponent = ideal - shift;
    if (parts[1].signum() != 0) {
      if (quotient.mod(BigInteger.valueOf(5)).signum() == 0) {
        quotient = quotient.add(BigInteger.ONE);
      }
      return Round.finish(Dec.of(sign, quotient, exponent), s);
    }
    return Round.finish(stripped(Dec.of(sign, quotient, exponent), ideal), s);
  }

  /** A quotient of limbs, with digits enough that it is rounded as what is left says. */
  private static Dec quotient(long[] x, long[] y, int shift, boolean sign, long ideal) {
    boolean[] rest = new boolean[1];
    long[] quotient =
        Limbs.divide(shift > 0 ? Limbs.shiftLeft(x, shift) : x, shift < 0 ? Limbs.shiftLeft(y, -shift) : y, rest);
    if (!rest[0]) {
      return stripped(Dec.of(sign, quotient, ideal - shift), ideal);
    }
    if (quotient[0] % 5 == 0) {
      quotient[0]++;
    }
    return Dec.of(sign, quotient, ideal - shift);
  }

  /** A quotient that ends, or null: only with a great precision is it worth while to find out first. */
  private static Dec exactQuotient(Dec a, Dec b, boolean sign, long ideal) {
    BigInteger common = a.coefficient().gcd(b.coefficient());
    BigInteger divisor = b.coefficient().divide(common);
    int twos = divisor.getLowestSetBit();
    BigInteger odd = divisor.shiftRight(twos);
    int fives = 0;
    while (odd.mod(FIVE).signum() == 0) {
      odd = odd.divide(FIVE);
      fives++;
    }
    if (!odd.equals(BigInteger.ONE)) {
      return null;
    }
    int places = Math.max(twos, fives);
    BigInteger c = a.coefficient().divide(common).multiply(Dec.power(places)).divide(divisor);
    return stripped(Dec.of(sign, c, ideal - places), ideal);
  }

  /** Zeros at the end taken away, up to an exponent. */
  static Dec stripped(Dec value, long most) {
    if (value.isZero()) {
      return value;
    }
    if (value.isPair()) {
      return Pairs.stripped(value, most);
    }
    long[] limbs = value.limbs();
    if (limbs != null) {
      long zeros = Math.min(Limbs.zeros(limbs), Math.max(0, most - value.exponent));
      return zeros == 0
          ? value
          : Dec.of(value.negative, Limbs.shiftRight(limbs, (int) zeros), value.exponent + zeros);
    }
    BigInteger c = value.coefficient();
    long exponent = value.exponent;
    for (int step = 64; step > 0; step /= 2) {
      while (most - exponent >= step) {
        BigInteger[] parts = c.divideAndRemainder(Dec.power(step));
        if (parts[1].signum() != 0) {
          break;
        }
        c = parts[0];
        exponent += step;
      }
    }
    return Dec.of(value.negative, c, exponent);
  }

  /** The whole quotient and the remainder of finite numbers, or null when the quotient is too long. */
  private static Dec[] wholeQuotient(Dec a, Dec b, Settings s) {
    boolean sign = a.negative != b.negative;
    long ideal = Math.min(a.exponent, b.exponent);
    long gap = a.adjusted() - b.adjusted();
    if (a.isZero() || gap <= -2) {
      return new Dec[] {Dec.zero(sign, 0), Round.toExponent(a, minimum(a, ideal, s), s.rounding, new boolean[1])};
    }
    if (gap > s.precision) {
      return null;
    }
    Dec xs = padded(a, ideal);
    Dec ys = padded(b, ideal);
    if (xs.isPair() && ys.isSmall()) {
      Pairs.Quotient parts = Pairs.Quotient.of(xs.high, xs.low, ys.low);
      Dec whole = new Dec(sign, parts.high(), parts.low(), 0);
      return whole.digits() > s.precision ? null : new Dec[] {whole, new Dec(a.negative, parts.rest(), ideal)};
    }
    BigInteger x = xs.coefficient();
    BigInteger y = ys.coefficient();
    BigInteger[] parts = x.divideAndRemainder(y);
    if (Dec.digitsOf(parts[0]) > s.precision) {
      return null;
    }
    return new Dec[] {Dec.of(sign, parts[0], 0), Dec.of(a.negative, parts[1], ideal)};
  }

  private static Dec padded(Dec value, long exponent) {
    return value.exponent == exponent ? value : Round.padded(value, exponent);
  }

  /** The exponent of a remainder; at most one digit more than the settings have, so that it is rounded. */
  private static long minimum(Dec a, long ideal, Settings s) {
    return a.isZero() ? ideal : Math.max(ideal, Math.min(a.exponent, a.adjusted() - s.precision));
  }

  static Dec divideInt(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    boolean sign = a.negative != b.negative;
    if (a.isInfinite()) {
      return b.isInfinite() ? s.invalid() : Dec.infinity(sign);
    }
    if (b.isInfinite()) {
      return Dec.zero(sign, 0);
    }
    if (b.isZero()) {
      if (a.isZero()) {
        return s.invalid(Settings.DIVISION_UNDEFINED);
      }
      s.signal(Settings.DIVISION_BY_ZERO);
      return Dec.infinity(sign);
    }
    Dec[] parts = wholeQuotient(a, b, s);
    return parts == null ? s.invalid(Settings.DIVISION_IMPOSSIBLE) : Round.finish(parts[0], s);
  }

  static Dec remainder(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return s.invalid();
    }
    if (b.isInfinite()) {
      return Round.finish(a, s);
    }
    if (b.isZero()) {
      return s.invalid(a.isZero() ? Settings.DIVISION_UNDEFINED : Settings.INVALID_OPERATION);
    }
    Dec[] parts = wholeQuotient(a, b, s);
    return parts == null ? s.invalid(Settings.DIVISION_IMPOSSIBLE) : Round.finish(parts[1], s);
  }

  static Dec[] divmod(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return new Dec[] {nan, nan};
    }
    boolean sign = a.negative != b.negative;
    if (a.isInfinite()) {
      s.signal(Settings.INVALID_OPERATION);
      return new Dec[] {b.isInfinite() ? Dec.NAN : Dec.infinity(sign), Dec.NAN};
    }
    if (b.isZero()) {
      if (a.isZero()) {
        s.signal(Settings.DIVISION_UNDEFINED);
        return new Dec[] {Dec.NAN, Dec.NAN};
      }
      s.signal(Settings.DIVISION_BY_ZERO | Settings.INVALID_OPERATION);
      return new Dec[] {Dec.infinity(sign), Dec.NAN};
    }
    if (b.isInfinite()) {
      return new Dec[] {Dec.zero(sign, 0), Round.finish(a, s)};
    }
    Dec[] parts = wholeQuotient(a, b, s);
    if (parts == null) {
      s.signal(Settings.DIVISION_IMPOSSIBLE);
      return new Dec[] {Dec.NAN, Dec.NAN};
    }
    return new Dec[] {Round.finish(parts[0], s), Round.finish(parts[1], s)};
  }

  static Dec remainderNear(Dec a, Dec b, Settings s) {
    Dec nan = nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return s.invalid();
    }
    if (b.isZero()) {
      return s.invalid(a.isZero() ? Settings.DIVISION_UNDEFINED : Settings.INVALID_OPERATION);
    }
    if (b.isInfinite()) {
      return Round.finish(a, s);
    }
    long ideal = Math.min(a.exponent, b.exponent);
    if (a.isZero()) {
      return Round.finish(Dec.zero(a.negative, ideal), s);
    }
    long gap = a.adjusted() - b.adjusted();
    if (gap >= s.precision + 1) {
      return s.invalid(Settings.DIVISION_IMPOSSIBLE);
    }
    if (gap <= -2) {
      return Round.finish(Round.toExponent(a, minimum(a, ideal, s), s.rounding, new boolean[1]), s);
    }
    BigInteger x = a.coefficient();
    BigInteger y = b.coefficient();
    if (a.exponent >= b.exponent) {
      x = x.multiply(Dec.power(a.exponent - b.exponent));
    } else {
      y = y.multiply(Dec.power(b.exponent - a.exponent));
    }
    BigInteger[] parts = x.divideAndRemainder(y);
    BigInteger quotient = parts[0];
    BigInteger rest = parts[1];
    int half = rest.shiftLeft(1).compareTo(y);
    if (half > 0 || half == 0 && quotient.testBit(0)) {
      rest = rest.subtract(y);
      quotient = quotient.add(BigInteger.ONE);
    }
    if (Dec.digitsOf(quotient) > s.precision) {
      return s.invalid(Settings.DIVISION_IMPOSSIBLE);
    }
    boolean sign = rest.signum() < 0 != a.negative;
    return Round.finish(Dec.of(sign, rest.abs(), ideal), s);
  }
}
