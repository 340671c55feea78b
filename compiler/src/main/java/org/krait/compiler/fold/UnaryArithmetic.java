package org.krait.compiler.fold;

import java.math.BigInteger;
import org.krait.compiler.flow.ConstantTruth;
import org.krait.constants.Constant;
import org.krait.syntax.ast.UnaryOperator;

/** {@code not}, {@code ~}, {@code +} and {@code -} of constants. */
final class UnaryArithmetic {
  private UnaryArithmetic() {}

  /** The result, or null when Python raises an error. */
  static Constant apply(UnaryOperator operator, Constant operand) {
    if (operator == UnaryOperator.NOT) {
      return Constant.Singleton.of(!ConstantTruth.of(operand));
    }
    BigInteger integer = Numbers.integer(operand);
    if (integer != null) {
      return new Constant.Int(
          switch (operator) {
            case INVERT -> integer.not();
            case USUB -> integer.negate();
            default -> integer;
          });
    }
    if (operator == UnaryOperator.INVERT) {
      return null;
    }
    boolean negate = operator == UnaryOperator.USUB;
    // Not a switch over types: its first use costs a process several milliseconds.
    if (operand instanceof Constant.Float f) {
      return negate ? new Constant.Float(-f.value()) : f;
    }
    if (operand instanceof Constant.Complex c) {
      return negate ? new Constant.Complex(-c.real(), -c.imag()) : c;
    }
    return null;
  }
}
