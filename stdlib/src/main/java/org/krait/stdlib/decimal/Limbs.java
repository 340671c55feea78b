package org.krait.stdlib.decimal;

import java.math.BigInteger;
import java.util.Arrays;
import org.krait.runtime.numbers.WideDivision;

/**
 * Coefficients in limbs of eighteen decimal digits, the lowest first and the highest not zero: rounding, shifting by
 * digits and text need no division of the whole. For what is longer than pairs and not so long that the faster
 * products of {@link BigInteger} matter.
 */
final class Limbs {
  static final int DIGITS = 18;
  static final long BASE = 1_000_000_000_000_000_000L;

  /** So many limbs at most are multiplied; also, 128 bits hold the sum of so many products. */
  static final int MOST = 64;

  /** Integers of so many bits have {@link #MOST} limbs at most. */
  static final int MOST_BITS = MOST * 59;

  private static final int SPARE = Long.numberOfLeadingZeros(BASE);
  private static final long DIVISOR = BASE << SPARE;
  private static final long INVERSE = WideDivision.inverse(DIVISOR);

  private Limbs() {}

  /** The quotient of 128 bits by the base, which is above the upper half. */
  private static long overBase(long high, long low) {
    return WideDivision.quotient(high << SPARE | low >>> Long.SIZE - SPARE, low << SPARE, DIVISOR, INVERSE);
  }

  // ---- other forms

  /** The limbs of 127 bits. */
  static long[] of(long high, long low) {
    if (high == 0 && low >= 0) {
      return low < BASE ? new long[] {low} : new long[] {low % BASE, low / BASE};
    }
    // The quotient has 68 bits at most.
    long upper = high / BASE;
    long lower = overBase(high - upper * BASE, low);
    long first = low - lower * BASE;
    if (upper == 0 && lower >= 0 && lower < BASE) {
      return new long[] {first, lower};
    }
    long third = overBase(upper, lower);
    return new long[] {first, lower - third * BASE, third};
  }

  /** The limbs of a positive integer of {@link #MOST_BITS}. */
  static long[] of(BigInteger value) {
    byte[] bytes = value.toByteArray();
    long[] limbs = new long[bytes.length * 8 / 59 + 1];
    int length = 0;
    int at = 0;
    while (at < bytes.length) {
      // Four bytes at a time, fewer first.
      int count = (bytes.length - at - 1) % 4 + 1;
      long carry = 0;
      for (int i = 0; i < count; i++) {
        carry = carry << 8 | bytes[at++] & 0xff;
      }
      int shift = 8 * count;
      for (int i = 0; i < length; i++) {
        long low = (limbs[i] << shift) + carry;
        long high = limbs[i] >>> Long.SIZE - shift;
        if (Long.compareUnsigned(low, carry) < 0) {
          high++;
        }
        carry = overBase(high, low);
        limbs[i] = low - carry * BASE;
      }
      if (carry != 0) {
        limbs[length++] = carry;
      }
    }
    return trimmed(limbs, length);
  }

  static BigInteger value(long[] limbs) {
    BigInteger base = BigInteger.valueOf(BASE);
    BigInteger sum = BigInteger.valueOf(limbs[limbs.length - 1]);
    for (int i = limbs.length - 2; i >= 0; i--) {
      sum = sum.multiply(base).add(BigInteger.valueOf(limbs[i]));
    }
    return sum;
  }

  /** Whether the number has no more digits than all pairs. */
  static boolean fitPair(long[] limbs) {
    return limbs.length < 3 || limbs.length == 3 && limbs[2] < 100;
  }

  /** The upper half of the pair. */
  static long pairHigh(long[] limbs) {
    long third = limbs.length < 3 ? 0 : limbs[2];
    long second = limbs.length < 2 ? 0 : limbs[1];
    long lower = third * BASE + second;
    long upper = Math.multiplyHigh(third, BASE) + carry(lower, second);
    long low = lower * BASE + limbs[0];
    return upper * BASE + Math.unsignedMultiplyHigh(lower, BASE) + carry(low, limbs[0]);
  }

