package org.krait.compiler.fold;

import java.math.BigInteger;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Operator;

/** Binary operators on constants, within the sizes that CPython lets a folded constant have. */
final class BinaryArithmetic {
  private BinaryArithmetic() {}

  /** The result, or null when Python raises an error or the result might be too large. */
  static Constant apply(Operator operator, Constant left, Constant right) {
    if (isNumber(left) && isNumber(right)) {
      return numeric(operator, left, right);
    }
    return switch (operator) {
      case ADD -> SequenceArithmetic.concatenate(left, right);
      case MULT -> SequenceArithmetic.repeat(left, right);
      default -> null;
    };
  }

  private static boolean isNumber(Constant constant) {
    return constant instanceof Constant.Int
        || constant instanceof Constant.Float
        || constant instanceof Constant.Complex
        || constant == Constant.Singleton.TRUE
        || constant == Constant.Singleton.FALSE;
  }

  private static Constant numeric(Operator operator, Constant left, Constant right) {
    BigInteger a = Numbers.integer(left);
    BigInteger b = Numbers.integer(right);
    if (a != null && b != null) {
      boolean booleans =
          left instanceof Constant.Singleton && right instanceof Constant.Singleton;
      Constant result = IntArithmetic.apply(operator, a, b);
      return booleans && isBitwise(operator) ? Constant.Singleton.of(asBoolean(result)) : result;
    }
    if (left instanceof Constant.Complex || right instanceof Constant.Complex) {
      Constant.Complex x = Numbers.complex(left);
      Constant.Complex y = Numbers.complex(right);
      return x == null || y == null ? null : ComplexArithmetic.apply(operator, x, y);
    }
    Double x = Numbers.real(left);
    Double y = Numbers.real(right);
    return x == null || y == null ? null : FloatArithmetic.apply(operator, x, y);
  }

  private static boolean isBitwise(Operator operator) {
    return operator == Operator.BIT_AND
        || operator == Operator.BIT_OR
        || operator == Operator.BIT_XOR;
  }

  private static boolean asBoolean(Constant result) {
    return Numbers.integer(result).signum() != 0;
  }
}
