package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.numbers.FloatBits;

/** Arithmetic of ints: in longs while they suffice, else in BigIntegers. */
public final class IntArithmetic {
  /** What the ZeroDivisionErrors of {@code //}, {@code %} and {@code /} say. */
  public static final String NO_QUOTIENT = "integer division or modulo by zero";

  public static final String NO_REST = "integer modulo by zero";
  public static final String NO_FRACTION = "division by zero";

  private static final long EXACT_DOUBLE = 1L << 53;

  private IntArithmetic() {}

  private static PyException tooLarge() {
    return Errors.of(PyExceptions.MemoryError);
  }

  private static void checkBits(long bits) {
    if (bits > Integer.MAX_VALUE) {
      throw tooLarge();
    }
  }

  /** {@code a + b}. */
  public static PyInt add(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long x = a.longValue();
      long y = b.longValue();
      long r = x + y;
      if (((x ^ r) & (y ^ r)) >= 0) {
        return PyLong.of(r);
      }
    }
    PyInt sum = a.fitsPair() && b.fitsPair() ? PairArithmetic.add(a, b) : WordArithmetic.add(a, b, false);
    return sum != null ? sum : PyInt.of(a.bigValue().add(b.bigValue()));
  }

  /** {@code a - b}. */
  public static PyInt sub(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long x = a.longValue();
      long y = b.longValue();
      long r = x - y;
      if (((x ^ y) & (x ^ r)) >= 0) {
        return PyLong.of(r);
      }
    }
    PyInt difference = a.fitsPair() && b.fitsPair() ? PairArithmetic.sub(a, b) : WordArithmetic.add(a, b, true);
    return difference != null ? difference : PyInt.of(a.bigValue().subtract(b.bigValue()));
  }

  /** {@code a * b}. */
  public static PyInt mul(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long x = a.longValue();
      long y = b.longValue();
      return PyInt.of(Math.multiplyHigh(x, y), x * y);
    }
    PyInt product = a.fitsPair() && b.fitsPair() ? PairArithmetic.mul(a, b) : WordArithmetic.mul(a, b);
    return product != null ? product : bigMul(a, b);
  }

  private static PyInt bigMul(PyInt a, PyInt b) {
    BigInteger x = a.bigValue();
    BigInteger y = b.bigValue();
    checkBits((long) x.bitLength() + y.bitLength());
    return PyInt.of(x.multiply(y));
  }

  /** {@code a // b}. */
  public static PyInt floorDiv(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long x = a.longValue();
      long y = b.longValue();
      if (y == 0) {
        throw Errors.zeroDivisionError(NO_QUOTIENT);
      }
      if (y != -1 || x != Long.MIN_VALUE) {
        return PyLong.of(Math.floorDiv(x, y));
      }
    }
    PyInt quotient = isDivisiblePair(a, b) ? PairArithmetic.floorDiv(a, b) : null;
    return quotient != null ? quotient : bigFloorDiv(a, b);
  }

  private static boolean isDivisiblePair(PyInt a, PyInt b) {
    return a.fitsPair() && b.fitsPair() && b.signum() != 0;
  }

  private static PyInt bigFloorDiv(PyInt a, PyInt b) {
    // Where the quotient is not negative it is the same rounded down and towards zero.
    if (a.signum() * b.signum() <= 0) {
      return bigDivMod(a, b, NO_QUOTIENT)[0];
    }
    PyInt byWord = WordArithmetic.quotient(a, b);
    if (byWord != null) {
      return byWord;
    }
    long small = WordArithmetic.smallQuotient(a, b);
    if (small < 0) {
      small = SmallQuotient.of(a.bigValue(), b.bigValue());
    }
    return small >= 0 ? PyLong.of(small) : PyInt.of(a.bigValue().divide(b.bigValue()));
  }

  /** {@code a % b}. */
  public static PyInt mod(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long y = b.longValue();
      if (y == 0) {
        throw Errors.zeroDivisionError(NO_REST);
      }
      return PyLong.of(Math.floorMod(a.longValue(), y));
    }
    PyInt rest = isDivisiblePair(a, b) ? PairArithmetic.mod(a, b) : null;
    return rest != null ? rest : bigMod(a, b);
  }

  private static PyInt bigMod(PyInt a, PyInt b) {
    if (a.signum() * b.signum() <= 0) {
      return bigDivMod(a, b, NO_REST)[1];
    }
    PyInt byWord = WordArithmetic.rest(a, b);
    if (byWord != null) {
      return byWord;
    }
    long quotient = WordArithmetic.smallQuotient(a, b);
    if (quotient >= 0) {
      return sub(a, mul(b, PyLong.of(quotient)));
    }
    BigInteger x = a.bigValue();
    BigInteger y = b.bigValue();
    long small = SmallQuotient.of(x, y);
    return PyInt.of(small >= 0 ? x.subtract(y.multiply(BigInteger.valueOf(small))) : x.remainder(y));
  }

  /** {@code divmod(a, b)}. */
  public static PyTuple divMod(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong() && b.signum() != 0 && a.longValue() != Long.MIN_VALUE) {
      long x = a.longValue();
      long y = b.longValue();
      return PyTuple.of(PyLong.of(Math.floorDiv(x, y)), PyLong.of(Math.floorMod(x, y)));
    }
    if (isDivisiblePair(a, b)) {
      PyInt quotient = PairArithmetic.floorDiv(a, b);
      if (quotient != null) {
        return PyTuple.of(quotient, PairArithmetic.rest(a, b, quotient));
      }
    }
    PyInt[] both = bigDivMod(a, b, NO_QUOTIENT);
    return PyTuple.of(both[0], both[1]);
  }

  private static PyInt[] bigDivMod(PyInt a, PyInt b, String zero) {
    if (b.signum() == 0) {
      throw Errors.zeroDivisionError(zero);
    }
    BigInteger divisor = b.bigValue();
    BigInteger[] parts = a.bigValue().divideAndRemainder(divisor);
    BigInteger quotient = parts[0];
    BigInteger rest = parts[1];
    if (rest.signum() * divisor.signum() < 0) {
      quotient = quotient.subtract(BigInteger.ONE);
      rest = rest.add(divisor);
    }
    return new PyInt[] {PyInt.of(quotient), PyInt.of(rest)};
  }

  /** {@code a / b}, the double nearest to the quotient. */
  public static double trueDiv(PyInt a, PyInt b) {
    if (b.signum() == 0) {
      throw Errors.zeroDivisionError(NO_FRACTION);
    }
    if (isExactDouble(a) && isExactDouble(b)) {
      return (double) a.longValue() / (double) b.longValue();
    }
    double magnitude =
        a.signum() == 0 ? 0 : FloatBits.quotient(a.bigValue().abs(), b.bigValue().abs());
    if (Double.isInfinite(magnitude)) {
      throw Errors.overflowError("integer division result too large for a float");
    }
    return (a.signum() < 0) != (b.signum() < 0) ? -magnitude : magnitude;
  }

  private static boolean isExactDouble(PyInt a) {
    if (!a.fitsLong()) {
      return false;
    }
    long value = a.longValue();
    return value <= EXACT_DOUBLE && value >= -EXACT_DOUBLE;
  }

  /** {@code -a}. */
  public static PyInt neg(PyInt a) {
    if (a.fitsLong() && a.longValue() != Long.MIN_VALUE) {
      return PyLong.of(-a.longValue());
    }
    if (a.fitsPair() && a.high() != Long.MIN_VALUE) {
      long low = -a.low();
      return PyInt.of(low == 0 ? -a.high() : ~a.high(), low);
    }
    PyInt negated = WordArithmetic.neg(a);
    return negated != null ? negated : PyInt.of(a.bigValue().negate());
  }

  /** {@code abs(a)}. */
  public static PyInt abs(PyInt a) {
    return a.signum() < 0 ? neg(a) : a.exact();
  }

  /** {@code ~a}. */
  public static PyInt invert(PyInt a) {
    return a.fitsPair() ? PyInt.of(~a.high(), ~a.low()) : PyInt.of(a.bigValue().not());
  }

  /** {@code a & b}. */
  public static PyInt and(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      return PyLong.of(a.longValue() & b.longValue());
    }
    if (a.fitsPair() && b.fitsPair()) {
      return PyInt.of(a.high() & b.high(), a.low() & b.low());
    }
    // A small positive mask takes nothing but the lowest bits.
    if (b.fitsLong() && b.longValue() >= 0) {
      return PyLong.of(WordArithmetic.lowest(a) & b.longValue());
    }
    if (a.fitsLong() && a.longValue() >= 0) {
      return PyLong.of(WordArithmetic.lowest(b) & a.longValue());
    }
    return PyInt.of(a.bigValue().and(b.bigValue()));
  }

  /** {@code a | b}. */
  public static PyInt or(PyInt a, PyInt b) {
    return a.fitsPair() && b.fitsPair()
        ? PyInt.of(a.high() | b.high(), a.low() | b.low())
        : PyInt.of(a.bigValue().or(b.bigValue()));
  }

  /** {@code a ^ b}. */
  public static PyInt xor(PyInt a, PyInt b) {
    return a.fitsPair() && b.fitsPair()
        ? PyInt.of(a.high() ^ b.high(), a.low() ^ b.low())
        : PyInt.of(a.bigValue().xor(b.bigValue()));
  }

  /** {@code a << b}. */
  public static PyInt shiftLeft(PyInt a, PyInt b) {
    checkShift(b);
    if (a.signum() == 0) {
      return PyLong.ZERO;
    }
    long count = b.longValue();
    if (a.fitsLong() && count < Long.SIZE) {
      long shifted = a.longValue() << count;
      if (shifted >> count == a.longValue()) {
        return PyLong.of(shifted);
      }
    }
    if (a.fitsPair() && count < Long.SIZE) {
      PyInt shifted = PairArithmetic.shiftLeft(a, (int) count);
      if (shifted != null) {
        return shifted;
      }
    }
    PyInt byWords = WordArithmetic.shiftLeft(a, count);
    if (byWords != null) {
      return byWords;
    }
    BigInteger value = a.bigValue();
    checkBits(count > Integer.MAX_VALUE ? count : count + value.bitLength());
    return PyInt.of(value.shiftLeft((int) count));
  }

  /** {@code a >> b}. */
  public static PyInt shiftRight(PyInt a, PyInt b) {
    checkShift(b);
    long count = b.longValue();
    if (a.fitsLong()) {
      return PyLong.of(a.longValue() >> Math.min(count, Long.SIZE - 1));
    }
    if (a.fitsPair()) {
      return PairArithmetic.shiftRight(a, count);
    }
    PyInt byWords = WordArithmetic.shiftRight(a, count);
    return byWords != null
        ? byWords
        : PyInt.of(a.bigValue().shiftRight((int) Math.min(count, Integer.MAX_VALUE)));
  }

  private static void checkShift(PyInt count) {
    if (count.signum() < 0) {
      throw Errors.valueError("negative shift count");
    }
  }

  /** Negative, zero or positive, as {@code a} is below, equal to or above {@code b}. */
  public static int compare(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if (a.fitsPair() && b.fitsPair()) {
      int order = Long.compare(a.high(), b.high());
      return order != 0 ? order : Long.compareUnsigned(a.low(), b.low());
    }
    if (a.fitsPair() || b.fitsPair()) {
      // The other is further from zero.
      return a.fitsPair() ? -b.signum() : a.signum();
    }
    int order = WordArithmetic.compare(a, b);
    return order != 2 ? order : a.bigValue().compareTo(b.bigValue());
  }

  /** {@code a ** b} for {@code b >= 0}. */
  public static PyInt pow(PyInt a, PyInt b) {
    if (a.fitsLong()) {
      long base = a.longValue();
      if (base == 1 || b.signum() == 0) {
        return PyLong.ONE;
      }
      if (base == 0) {
        return PyLong.ZERO;
      }
      if (base == -1) {
        return isOdd(b) ? PyLong.MINUS_ONE : PyLong.ONE;
      }
      if (base == 2) {
        return shiftLeft(PyLong.ONE, b);
      }
      PyInt small = b.longValue() < Long.SIZE ? smallPower(base, (int) b.longValue()) : null;
      if (small != null) {
        return small;
      }
    }
    return bigPower(a.bigValue(), b.longValue());
  }

  private static PyInt smallPower(long base, int exponent) {
    long result = 1;
    long square = base;
    for (int e = exponent; ; ) {
      if ((e & 1) != 0) {
        if (Math.multiplyHigh(result, square) != result * square >> 63) {
          return null;
        }
        result *= square;
      }
      e >>= 1;
      if (e == 0) {
        return PyLong.of(result);
      }
      if (Math.multiplyHigh(square, square) != square * square >> 63) {
        return null;
      }
      square *= square;
    }
  }

  private static PyInt bigPower(BigInteger base, long exponent) {
    if (exponent > Integer.MAX_VALUE) {
      throw tooLarge();
    }
    checkBits((base.abs().bitLength() - 1) * exponent);
    try {
      return PyInt.of(base.pow((int) exponent));
    } catch (ArithmeticException tooLarge) {
      throw tooLarge();
    }
  }

  private static boolean isOdd(PyInt a) {
    return a.fitsLong() ? (a.longValue() & 1) != 0 : a.bigValue().testBit(0);
  }

  /** The square of what is less than this fits a {@code long}. */
  private static final long LARGEST_FACTOR = 3_037_000_500L;

  /** {@code pow(a, b, modulus)}. */
  public static PyInt powMod(PyInt a, PyInt b, PyInt modulus) {
    if (modulus.signum() == 0) {
      throw Errors.valueError("pow() 3rd argument cannot be 0");
    }
    if (a.fitsLong() && b.fitsLong() && b.signum() >= 0 && modulus.fitsLong()) {
      long m = Math.abs(modulus.longValue());
      if (m > 0) {
        long result =
            m <= LARGEST_FACTOR
                ? powMod(a.longValue(), b.longValue(), m)
                : ModularArithmetic.power(a.longValue(), b.longValue(), m);
        return PyLong.of(modulus.signum() < 0 && result != 0 ? result - m : result);
      }
    }
    BigInteger m = modulus.bigValue().abs();
    BigInteger result;
    try {
      result =
          b.signum() < 0
              ? ModularArithmetic.inverse(a.bigValue(), m).modPow(b.bigValue().negate(), m)
              : a.bigValue().modPow(b.bigValue(), m);
    } catch (ArithmeticException notInvertible) {
      throw Errors.valueError("base is not invertible for the given modulus");
    }
    if (modulus.signum() < 0 && result.signum() != 0) {
      result = result.subtract(m);
    }
    return PyInt.of(result);
  }

  private static long powMod(long a, long b, long m) {
    long square = Math.floorMod(a, m);
    long result = 1 % m;
    for (long e = b; e != 0; e >>= 1) {
      if ((e & 1) != 0) {
        result = result * square % m;
      }
      square = square * square % m;
    }
    return result;
  }

  /** {@code round(a, -places)}: to a multiple of a power of ten, ties to even. */
  static PyInt roundTo(PyInt a, PyInt places) {
    BigInteger magnitude = a.bigValue().abs();
    // A half of 10**n has more than 3n bits, so that the result is zero beyond this.
    if (places.longValue() > magnitude.bitLength() / 3 + 1) {
      return PyLong.ZERO;
    }
    BigInteger unit = BigInteger.TEN.pow((int) places.longValue());
    BigInteger[] parts = magnitude.divideAndRemainder(unit);
    int order = parts[1].shiftLeft(1).compareTo(unit);
    BigInteger count = parts[0];
    if (order > 0 || order == 0 && count.testBit(0)) {
      count = count.add(BigInteger.ONE);
    }
    BigInteger rounded = count.multiply(unit);
    return PyInt.of(a.signum() < 0 ? rounded.negate() : rounded);
  }
}
