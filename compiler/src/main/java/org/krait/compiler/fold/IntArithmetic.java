package org.krait.compiler.fold;

import java.math.BigInteger;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Operator;

/** Binary operators on {@code int}. */
final class IntArithmetic {
  /** How many bits a product, power or shifted number may have. */
  private static final int LARGEST = 128;

  /** A quotient with so many bits more than a double holds rounds as the exact one would. */
  private static final int QUOTIENT_BITS = 66;

  private IntArithmetic() {}

  /** The result, or null when Python raises an error or the result might be too large. */
  static Constant apply(Operator operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case ADD -> of(a.add(b));
      case SUB -> of(a.subtract(b));
      case MULT -> bits(a) + bits(b) > LARGEST && bothNonZero(a, b) ? null : of(a.multiply(b));
      case DIV -> trueDivide(a, b);
      case FLOOR_DIV -> b.signum() == 0 ? null : of(floorDivide(a, b));
      case MOD -> b.signum() == 0 ? null : of(a.subtract(floorDivide(a, b).multiply(b)));
      case POW -> power(a, b);
      case LSHIFT -> shiftLeft(a, b);
      case RSHIFT -> shiftRight(a, b);
      case BIT_OR -> of(a.or(b));
      case BIT_XOR -> of(a.xor(b));
      case BIT_AND -> of(a.and(b));
      case MAT_MULT -> null;
    };
  }

  private static Constant of(BigInteger value) {
    return new Constant.Int(value);
  }

  private static int bits(BigInteger value) {
    return value.abs().bitLength();
  }

  private static boolean bothNonZero(BigInteger a, BigInteger b) {
    return a.signum() != 0 && b.signum() != 0;
  }

  static BigInteger floorDivide(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean roundDown = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return roundDown ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Constant trueDivide(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      return null;
    }
    double quotient = quotient(a, b);
    return Double.isInfinite(quotient) ? null : new Constant.Float(quotient);
  }

  /** The nearest double, infinite if there is none. */
  private static double quotient(BigInteger a, BigInteger b) {
    if (bits(a) <= 53 && bits(b) <= 53) {
      return a.doubleValue() / b.doubleValue();
    }
    int shift = QUOTIENT_BITS - (bits(a) - bits(b));
    BigInteger dividend = shift > 0 ? a.abs().shiftLeft(shift) : a.abs();
    BigInteger divisor = shift < 0 ? b.abs().shiftLeft(-shift) : b.abs();
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    // A set lowest bit stands for all that was cut off.
    BigInteger sticky = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
    double magnitude = Math.scalb(sticky.doubleValue(), -shift);
    return a.signum() < 0 != b.signum() < 0 ? -magnitude : magnitude;
  }

  private static Constant power(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      Double x = Numbers.real(of(a));
      Double y = Numbers.real(of(b));
      return x == null || y == null ? null : FloatArithmetic.apply(Operator.POW, x, y);
    }
    if (!bothNonZero(a, b)) {
      return b.signum() == 0 ? of(BigInteger.ONE) : of(BigInteger.ZERO);
    }
    boolean fits = b.bitLength() < 31 && bits(a) <= LARGEST / b.intValue();
    return fits ? of(a.pow(b.intValue())) : null;
  }

  private static Constant shiftLeft(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return null;
    }
    if (!bothNonZero(a, b)) {
      return of(a);
    }
    boolean fits = b.bitLength() < 31 && bits(a) + (long) b.intValue() <= LARGEST;
    return fits ? of(a.shiftLeft(b.intValue())) : null;
  }

  private static Constant shiftRight(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return null;
    }
    int distance = b.bitLength() < 31 ? b.intValue() : Integer.MAX_VALUE;
    return of(a.shiftRight(distance));
  }
}
