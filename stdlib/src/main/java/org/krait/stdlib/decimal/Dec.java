package org.krait.stdlib.decimal;

import java.lang.invoke.VarHandle;
import java.math.BigInteger;

/** A decimal number: a sign, digits and an exponent; or an infinity, or not a number. */
final class Dec {
  static final int FINITE = 0;
  static final int INFINITE = 1;
  static final int QUIET = 2;
  static final int SIGNALING = 3;

  /** An exponent beyond which all numbers overflow or underflow. */
  private static final long FARTHEST = 4_000_000_000_000_000_000L;

  private static final int CACHED = 512;
  private static final BigInteger[] POWERS = new BigInteger[CACHED];
  private static final long[] SMALL_POWERS = new long[19];

  static {
    long power = 1;
    for (int i = 0; i < SMALL_POWERS.length; i++) {
      SMALL_POWERS[i] = power;
      power *= 10;
    }
  }

  static final Dec ZERO = new Dec(false, 0, 0);
  static final Dec ONE = new Dec(false, 1, 0);
  static final Dec NAN = new Dec(false, QUIET, 0, 0, null, 0);
  static final Dec INFINITY = new Dec(false, INFINITE, 0, 0, null, 0);
  static final Dec MINUS_INFINITY = new Dec(true, INFINITE, 0, 0, null, 0);

  final boolean negative;
  final int kind;

  /** The upper 64 bits of the coefficient, or of the digits behind NaN; negative when that takes more than 127. */
  final long high;

  /** The lower 64 bits, where the upper ones are not negative. */
  final long low;

  /**
   * The coefficient once somebody asked for it, and where it takes more than 127 bits and has no limbs; may be handed
   * over by a race.
   */
  private BigInteger big;

  /** The same in limbs. */
  private long[] limbs;

  final long exponent;
  private int digits;

  private Dec(boolean negative, int kind, long high, long low, BigInteger big, long exponent) {
    this.negative = negative;
    this.kind = kind;
    this.high = high;
    this.low = low;
    this.big = big;
    this.exponent = exponent;
  }

  private Dec(boolean negative, long high, long low, long[] limbs, long exponent) {
    this(negative, FINITE, high, low, null, exponent);
    this.limbs = limbs;
  }

  Dec(boolean negative, long coefficient, long exponent) {
    this(negative, FINITE, 0, coefficient, null, exponent);
  }

  /** With a coefficient of 127 bits. */
  Dec(boolean negative, long high, long low, long exponent) {
    this(negative, FINITE, high, low, null, exponent);
  }

  static Dec of(boolean negative, BigInteger coefficient, long exponent) {
    return make(negative, FINITE, coefficient, exponent);
  }

  /** With a coefficient in limbs, which nobody changes any more. */
  static Dec of(boolean negative, long[] limbs, long exponent) {
    if (limbs.length == 1) {
      return new Dec(negative, limbs[0], exponent);
    }
    return Limbs.fitPair(limbs)
        ? new Dec(negative, Limbs.pairHigh(limbs), Limbs.pairLow(limbs), limbs, exponent)
        : new Dec(negative, -1, -1, limbs, exponent);
  }

  private static Dec make(boolean negative, int kind, BigInteger coefficient, long exponent) {
    boolean isPair = coefficient.bitLength() < 2 * Long.SIZE;
    long high = isPair ? coefficient.shiftRight(Long.SIZE).longValue() : -1;
    return new Dec(negative, kind, high, coefficient.longValue(), coefficient, exponent);
  }

  static Dec of(long value) {
    return value == Long.MIN_VALUE
        ? of(true, BigInteger.valueOf(value).negate(), 0)
        : new Dec(value < 0, Math.abs(value), 0);
  }

  static Dec of(BigInteger value) {
    return of(value.signum() < 0, value.abs(), 0);
  }

  static Dec nan(boolean negative, boolean signaling, BigInteger payload) {
    return make(negative, signaling ? SIGNALING : QUIET, payload, 0);
  }

  static Dec infinity(boolean negative) {
    return negative ? MINUS_INFINITY : INFINITY;
  }

