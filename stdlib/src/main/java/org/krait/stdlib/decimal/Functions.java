package org.krait.stdlib.decimal;

import java.math.BigInteger;

/** Roots, exponentials, logarithms and powers, correctly rounded: with more digits until it is clear. */
final class Functions {
  private static final BigInteger TEN = BigInteger.TEN;

  private Functions() {}

  static Dec sqrt(Dec a, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    long ideal = Math.floorDiv(a.exponent, 2L);
    if (a.isZero()) {
      return Round.finish(Dec.zero(a.negative, ideal), s);
    }
    if (a.negative) {
      return s.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    BigInteger c = a.coefficient();
    if ((a.exponent & 1) != 0) {
      c = c.multiply(TEN);
    }
    Settings near = s.rounding(Settings.HALF_EVEN);
    near.status = 0;
    Dec result = Round.finish(root(c, ideal, s.precision), near);
    s.signal(near.status);
    return result;
  }

  /** The root of an integer, with one digit more than the precision when it is not exact. */
  private static Dec root(BigInteger c, long exponent, long precision) {
    BigInteger whole = c.sqrt();
    if (whole.multiply(whole).equals(c)) {
      return Dec.of(false, whole, exponent);
    }
    long shift = precision + 1 - (Dec.digitsOf(c) + 1) / 2;
    BigInteger root =
        shift >= 0
            ? c.multiply(Dec.power(2 * shift)).sqrt()
            : c.divide(Dec.power(-2 * shift)).sqrt();
    if (root.mod(BigInteger.valueOf(5)).signum() == 0) {
      root = root.add(BigInteger.ONE); // so that no rounding takes it for exact or halfway
    }
    return Dec.of(false, root, exponent - shift);
  }

  // ---- fixed point: integers that stand for themselves over ten to a power

  private static BigInteger divideNearest(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].abs().shiftLeft(1).compareTo(b.abs()) >= 0
        ? parts[0].add(BigInteger.valueOf(a.signum() * b.signum()))
        : parts[0];
  }

