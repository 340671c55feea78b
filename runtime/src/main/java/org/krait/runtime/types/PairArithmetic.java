package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.numbers.WideDivision;

/**
 * Arithmetic of ints of up to 128 bits, in pairs of longs: what hashes, random numbers and products modulo a long
 * are computed with.
 *
 * <p>The methods that give an int give null where the result or what is on the way to it may need more bits.
 */
final class PairArithmetic {
  private PairArithmetic() {}

  static BigInteger bigValue(long high, long low) {
    byte[] bytes = new byte[2 * Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[Long.BYTES - 1 - i] = (byte) (high >>> i * Byte.SIZE);
      bytes[2 * Long.BYTES - 1 - i] = (byte) (low >>> i * Byte.SIZE);
    }
    return new BigInteger(bytes);
  }

  static PyInt add(PyInt a, PyInt b) {
    long low = a.low() + b.low();
    long carry = Long.compareUnsigned(low, a.low()) < 0 ? 1 : 0;
    long high = a.high() + b.high() + carry;
    return ((a.high() ^ high) & (b.high() ^ high)) < 0 ? null : PyInt.of(high, low);
  }

  static PyInt sub(PyInt a, PyInt b) {
    long low = a.low() - b.low();
    long borrow = Long.compareUnsigned(a.low(), b.low()) < 0 ? 1 : 0;
    long high = a.high() - b.high() - borrow;
    return ((a.high() ^ b.high()) & (a.high() ^ high)) < 0 ? null : PyInt.of(high, low);
  }

  static PyInt mul(PyInt a, PyInt b) {
    // The magnitudes are at most 2 to the power of their bits.
    if (bits(a.high(), a.low()) + bits(b.high(), b.low()) >= PyBigInt.PAIR_BITS - 1) {
      return null;
    }
    long x = a.low();
    long y = b.low();
    return PyInt.of(Math.unsignedMultiplyHigh(x, y) + a.high() * y + x * b.high(), x * y);
  }

  /** How many bits two's complement takes besides the sign. */
  static int bits(long high, long low) {
    long sign = high >> 63;
    return high == sign
        ? Long.SIZE - Long.numberOfLeadingZeros(low ^ sign)
        : PyBigInt.PAIR_BITS - Long.numberOfLeadingZeros(high ^ sign);
  }

  /** {@code a << count}, where count is below 64. */
  static PyInt shiftLeft(PyInt a, int count) {
    if (bits(a.high(), a.low()) + count >= PyBigInt.PAIR_BITS) {
      return null;
    }
    return count == 0 ? a.exact() : PyInt.of(a.high() << count | a.low() >>> Long.SIZE - count, a.low() << count);
  }

  /** {@code a >> count}, where count is not negative. */
  static PyInt shiftRight(PyInt a, long count) {
    if (count >= Long.SIZE) {
      return PyLong.of(a.high() >> Math.min(count - Long.SIZE, Long.SIZE - 1));
    }
    int bits = (int) count;
    return bits == 0 ? a.exact() : PyInt.of(a.high() >> bits, a.high() << Long.SIZE - bits | a.low() >>> bits);
  }

  /** {@code a // b}, where b is not zero. */
  static PyInt floorDiv(PyInt a, PyInt b) {
    if (isLeast(a) || isLeast(b)) {
      return null;
    }
    long ah = magnitudeHigh(a);
    long al = magnitudeLow(a);
    long bh = magnitudeHigh(b);
    long bl = magnitudeLow(b);
    long high = bh == 0 ? Long.divideUnsigned(ah, bl) : 0;
    long low = lowQuotient(ah - high * bl, al, bh, bl);
    if ((a.high() ^ b.high()) >= 0) {
      return PyInt.of(high, low);
    }
    if ((restLow(al, bl, low) | restHigh(ah, al, bh, bl, high, low)) != 0) {
      low++;
      high += low == 0 ? 1 : 0;
    }
    return PyInt.of(low == 0 ? -high : ~high, -low);
  }

  /** {@code a % b}, where b is not zero. */
  static PyInt mod(PyInt a, PyInt b) {
    PyInt quotient = floorDiv(a, b);
    return quotient == null ? null : rest(a, b, quotient);
  }

  /** {@code a - quotient * b}, which takes no more bits than b; what goes over on the way falls away. */
  static PyInt rest(PyInt a, PyInt b, PyInt quotient) {
    long low = restLow(a.low(), b.low(), quotient.low());
    return PyInt.of(
        restHigh(a.high(), a.low(), b.high(), b.low(), quotient.high(), quotient.low()), low);
  }

  /** Whether the magnitude takes all 128 bits. */
  private static boolean isLeast(PyInt a) {
    return a.high() == Long.MIN_VALUE;
  }

  static long magnitudeHigh(PyInt a) {
    long high = a.high();
    return high >= 0 ? high : a.low() == 0 ? -high : ~high;
  }

  static long magnitudeLow(PyInt a) {
    return a.high() >= 0 ? a.low() : -a.low();
  }

  private static long restLow(long al, long bl, long quotient) {
    return al - quotient * bl;
  }

  private static long restHigh(long ah, long al, long bh, long bl, long high, long low) {
    long borrow = Long.compareUnsigned(al, low * bl) < 0 ? 1 : 0;
    return ah - Math.unsignedMultiplyHigh(low, bl) - low * bh - high * bl - borrow;
  }

  /** The quotient of magnitudes, which is known to be below 2**64. */
  private static long lowQuotient(long ah, long al, long bh, long bl) {
    if (bh == 0) {
      return WideDivision.divide(ah, al, bl);
    }
    if (ah >= 0 && bh > ah) {
      return 0;
    }
    // Both shifted so that the divisor fills its upper half; what that half gives is right or one too large.
    int shift = Long.numberOfLeadingZeros(bh);
    long upper = shift == 0 ? bh : bh << shift | bl >>> Long.SIZE - shift;
    long estimate = WideDivision.divide(ah >>> 1, ah << 63 | al >>> 1, upper) >>> 63 - shift;
    long quotient = estimate == 0 ? 0 : estimate - 1;
    long restLow = restLow(al, bl, quotient);
    long restHigh = restHigh(ah, al, bh, bl, 0, quotient);
    boolean more = restHigh != bh ? restHigh > bh : Long.compareUnsigned(restLow, bl) >= 0;
    return more ? quotient + 1 : quotient;
  }
}