  static Dec zero(boolean negative, long exponent) {
    return new Dec(negative, 0, exponent);
  }

  static BigInteger power(long n) {
    if (n < CACHED) {
      BigInteger known = POWERS[(int) n];
      if (known == null) {
        known = BigInteger.TEN.pow((int) n);
        POWERS[(int) n] = known;
      }
      return known;
    }
    if (n > 600_000_000) {
      throw new OutOfMemoryError();
    }
    return BigInteger.TEN.pow((int) n);
  }

  static long smallPower(int n) {
    return SMALL_POWERS[n];
  }

  static int digitsOf(long value) {
    return Pairs.digits(0, value);
  }

  static int digitsOf(BigInteger value) {
    int guess = (int) (((long) value.bitLength() - 1) * 30103 / 100000);
    // 2 to the power of (bits - 1) has this many digits or one more; compare from there.
    int n = Math.max(1, guess);
    while (value.compareTo(power(n)) >= 0) {
      n++;
    }
    return n;
  }

  BigInteger coefficient() {
    BigInteger known = big;
    if (known == null) {
      known = isSmall() ? BigInteger.valueOf(low) : isPair() ? Pairs.value(high, low) : Limbs.value(limbs);
      big = known;
    }
    return known;
  }

  /** The coefficient in limbs; null where there are so many that they would not be worth while. */
  long[] limbs() {
    long[] known = limbs;
    if (known == null) {
      if (!isPair() && big.bitLength() > Limbs.MOST_BITS) {
        return null;
      }
      known = isPair() ? Limbs.of(high, low) : Limbs.of(big);
      VarHandle.storeStoreFence(); // other threads may meet the array
      limbs = known;
    }
    return known.length <= Limbs.MOST ? known : null;
  }

  /** Whether the coefficient is {@link #low} alone, without a sign bit. */
  boolean isSmall() {
    return (high | low >>> 63) == 0;
  }

  /** Whether the coefficient is {@link #high} and {@link #low}. */
  boolean isPair() {
    return high >= 0;
  }

  boolean hasNoDigits() {
    return (high | low) == 0;
  }

  int digits() {
    if (digits == 0) {
      long[] known = limbs;
      digits = isPair() ? Pairs.digits(high, low) : known != null ? Limbs.digits(known) : digitsOf(big);
    }
    return digits;
  }

  boolean isFinite() {
    return kind == FINITE;
  }

  boolean isNan() {
    return kind >= QUIET;
  }

  boolean isSignaling() {
    return kind == SIGNALING;
  }

  boolean isInfinite() {
    return kind == INFINITE;
  }

  boolean isZero() {
    return kind == FINITE && hasNoDigits();
  }

  /** The exponent of the first digit. */
  long adjusted() {
    return exponent + digits() - 1;
  }

  boolean isInteger() {
    if (kind != FINITE) {
      return false;
    }
    if (exponent >= 0 || isZero()) {
      return true;
    }
    return -exponent < digits() && coefficient().remainder(power(-exponent)).signum() == 0;
  }

  /** Whether an integer is odd. */
  boolean isOdd() {
    if (exponent > 0 || isZero()) {
      return false;
    }
    return coefficient().divide(power(-exponent)).testBit(0);
  }

  Dec withSign(boolean sign) {
    return sign == negative ? this : copy(sign, exponent);
  }

  Dec negated() {
    return withSign(!negative);
  }

  Dec withExponent(long other) {
    return copy(negative, other);
  }

  private Dec copy(boolean sign, long other) {
    Dec copy = new Dec(sign, kind, high, low, big, other);
    copy.limbs = limbs;
    copy.digits = digits;
    return copy;
  }

  Dec quiet() {
    return kind == SIGNALING ? new Dec(negative, QUIET, high, low, big, 0) : this;
  }

  /** The value of an integer; the exponent must not be out of all proportion. */
  BigInteger toInteger() {
    BigInteger value =
        exponent >= 0
            ? coefficient().multiply(power(exponent))
            : -exponent > digits() ? BigInteger.ZERO : coefficient().divide(power(-exponent));
    return negative ? value.negate() : value;
  }

