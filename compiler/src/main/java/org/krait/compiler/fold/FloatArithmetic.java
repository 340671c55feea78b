package org.krait.compiler.fold;

import java.math.BigDecimal;
import java.math.MathContext;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Operator;

/** Binary operators on {@code float}. */
final class FloatArithmetic {
  /** Powers to whole exponents up to this are computed exactly and rounded once. */
  private static final int LARGEST_EXACT_EXPONENT = 512;

  private FloatArithmetic() {}

  /** The result, or null when Python raises an error. */
  static Constant apply(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> of(a + b);
      case SUB -> of(a - b);
      case MULT -> of(a * b);
      case DIV -> b == 0 ? null : of(a / b);
      case FLOOR_DIV -> b == 0 ? null : of(floorDivide(a, b));
      case MOD -> b == 0 ? null : of(modulo(a, b));
      case POW -> power(a, b);
      default -> null;
    };
  }

  private static Constant of(double value) {
    return new Constant.Float(value);
  }

  /** The remainder, which has the sign of the divisor. */
  private static double modulo(double a, double b) {
    double remainder = a % b;
    if (remainder == 0) {
      return Math.copySign(0.0, b);
    }
    return remainder < 0 != b < 0 ? remainder + b : remainder;
  }

  private static double floorDivide(double a, double b) {
    double remainder = a % b;
    double quotient = (a - remainder) / b;
    if (remainder != 0 && remainder < 0 != b < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static Constant power(double a, double b) {
    if (b == 0 || a == 1) {
      return of(1);
    }
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return of(Double.NaN);
    }
    if (a == -1 && Double.isInfinite(b)) {
      return of(1);
    }
    if (a == 0 && b < 0 && !Double.isInfinite(b)) {
      return null;
    }
    boolean finite = !Double.isInfinite(a) && !Double.isInfinite(b);
    if (a < 0 && finite && b != Math.rint(b)) {
      return ComplexArithmetic.apply(
          Operator.POW, new Constant.Complex(a, 0), new Constant.Complex(b, 0));
    }
    double result = finite && a != 0 ? finitePower(a, b) : Math.pow(a, b);
    return finite && Double.isInfinite(result) ? null : of(result);
  }

  private static double finitePower(double a, double b) {
    if (b == 0.5) {
      return Math.sqrt(a);
    }
    if (b != Math.rint(b) || Math.abs(b) > LARGEST_EXACT_EXPONENT) {
      return Math.pow(a, b);
    }
    BigDecimal exact = new BigDecimal(a).pow(Math.abs((int) b));
    BigDecimal result =
        b < 0 ? BigDecimal.ONE.divide(exact, MathContext.DECIMAL128) : exact;
    double rounded = result.doubleValue();
    return rounded == 0 && a < 0 && b % 2 != 0 ? -0.0 : rounded;
  }
}
