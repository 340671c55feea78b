package org.krait.compiler.fold;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.UnaryOperator;

/** Operators whose operands are constants; what would raise an error is left for run time. */
final class FoldOperators {
  private FoldOperators() {}

  static Expr unary(Expr.UnaryOp e) {
    if (e.operand() instanceof Expr.Constant c) {
      return orElse(UnaryArithmetic.apply(e.op(), c.value()), e.location(), e);
    }
    if (e.op() == UnaryOperator.NOT
        && e.operand() instanceof Expr.Compare c
        && c.ops().size() == 1) {
      CompareOperator inverse = inverse(c.ops().getFirst());
      if (inverse != null) {
        return new Expr.Compare(c.left(), List.of(inverse), c.comparators(), c.location());
      }
    }
    return e;
  }

  /** Only identity and membership are sure to be the opposites of their negations. */
  private static CompareOperator inverse(CompareOperator operator) {
    return switch (operator) {
      case IS -> CompareOperator.IS_NOT;
      case IS_NOT -> CompareOperator.IS;
      case IN -> CompareOperator.NOT_IN;
      case NOT_IN -> CompareOperator.IN;
      case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> null;
    };
  }

  static Expr binary(Expr.BinOp e) {
    if (!(e.left() instanceof Expr.Constant left)) {
      return e;
    }
    if (e.op() == Operator.MOD
        && e.right() instanceof Expr.Tuple items
        && left.value() instanceof Constant.Str format) {
      Expr joined = FoldFormat.fold(format, items.elts(), e.location());
      return joined == null ? e : joined;
    }
    if (!(e.right() instanceof Expr.Constant right)) {
      return e;
    }
    Constant result = BinaryArithmetic.apply(e.op(), left.value(), right.value());
    return orElse(result, e.location(), e);
  }

  static Expr subscript(Expr.Subscript e) {
    if (e.ctx() == ExprContext.LOAD
        && e.value() instanceof Expr.Constant value
        && e.slice() instanceof Expr.Constant index) {
      return orElse(ConstantItems.item(value.value(), index.value()), e.location(), e);
    }
    return e;
  }

  private static Expr orElse(Constant result, Location location, Expr unfolded) {
    return result == null ? unfolded : new Expr.Constant(result, null, location);
  }
}
