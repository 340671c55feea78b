package org.krait.syntax.parser;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.CompareOperator;
import org.krait.syntax.ast.Expr;

/** Which expressions can be assigned to or deleted, and what the others are called. */
final class Targets {
  private Targets() {}

  /** What a target is for. */
  enum Use {
    ASSIGN,
    DELETE,
    LOOP
  }

  /** The first part of an expression that cannot be a target; null when all can. */
  static Expr invalid(Use use, Expr expr) {
    return switch (expr) {
      case Expr.List list -> firstInvalid(use, list.elts());
      case Expr.Tuple tuple -> firstInvalid(use, tuple.elts());
      case Expr.Starred starred -> use == Use.DELETE ? expr : invalid(use, starred.value());
      // The `in` of a for statement is read as a comparison.
      case Expr.Compare c ->
          use != Use.LOOP
              ? expr
              : c.ops().get(0) == CompareOperator.IN ? invalid(use, c.left()) : null;
      case Expr.Name n -> null;
      case Expr.Subscript s -> null;
      case Expr.Attribute a -> null;
      default -> expr;
    };
  }

  private static Expr firstInvalid(Use use, List<Expr> exprs) {
    for (Expr expr : exprs) {
      Expr invalid = invalid(use, expr);
      if (invalid != null) {
        return invalid;
      }
    }
    return null;
  }

  /** What an expression is, in messages. */
  static String describe(Expr expr) {
    return switch (expr) {
      case Expr.Attribute e -> "attribute";
      case Expr.Subscript e -> "subscript";
      case Expr.Starred e -> "starred";
      case Expr.Name e -> "name";
      case Expr.List e -> "list";
      case Expr.Tuple e -> "tuple";
      case Expr.Lambda e -> "lambda";
      case Expr.Call e -> "function call";
      case Expr.BoolOp e -> "expression";
      case Expr.BinOp e -> "expression";
      case Expr.UnaryOp e -> "expression";
      case Expr.GeneratorExp e -> "generator expression";
      case Expr.Yield e -> "yield expression";
      case Expr.YieldFrom e -> "yield expression";
      case Expr.Await e -> "await expression";
      case Expr.ListComp e -> "list comprehension";
      case Expr.SetComp e -> "set comprehension";
      case Expr.DictComp e -> "dict comprehension";
      case Expr.Dict e -> "dict literal";
      case Expr.Set e -> "set display";
      case Expr.JoinedStr e -> "f-string expression";
      case Expr.FormattedValue e -> "f-string expression";
      case Expr.Constant e -> describe(e.value());
      case Expr.Compare e -> "comparison";
      case Expr.IfExp e -> "conditional expression";
      case Expr.NamedExpr e -> "named expression";
      case Expr.Slice e -> "slice";
    };
  }

  private static String describe(Constant value) {
    if (!(value instanceof Constant.Singleton singleton)) {
      return "literal";
    }
    return switch (singleton) {
      case NONE -> "None";
      case TRUE -> "True";
      case FALSE -> "False";
      case ELLIPSIS -> "ellipsis";
    };
  }
}