  /** The exponential of x over 10^places, for a small x. */
  private static BigInteger exp(BigInteger x, long places) {
    int halvings = Math.max(8, (int) Math.sqrt(places * 3.4) / 2);
    long guard = places + halvings / 2 + 12;
    BigInteger unit = Dec.power(guard);
    BigInteger reduced = x.multiply(Dec.power(guard - places)).shiftRight(halvings);
    BigInteger sum = unit.add(reduced);
    BigInteger term = reduced;
    for (long i = 2; term.signum() != 0; i++) {
      term = term.multiply(reduced).divide(unit).divide(BigInteger.valueOf(i));
      sum = sum.add(term);
      if (term.bitLength() < 2) {
        break;
      }
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).divide(unit);
    }
    return divideNearest(sum, Dec.power(guard - places));
  }

  /** The natural logarithm of x over 10^places, for x from about one half to about four. */
  private static BigInteger ln(BigInteger x, long places) {
    long guard = places + 10;
    BigInteger unit = Dec.power(guard);
    BigInteger y = x.multiply(Dec.power(guard - places));
    int roots = Math.max(4, (int) Math.sqrt(places) / 2);
    for (int i = 0; i < roots; i++) {
      y = y.multiply(unit).sqrt();
    }
    // ln y = 2 artanh((y - 1) / (y + 1))
    BigInteger z = y.subtract(unit).multiply(unit).divide(y.add(unit));
    BigInteger square = z.multiply(z).divide(unit);
    BigInteger sum = z;
    BigInteger power = z;
    for (long i = 3; ; i += 2) {
      power = power.multiply(square).divide(unit);
      BigInteger term = power.divide(BigInteger.valueOf(i));
      if (term.signum() == 0) {
        break;
      }
      sum = sum.add(term);
    }
    sum = sum.shiftLeft(roots + 1);
    return divideNearest(sum, Dec.power(guard - places));
  }

  /** A constant over 10^places, kept with the most places that somebody has asked for. */
  private record Constant(BigInteger value, long places) {
    BigInteger over(long fewer) {
      return divideNearest(value, Dec.power(places - fewer));
    }
  }

  private static volatile Constant lnTwo = new Constant(BigInteger.ONE, 0);
  private static volatile Constant lnTen = new Constant(BigInteger.TWO, 0);

  private static BigInteger lnTwo(long places) {
    Constant known = lnTwo;
    if (known.places < places) {
      known = new Constant(ln(Dec.power(places + 6).shiftLeft(1), places + 6), places + 6);
      lnTwo = known;
    }
    return known.over(places);
  }

  private static BigInteger lnTen(long places) {
    Constant known = lnTen;
    if (known.places < places) {
      // ten is 1.25 times two to the third
      long guard = places + 6;
      BigInteger unit = Dec.power(guard);
      BigInteger rest = ln(unit.multiply(BigInteger.valueOf(5)).shiftRight(2), guard);
      known = new Constant(lnTwo(guard).multiply(BigInteger.valueOf(3)).add(rest), guard);
      lnTen = known;
    }
    return known.over(places);
  }

  /** The natural logarithm of a positive number, over 10^places. */
  private static BigInteger lnOf(Dec a, long places) {
    long scale = a.adjusted();
    long digits = a.digits();
    long guard = places + Dec.digitsOf(Math.abs(scale)) + 8;
    // a = m * 10^scale, m from 1 to 10; brought below 4
    BigInteger m = a.coefficient();
    long missing = guard - (digits - 1);
    m = missing >= 0 ? m.multiply(Dec.power(missing)) : divideNearest(m, Dec.power(-missing));
    BigInteger unit = Dec.power(guard);
    int halvings = 0;
    while (m.compareTo(unit.shiftLeft(1)) > 0) {
      m = m.shiftRight(1);
      halvings++;
    }
    BigInteger sum = ln(m, guard);
    if (halvings > 0) {
      sum = sum.add(lnTwo(guard).multiply(BigInteger.valueOf(halvings)));
    }
    if (scale != 0) {
      sum = sum.add(lnTen(guard).multiply(BigInteger.valueOf(scale)));
    }
    return divideNearest(sum, Dec.power(guard - places));
  }

  /** Whether the digits behind the precision leave no doubt about rounding, each being off by a few units. */
  private static boolean isClear(BigInteger value, long precision) {
    BigInteger magnitude = value.abs();
    int digits = Dec.digitsOf(magnitude);
    long extra = digits - precision;
    if (extra < 3) {
      return false;
    }
    BigInteger half = Dec.power(extra).shiftRight(1);
    BigInteger rest = magnitude.mod(half);
    BigInteger doubt = BigInteger.valueOf(50);
    return rest.compareTo(doubt) > 0 && half.subtract(rest).compareTo(doubt) > 0;
  }

  private static Dec rounded(Dec value, Settings s) {
    Settings near = s.rounding(Settings.HALF_EVEN);
    near.status = 0;
    Dec result = Round.finish(value, near);
    s.signal(near.status);
    return result;
  }

  // ---- exp

  static Dec exp(Dec a, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return a.negative ? Dec.ZERO : a;
    }
    if (a.isZero()) {
      return Dec.ONE;
    }
    long adjusted = a.adjusted();
    long most = Dec.digitsOf((s.highest + 1) * 3L);
    long least = Dec.digitsOf((-s.tiny() + 1) * 3L);
    if (!a.negative && adjusted > most) {
      return rounded(new Dec(false, 1, s.highest + 1), s);
    }
    if (a.negative && adjusted > least) {
      return rounded(new Dec(false, 1, s.tiny() - 1), s);
    }
    long p = s.precision;
    if (adjusted < -p - 1) {
      // One, and a little more or less.
      BigInteger one = Dec.power(p + 1);
      return rounded(Dec.of(false, a.negative ? one.subtract(BigInteger.ONE) : one.add(BigInteger.ONE), -p - 1), s);
    }
    for (long extra = 6; ; extra *= 2) {
      Dec result = expDigits(a, p + extra);
      if (isClear(result.coefficient(), p)) {
        return rounded(result, s);
      }
    }
  }

  /** The exponential with so many digits, all but the last few right. */
  private static Dec expDigits(Dec a, long digits) {
    long places = digits + 4;
    long whole = Math.max(0, a.adjusted() + 1);
    BigInteger ten = lnTen(places + whole + 2);
    BigInteger x = scaled(a, places + whole + 2);
    BigInteger[] parts = x.divideAndRemainder(ten);
    long scale = parts[0].longValue();
    BigInteger rest = divideNearest(parts[1], Dec.power(whole + 2));
    return Dec.of(false, exp(rest, places), scale - places);
  }

  /** A number over 10^places. */
  private static BigInteger scaled(Dec a, long places) {
    long shift = a.exponent + places;
    BigInteger c = a.coefficient();
    BigInteger value =
        shift >= 0
            ? c.multiply(Dec.power(shift))
            : -shift > a.digits() + 1 ? BigInteger.ZERO : divideNearest(c, Dec.power(-shift));
    return a.negative ? value.negate() : value;
  }

  // ---- logarithms

  /** What a logarithm of a special number is; null for positive finite ones. */
  private static Dec logSpecial(Dec a, Settings s) {
    Dec nan = Arithmetic.nan(a, s);
    if (nan != null) {
      return nan;
    }
    if (a.isZero()) {
      return Dec.MINUS_INFINITY;
    }
    if (a.negative) {
      return s.invalid();
    }
    return a.isInfinite() ? a : null;
  }

  static Dec ln(Dec a, Settings s) {
    Dec special = logSpecial(a, s);
    if (special != null) {
      return special;
    }
    if (Order.compare(a, Dec.ONE) == 0) {
      return Dec.ZERO;
    }
    long p = s.precision;
    for (long places = p - leadingPlace(a) + 4; ; places += Math.max(6, p / 4)) {
      BigInteger value = lnOf(a, Math.max(4, places));
      if (isClear(value, p)) {
        return rounded(Dec.of(value.signum() < 0, value.abs(), -Math.max(4, places)), s);
      }
    }
  }

  /** About the exponent of the first digit of the logarithm. */
  private static long leadingPlace(Dec a) {
    long adjusted = a.adjusted();
    if (adjusted >= 1 || adjusted <= -2) {
      return Dec.digitsOf(Math.abs(adjusted) * 2) - 1;
    }
    Settings exact = Settings.unlimited().working(Math.max(20, a.digits() + 5L));
    Dec distance = Arithmetic.subtract(a, Dec.ONE, exact);
    return Math.min(0, distance.adjusted() - 1);
  }

  static Dec log10(Dec a, Settings s) {
    Dec special = logSpecial(a, s);
    if (special != null) {
      return special;
    }
    Dec plain = Arithmetic.stripped(a, Long.MAX_VALUE / 4);
    if (plain.isSmall() && plain.low == 1) {
      return rounded(Dec.of(plain.exponent), s);
    }
    long p = s.precision;
    for (long places = p - leadingPlace(a) + 5; ; places += Math.max(6, p / 4)) {
      long n = Math.max(4, places);
      BigInteger value = divideNearest(lnOf(a, n + 4).multiply(Dec.power(n)), lnTen(n + 4));
      if (isClear(value, p)) {
        return rounded(Dec.of(value.signum() < 0, value.abs(), -n), s);
      }
    }
  }

  // ---- powers

  static Dec power(Dec a, Dec b, Settings s) {
    Dec nan = Arithmetic.nan(a, b, s);
    if (nan != null) {
      return nan;
    }
    if (b.isZero()) {
      return a.isZero() ? s.invalid() : Dec.ONE;
    }
    boolean whole = b.isInteger();
    boolean sign = a.negative && whole && b.isOdd();
    if (a.negative && !a.isZero() && !whole && !(b.isInfinite() && false)) {
      return s.invalid();
    }
    if (a.isZero()) {
      return b.negative ? Dec.infinity(sign) : Round.finish(Dec.zero(sign, 0), s);
    }
    if (a.isInfinite()) {
      return b.negative ? Round.finish(Dec.zero(sign, 0), s) : Dec.infinity(sign);
    }
    Dec base = a.withSign(false);
    int order = Order.compare(base, Dec.ONE);
    if (order == 0) {
      return powerOfOne(base, b, whole, sign, s);
    }
    if (b.isInfinite()) {
      return order < 0 == b.negative ? Dec.INFINITY : Round.finish(Dec.ZERO, s);
    }
    return powerFinite(base, b, whole, sign, order, s);
  }

  private static Dec powerOfOne(Dec base, Dec b, boolean whole, boolean sign, Settings s) {
    if (whole) {
      if (base.exponent == 0) {
        return Dec.ONE.withSign(sign);
      }
      // The digits behind the point multiply, up to the precision.
      BigInteger times = b.negative ? BigInteger.valueOf(s.precision) : b.toInteger().min(BigInteger.valueOf(s.precision));
      long shown = Math.max(1 - s.precision, base.exponent * times.longValue());
      if (shown > 1 - s.precision && !b.negative) {
        s.signal(Settings.ROUNDED);
        return Dec.of(sign, Dec.power(-shown), shown);
      }
    }
    s.signal(whole ? Settings.ROUNDED : Settings.INEXACT | Settings.ROUNDED);
    return Dec.of(sign, Dec.power(s.precision - 1), 1 - s.precision);
  }

  private static Dec powerFinite(
      Dec base, Dec b, boolean whole, boolean sign, int order, Settings s) {
    // The result is out of range when the exponent is beyond what the logarithm allows.
    long bound = logBound(base) + b.adjusted();
    boolean grows = order > 0 != b.negative;
    if (grows && bound > Dec.digitsOf(s.highest)) {
      return roundedAny(new Dec(sign, 1, s.highest + 1), s);
    }
    if (!grows && bound > Dec.digitsOf(-s.tiny())) {
      return roundedAny(new Dec(sign, 1, s.tiny() - 1), s);
    }
    if (whole && !b.negative && b.adjusted() <= 9) {
      long n = b.toInteger().longValueExact();
      Dec close = nearPower(base, n, false, s.precision);
      Dec exact = close != null ? close : exactPower(base, n, s);
      if (exact != null) {
        return vanishes(exact, b, s) ? vanished(sign, s) : roundedAny(exact.withSign(sign), s);
      }
    }
    Dec exact = whole ? null : exactRoot(base, b, s);
    if (exact != null) {
      Dec result = roundedAny(exact.withSign(sign), s);
      s.signal((s.status & Settings.SUBNORMAL) != 0 ? Settings.UNDERFLOW : 0);
      return result;
    }
    if (whole && b.negative) {
      Dec close = b.adjusted() > 9 ? null : nearPower(base, b.negated().toInteger().longValueExact(), true, s.precision);
      Dec reciprocal = close != null ? close : exactReciprocal(base, b, s);
      if (reciprocal != null) {
        return vanishes(reciprocal, b, s) ? vanished(sign, s) : roundedAny(reciprocal.withSign(sign), s);
      }
    }
    long p = s.precision;
    for (long extra = 8; ; extra += Math.max(8, p / 2)) {
      Dec result = powerDigits(base, b, p + extra);
      if (whole && vanishes(result, b, s)) {
        return vanished(sign, s);
      }
      if (isClear(result.coefficient(), p) || extra > 4 * p + 200) {
        BigInteger more = result.coefficient().multiply(TEN).add(BigInteger.ONE); // it is inexact
        return roundedAny(Dec.of(sign, more, result.exponent - 1), s);
      }
    }
  }

  private static Dec roundedAny(Dec value, Settings s) {
    return Round.finish(value, s);
  }

  /** As libmpdec has it: an integral power that is far below all numbers is zero, however one rounds. */
  private static boolean vanishes(Dec value, Dec b, Settings s) {
    long working = s.precision + b.digits() + b.exponent + 2;
    return Order.compare(value, new Dec(false, 5, s.lowest - working)) <= 0;
  }

  private static Dec vanished(boolean sign, Settings s) {
    s.signal(
        Settings.UNDERFLOW
            | Settings.SUBNORMAL
            | Settings.INEXACT
            | Settings.ROUNDED
            | Settings.CLAMPED);
    return Dec.zero(sign, s.tiny());
  }

  /** A lower bound of the exponent of the decimal logarithm. */
  private static long logBound(Dec a) {
    long adjusted = a.adjusted();
    if (adjusted >= 1) {
      return Dec.digitsOf(adjusted) - 1;
    }
    if (adjusted <= -2) {
      return Dec.digitsOf(-1 - adjusted) - 1;
    }
    Settings exact = Settings.unlimited().working(Math.max(20, a.digits() + 5L));
    Dec distance = Arithmetic.subtract(a, Dec.ONE, exact);
    return Math.min(0, distance.adjusted()) - 1;
  }

  /** An integral power that has many digits with one more than leaves doubt about rounding, or null. */
  private static Dec nearPower(Dec base, long n, boolean reciprocal, long precision) {
    if (!reciprocal && base.digits() * (double) n < 2.0 * precision + 60) {
      return null;
    }
    // Each rounding is off by half a unit; all together, what comes of it, by less than two times n.
    Settings wide = Settings.unlimited().working(precision + Dec.digitsOf(n) + 6);
    Dec plain = Round.finish(base, wide);
    Dec power = plain;
    for (long bit = Long.highestOneBit(n) >> 1; bit != 0; bit >>= 1) {
      power = Arithmetic.multiply(power, power, wide);
      if ((n & bit) != 0) {
        power = Arithmetic.multiply(power, plain, wide);
      }
    }
    Settings fewer = wide.working(precision + 4);
    Dec shorter = reciprocal ? Arithmetic.divide(Dec.ONE, power, fewer) : Round.finish(power, fewer);
    return isClear(shorter.coefficient(), precision)
        ? Dec.of(false, shorter.coefficient().multiply(TEN).add(BigInteger.ONE), shorter.exponent - 1)
        : null;
  }

  /** An integral power when it has few enough digits to be computed as it is. */
  private static Dec exactPower(Dec base, long n, Settings s) {
    double digits = (base.digits()) * (double) n;
    Dec plain = Arithmetic.stripped(base, Long.MAX_VALUE / 4);
    double least = (plain.digits() - 1) * (double) n;
    if (least > s.precision * 2.0 + 40 && digits > 4000) {
      return null;
    }
    if (digits <= Math.max(4000, s.precision * 3)) {
      BigInteger c = base.coefficient().pow((int) n);
      return Dec.of(false, c, base.exponent * n);
    }
    if (plain.isSmall() && plain.low == 1) {
      long exponent = Math.multiplyExact(plain.exponent, n);
      long zeros = Math.min(s.precision, exponent - base.exponent * n);
      return zeros > 0 ? Dec.of(false, Dec.power(zeros), exponent - zeros) : new Dec(false, 1, exponent);
    }
    return null;
  }

  private static Dec exactReciprocal(Dec base, Dec b, Settings s) {
    if (b.adjusted() > 9) {
      return null;
    }
    Dec power = exactPower(base, b.negated().toInteger().longValueExact(), s);
    if (power == null) {
      return null;
    }
    Settings wide = s.working(s.precision * 2 + 20);
    Dec quotient = Arithmetic.divide(Dec.ONE, power, wide);
    return (wide.status & Settings.INEXACT) == 0 ? quotient : null;
  }

  /** A power with an exponent like 0.5 or 2.25 when it can be written out. */
  private static Dec exactRoot(Dec base, Dec b, Settings s) {
    Dec plain = Arithmetic.stripped(b, 0);
    if (plain.exponent < -20 || plain.digits() > 20) {
      return null;
    }
    BigInteger numerator = plain.coefficient();
    BigInteger denominator = Dec.power(-plain.exponent);
    BigInteger common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
    if (denominator.bitLength() > 12 || numerator.bitLength() > 16) {
      return null;
    }
    int n = denominator.intValue();
    Dec value = Arithmetic.stripped(base, Long.MAX_VALUE / 4);
    // base = c * 10^e is an n-th power when, with e a multiple of n, c is one.
    long shift = Math.floorMod(value.exponent, (long) n);
    BigInteger c = value.coefficient().multiply(Dec.power(shift));
    BigInteger root = integerRoot(c, n);
    if (root == null) {
      return null;
    }
    long exponent = (value.exponent - shift) / n;
    double digits = Dec.digitsOf(root) * numerator.doubleValue();
    if (digits > s.precision * 2.0 + 100) {
      return null;
    }
    Dec power = Dec.of(false, root.pow(numerator.intValue()), exponent * numerator.longValue());
    if (!b.negative) {
      return padToPrecision(power, s);
    }
    Settings wide = s.working(s.precision * 2 + 20);
    Dec quotient = Arithmetic.divide(Dec.ONE, power, wide);
    return (wide.status & Settings.INEXACT) == 0 ? padToPrecision(quotient, s) : null;
  }

  /** Powers that are not integral are given in full precision, as inexact ones. */
  private static Dec padToPrecision(Dec value, Settings s) {
    s.signal(Settings.INEXACT | Settings.ROUNDED);
    long missing = s.precision - value.digits();
    return missing > 0 ? Round.padded(value, value.exponent - missing) : value;
  }

  private static BigInteger integerRoot(BigInteger c, int n) {
    BigInteger low = BigInteger.ONE.shiftLeft(Math.max(0, (c.bitLength() - 1) / n));
    BigInteger high = low.shiftLeft(1);
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      int order = middle.pow(n).compareTo(c);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle.add(BigInteger.ONE);
      } else {
        high = middle;
      }
    }
    return low.pow(n).equals(c) ? low : null;
  }

  private static Dec powerDigits(Dec base, Dec b, long digits) {
    long whole = Math.max(0, b.adjusted() + 1) + 24;
    long places = digits + whole + 10;
    BigInteger log = lnOf(base, places);
    Dec product =
        Arithmetic.multiply(
            Dec.of(log.signum() < 0, log.abs(), -places), b, Settings.unlimited());
    return expDigits(product, digits);
  }

  /** {@code pow(a, b, m)}. */
  static Dec powerModulo(Dec a, Dec b, Dec m, Settings s) {
    if (a.isNan() || b.isNan() || m.isNan()) {
      Dec chosen = a.isSignaling() ? a : b.isSignaling() ? b : m.isSignaling() ? m : a.isNan() ? a : b.isNan() ? b : m;
      return Arithmetic.nan(chosen, s);
    }
    boolean possible = a.isInteger() && b.isInteger() && m.isInteger() && (!b.negative || b.isZero()) && !m.isZero();
    if (!possible || m.adjusted() >= s.precision || a.isZero() && b.isZero()) {
      return s.invalid();
    }
    boolean sign = a.negative && b.isOdd();
    BigInteger modulus = m.toInteger().abs();
    BigInteger base =
        a.coefficient().mod(modulus).multiply(TEN.modPow(BigInteger.valueOf(Math.max(0, a.exponent)), modulus)).mod(modulus);
    if (a.exponent < 0) {
      base = a.toInteger().abs().mod(modulus);
    }
    BigInteger result = base.modPow(b.toInteger().abs(), modulus);
    return Dec.of(sign, result, 0);
  }
}
