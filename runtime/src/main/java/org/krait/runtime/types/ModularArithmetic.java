package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.runtime.numbers.WideDivision;

/** Powers and inverses modulo a number, where {@link BigInteger} takes longer than needed. */
final class ModularArithmetic {
  private ModularArithmetic() {}

  /** A power modulo a number of 63 bits. */
  static long power(long base, long exponent, long modulus) {
    int shift = Long.numberOfLeadingZeros(modulus);
    long divisor = modulus << shift;
    long inverse = WideDivision.inverse(divisor);
    long square = Math.floorMod(base, modulus);
    long result = 1 % modulus;
    for (long e = exponent; e != 0; e >>= 1) {
      if ((e & 1) != 0) {
        result = product(result, square, modulus, shift, divisor, inverse);
      }
      square = product(square, square, modulus, shift, divisor, inverse);
    }
    return result;
  }

  private static long product(long a, long b, long modulus, int shift, long divisor, long inverse) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    long quotient =
        WideDivision.quotient(high << shift | low >>> Long.SIZE - shift, low << shift, divisor, inverse);
    return low - quotient * modulus;
  }

  /** The inverse modulo a positive number; ArithmeticException when there is none. */
  static BigInteger inverse(BigInteger value, BigInteger modulus) {
    BigInteger rest = value.signum() < 0 || value.compareTo(modulus) >= 0 ? value.mod(modulus) : value;
    if (modulus.bitLength() < Long.SIZE) {
      return BigInteger.valueOf(inverse(rest.longValue(), modulus.longValue()));
    }
    if (rest.bitLength() >= Long.SIZE || rest.signum() == 0) {
      return rest.modInverse(modulus);
    }
    // (1 + k * modulus) / rest is whole for one k below the rest.
    long small = rest.longValue();
    long k = inverse(modulus.mod(rest).longValue(), small);
    BigInteger product = modulus.multiply(BigInteger.valueOf(k == 0 ? 0 : small - k));
    return small == 1 ? BigInteger.ONE : product.add(BigInteger.ONE).divide(rest);
  }

  /** Euclid's algorithm, for numbers of 63 bits. */
  private static long inverse(long value, long modulus) {
    long a = modulus;
    long b = value;
    long x = 0;
    long y = 1;
    while (b != 0) {
      long quotient = a / b;
      long rest = a - quotient * b;
      long next = x - quotient * y;
      a = b;
      b = rest;
      x = y;
      y = next;
    }
    if (a != 1) {
      throw new ArithmeticException("no inverse");
    }
    return modulus == 1 ? 0 : x < 0 ? x + modulus : x;
  }
}