  /** The lower half. */
  static long pairLow(long[] limbs) {
    long third = limbs.length < 3 ? 0 : limbs[2];
    long second = limbs.length < 2 ? 0 : limbs[1];
    return (third * BASE + second) * BASE + limbs[0];
  }

  private static long carry(long sum, long summand) {
    return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
  }

  private static long[] trimmed(long[] limbs, int length) {
    int n = length;
    while (n > 1 && limbs[n - 1] == 0) {
      n--;
    }
    return n == limbs.length ? limbs : n == 0 ? new long[1] : Arrays.copyOf(limbs, n);
  }

  private static long[] trimmed(long[] limbs) {
    return trimmed(limbs, limbs.length);
  }

  // ---- text

  static int digits(long[] limbs) {
    return (limbs.length - 1) * DIGITS + Dec.digitsOf(limbs[limbs.length - 1]);
  }

  @SuppressWarnings("deprecation") // ASCII
  static String text(long[] limbs) {
    byte[] out = new byte[digits(limbs)];
    int at = out.length;
    for (int i = 0; i < limbs.length; i++) {
      long rest = limbs[i];
      int stop = Math.max(at - DIGITS, 0);
      while (at > stop) {
        long next = rest / 10;
        out[--at] = (byte) ('0' + (int) (rest - next * 10));
        rest = next;
      }
    }
    return new String(out, 0);
  }