  // ---- text

  String digitText() {
    if (isSmall()) {
      return Long.toString(low);
    }
    long[] known = limbs();
    return known != null ? Limbs.text(known) : coefficient().toString();
  }

  String text(boolean engineering, boolean capitals) {
    StringBuilder out = new StringBuilder();
    if (negative) {
      out.append('-');
    }
    if (kind == INFINITE) {
      return out.append("Infinity").toString();
    }
    if (kind != FINITE) {
      out.append(kind == SIGNALING ? "sNaN" : "NaN");
      return hasNoDigits() ? out.toString() : out.append(digitText()).toString();
    }
    String text = digitText();
    long left = exponent + text.length();
    long point;
    if (exponent <= 0 && left > -6) {
      point = left;
    } else if (!engineering) {
      point = 1;
    } else if (text.equals("0")) {
      point = Math.floorMod(left + 1, 3L) - 1;
    } else {
      point = Math.floorMod(left - 1, 3L) + 1;
    }
    if (point <= 0) {
      out.append("0.").repeat("0", (int) -point).append(text);
    } else if (point >= text.length()) {
      out.append(text).repeat("0", (int) point - text.length());
    } else {
      out.append(text, 0, (int) point).append('.').append(text, (int) point, text.length());
    }
    if (left != point) {
      long shown = left - point;
      out.append(capitals ? 'E' : 'e').append(shown < 0 ? '-' : '+').append(Math.abs(shown));
    }
    return out.toString();
  }

  /** The number that a text means, exactly, or null when it means none. */
  static Dec parse(String text) {
    int at = 0;
    int end = text.length();
    boolean negative = false;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at++) == '-';
    }
    if (at == end) {
      return null;
    }
    char first = text.charAt(at);
    if (first != '.' && (first < '0' || first > '9')) {
      return special(text, at, negative);
    }
    int start = at;
    int point = -1;
    // Right as long as there are no more digits than a long has room for.
    long value = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '.' && point < 0) {
        point = at;
      } else if (c < '0' || c > '9') {
        break;
      } else {
        value = value * 10 + (c - '0');
      }
      at++;
    }
    int stop = at;
    int count = at - start - (point < 0 ? 0 : 1);
    if (count == 0) {
      return null;
    }
    long exponent = point < 0 ? 0 : -(at - point - 1L);
    if (at < end) {
      char e = text.charAt(at);
      if (e != 'e' && e != 'E') {
        return null;
      }
      Long given = exponent(text, at + 1);
      if (given == null) {
        return null;
      }
      exponent += given;
    }
    if (count <= 18) {
      return new Dec(negative, value, exponent);
    }
    if (count <= Limbs.MOST * Limbs.DIGITS) {
      return of(negative, Limbs.parse(text, start, stop, count), exponent);
    }
    String number = text.substring(start, point < 0 ? stop : point) + (point < 0 ? "" : text.substring(point + 1, stop));
    return of(negative, new BigInteger(number), exponent);
  }

  /** An exponent, cut off where it is beyond all bounds. */
  private static Long exponent(String text, int from) {
    int at = from;
    boolean minus = false;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      minus = text.charAt(at++) == '-';
    }
    if (at == text.length()) {
      return null;
    }
    long value = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return null;
      }
      value = value < FARTHEST / 10 ? value * 10 + (c - '0') : FARTHEST;
    }
    return minus ? -value : value;
  }

  private static Dec special(String text, int from, boolean negative) {
    String word = text.substring(from).toLowerCase(java.util.Locale.ROOT);
    if (word.equals("inf") || word.equals("infinity")) {
      return infinity(negative);
    }
    boolean signaling = word.startsWith("s");
    String rest = signaling ? word.substring(1) : word;
    if (!rest.startsWith("nan")) {
      return null;
    }
    String payload = rest.substring(3);
    for (int i = 0; i < payload.length(); i++) {
      if (payload.charAt(i) < '0' || payload.charAt(i) > '9') {
        return null;
      }
    }
    return nan(negative, signaling, payload.isEmpty() ? BigInteger.ZERO : new BigInteger(payload));
  }
}