  /** The limbs of decimal digits, where other characters (a point) are passed over. */
  static long[] parse(String text, int from, int to, int count) {
    long[] limbs = new long[(count + DIGITS - 1) / DIGITS];
    int left = count;
    long limb = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit >= 0) {
        limb = limb * 10 + digit;
        left--;
        if (left % DIGITS == 0) {
          limbs[left / DIGITS] = limb;
          limb = 0;
        }
      }
    }
    return trimmed(limbs);
  }

  // ---- shifts by digits

  static long[] shiftLeft(long[] limbs, int zeros) {
    int whole = zeros / DIGITS;
    int part = zeros % DIGITS;
    long[] out = new long[limbs.length + whole];
    if (part == 0) {
      System.arraycopy(limbs, 0, out, whole, limbs.length);
      return out;
    }
    long up = Dec.smallPower(part);
    long down = Dec.smallPower(DIGITS - part);
    long carry = 0;
    for (int i = 0; i < limbs.length; i++) {
      long next = limbs[i] / down;
      out[i + whole] = (limbs[i] - next * down) * up + carry;
      carry = next;
    }
    return carry == 0 ? out : withTop(out, carry);
  }

  static long[] shiftRight(long[] limbs, int digits) {
    int whole = digits / DIGITS;
    int part = digits % DIGITS;
    if (whole >= limbs.length) {
      return new long[1];
    }
    long[] out = new long[limbs.length - whole];
    if (part == 0) {
      System.arraycopy(limbs, whole, out, 0, out.length);
      return out;
    }
    long down = Dec.smallPower(part);
    long up = Dec.smallPower(DIGITS - part);
    long above = 0;
    for (int i = out.length - 1; i >= 0; i--) {
      long limb = limbs[i + whole];
      long kept = limb / down;
      out[i] = kept + above * up;
      above = limb - kept * down;
    }
    return trimmed(out);
  }

  /** How the last digits compare with half of a unit of what is above them. */
  static int half(long[] limbs, int digits) {
    int top = (digits - 1) / DIGITS;
    if (top >= limbs.length) {
      return -1;
    }
    int part = digits - top * DIGITS;
    long half = Dec.smallPower(part - 1) * 5;
    int order = Long.compare(part == DIGITS ? limbs[top] : limbs[top] % Dec.smallPower(part), half);
    return order == 0 && !areZero(limbs, top) ? 1 : order;
  }

  /** Whether the last digits are zeros. */
  static boolean endOnZeros(long[] limbs, int digits) {
    int whole = digits / DIGITS;
    return areZero(limbs, Math.min(whole, limbs.length))
        && (whole >= limbs.length || limbs[whole] % Dec.smallPower(digits % DIGITS) == 0);
  }

  private static boolean areZero(long[] limbs, int count) {
    for (int i = 0; i < count; i++) {
      if (limbs[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** How many zeros a number, which is not zero, ends on. */
  static int zeros(long[] limbs) {
    int whole = 0;
    while (limbs[whole] == 0) {
      whole++;
    }
    int n = whole * DIGITS;
    for (long limb = limbs[whole]; limb % 10 == 0; limb /= 10) {
      n++;
    }
    return n;
  }

  // ---- arithmetic

  /** Adds one, in place where there is room. */
  static long[] increment(long[] limbs) {
    for (int i = 0; i < limbs.length; i++) {
      if (++limbs[i] < BASE) {
        return limbs;
      }
      limbs[i] = 0;
    }
    return withTop(limbs, 1);
  }

  static int compare(long[] a, long[] b) {
    if (a.length != b.length) {
      return a.length < b.length ? -1 : 1;
    }
    int i = a.length - 1;
    while (i > 0 && a[i] == b[i]) {
      i--;
    }
    return Long.compare(a[i], b[i]);
  }

  static long[] add(long[] a, long[] b) {
    return a.length >= b.length ? addShorter(a, b) : addShorter(b, a);
  }

  private static long[] addShorter(long[] a, long[] b) {
    long[] out = new long[a.length];
    long carry = 0;
    for (int i = 0; i < a.length; i++) {
      long sum = a[i] + carry + (i < b.length ? b[i] : 0);
      carry = sum >= BASE ? 1 : 0;
      out[i] = sum - (BASE & -carry);
    }
    return carry == 0 ? out : withTop(out, carry);
  }

  private static long[] withTop(long[] limbs, long top) {
    long[] longer = Arrays.copyOf(limbs, limbs.length + 1);
    longer[limbs.length] = top;
    return longer;
  }

  /** The difference, where the first is not the smaller one. */
  static long[] subtract(long[] a, long[] b) {
    long[] out = new long[a.length];
    long borrow = 0;
    for (int i = 0; i < a.length; i++) {
      long difference = a[i] - borrow - (i < b.length ? b[i] : 0);
      borrow = difference >>> Long.SIZE - 1;
      out[i] = difference + (BASE & -borrow);
    }
    return trimmed(out);
  }

  /** The product, column by column: only their sums are divided by the base. */
  static long[] multiply(long[] a, long[] b) {
    long[] out = new long[a.length + b.length];
    long high = 0;
    long low = 0;
    for (int k = 0; k < out.length; k++) {
      int last = Math.min(k, a.length - 1);
      for (int i = Math.max(0, k - b.length + 1); i <= last; i++) {
        long x = a[i];
        long y = b[k - i];
        long product = x * y;
        low += product;
        high += Math.multiplyHigh(x, y) + carry(low, product);
      }
      if (high == 0 && low >= 0) {
        long next = low / BASE;
        out[k] = low - next * BASE;
        low = next;
      } else {
        long upper = high / BASE;
        long lower = overBase(high - upper * BASE, low);
        out[k] = low - lower * BASE;
        high = upper;
        low = lower;
      }
    }
    return trimmed(out);
  }

  private static long[] timesSmall(long[] a, long factor, int length) {
    long[] out = new long[length];
    long carry = 0;
    for (int i = 0; i < length; i++) {
      long x = i < a.length ? a[i] : 0;
      long low = x * factor + carry;
      long next = overBase(Math.multiplyHigh(x, factor) + carry(low, carry), low);
      out[i] = low - next * BASE;
      carry = next;
    }
    return out;
  }

  /**
   * A quotient rounded down.
   *
   * @param rest gets whether anything is left
   */
  static long[] divide(long[] a, long[] b, boolean[] rest) {
    if (compare(a, b) < 0) {
      rest[0] = a.length > 1 || a[0] != 0;
      return new long[1];
    }
    return b.length == 1 ? divideBySmall(a, b[0], rest) : divideLong(a, b, rest);
  }

  private static long[] divideBySmall(long[] a, long b, boolean[] rest) {
    int shift = Long.numberOfLeadingZeros(b);
    long divisor = b << shift;
    long inverse = WideDivision.inverse(divisor);
    long[] out = new long[a.length];
    long left = 0;
    for (int i = a.length - 1; i >= 0; i--) {
      long low = left * BASE + a[i];
      long high = Math.multiplyHigh(left, BASE) + carry(low, a[i]);
      long digit = WideDivision.quotient(high << shift | low >>> Long.SIZE - shift, low << shift, divisor, inverse);
      out[i] = digit;
      left = low - digit * b;
    }
    rest[0] = left != 0;
    return trimmed(out);
  }

  /** Knuth's algorithm D. */
  private static long[] divideLong(long[] a, long[] b, boolean[] rest) {
    int n = b.length;
    long factor = BASE / (b[n - 1] + 1);
    long[] u = timesSmall(a, factor, a.length + 1);
    long[] v = timesSmall(b, factor, n);
    long first = v[n - 1];
    int shift = Long.numberOfLeadingZeros(first);
    long divisor = first << shift;
    long inverse = WideDivision.inverse(divisor);
    long[] out = new long[a.length - n + 1];
    for (int j = out.length - 1; j >= 0; j--) {
      long top = u[j + n];
      long digit = BASE - 1;
      long left = first + u[j + n - 1];
      if (top < first) {
        long low = top * BASE + u[j + n - 1];
        long high = Math.multiplyHigh(top, BASE) + carry(low, u[j + n - 1]);
        digit = WideDivision.quotient(high << shift | low >>> Long.SIZE - shift, low << shift, divisor, inverse);
        left = low - digit * first;
      }
      digit = corrected(digit, left, first, v[n - 2], u[j + n - 2]);
      if (subtractProduct(u, j, v, digit)) {
        digit--;
        addBack(u, j, v);
      }
      out[j] = digit;
    }
    rest[0] = !areZero(u, u.length);
    return trimmed(out);
  }

  /** A digit that is now at most one too large, by what the second limb says. */
  private static long corrected(long guess, long left, long first, long second, long next) {
    long digit = guess;
    long rest = left;
    while (rest < BASE) {
      long low = digit * second;
      long high = Math.multiplyHigh(digit, second);
      long allowedLow = rest * BASE + next;
      long allowed = Math.multiplyHigh(rest, BASE) + carry(allowedLow, next);
      if (Pairs.compare(high, low, allowed, allowedLow) <= 0) {
        break;
      }
      digit--;
      rest += first;
    }
    return digit;
  }

  /** Subtracts from the limbs at a place; whether it was too much, which the limb above then shows by its sign. */
  private static boolean subtractProduct(long[] u, int at, long[] v, long digit) {
    long carry = 0;
    for (int i = 0; i < v.length; i++) {
      long low = v[i] * digit + carry;
      long next = overBase(Math.multiplyHigh(v[i], digit) + carry(low, carry), low);
      long difference = u[at + i] - (low - next * BASE);
      long borrow = difference >>> Long.SIZE - 1;
      u[at + i] = difference + (BASE & -borrow);
      carry = next + borrow;
    }
    u[at + v.length] -= carry;
    return u[at + v.length] < 0;
  }

  private static void addBack(long[] u, int at, long[] v) {
    long carry = 0;
    for (int i = 0; i < v.length; i++) {
      long sum = u[at + i] + v[i] + carry;
      carry = sum >= BASE ? 1 : 0;
      u[at + i] = sum - (BASE & -carry);
    }
    u[at + v.length] += carry;
  }
}
