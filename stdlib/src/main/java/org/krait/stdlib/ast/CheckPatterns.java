package org.krait.stdlib.ast;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Operator;
import org.krait.syntax.ast.Pattern;
import org.krait.syntax.ast.UnaryOperator;

/** Refuses patterns that no source could have. */
final class CheckPatterns {
  private CheckPatterns() {}

  private static void all(List<Pattern> patterns, boolean starAllowed) {
    for (Pattern pattern : patterns) {
      check(pattern, starAllowed);
    }
  }

  static void check(Pattern pattern, boolean starAllowed) {
    Faults.checkPlace(pattern);
    switch (pattern) {
      case Pattern.MatchValue p -> value(p.value());
      case Pattern.MatchSingleton p -> {
        if (!isSingleton(p.value())) {
          throw Errors.valueError("MatchSingleton can only contain True, False and None");
        }
      }
      case Pattern.MatchSequence p -> all(p.patterns(), true);
      case Pattern.MatchMapping p -> mapping(p);
      case Pattern.MatchClass p -> ofClass(p);
      case Pattern.MatchStar p -> {
        if (!starAllowed) {
          throw Errors.valueError("can't use MatchStar here");
        }
        capture(p.name());
      }
      case Pattern.MatchAs p -> as(p);
      case Pattern.MatchOr p -> {
        if (p.patterns().size() < 2) {
          throw Errors.valueError("MatchOr requires at least 2 patterns");
        }
        all(p.patterns(), false);
      }
    }
  }

  private static boolean isSingleton(Constant value) {
    return value instanceof Constant.Singleton && value != Constant.Singleton.ELLIPSIS;
  }

  private static void capture(String name) {
    if (name == null) {
      return;
    }
    if (name.equals("_")) {
      throw Errors.valueError("can't capture name '_' in patterns");
    }
    Faults.checkName(name);
  }

  private static void as(Pattern.MatchAs p) {
    capture(p.name());
    if (p.pattern() == null) {
      return;
    }
    if (p.name() == null) {
      throw Errors.valueError("MatchAs must specify a target name if a pattern is given");
    }
    check(p.pattern(), false);
  }

  private static void mapping(Pattern.MatchMapping p) {
    if (p.keys().size() != p.patterns().size()) {
      throw Errors.valueError("MatchMapping doesn't have the same number of keys as patterns");
    }
    capture(p.rest());
    for (Expr key : p.keys()) {
      if (key == null) {
        throw Errors.valueError("None disallowed in expression list");
      }
      if (!(key instanceof Expr.Constant constant && isSingleton(constant.value()))) {
        value(key);
      }
    }
    all(p.patterns(), false);
  }

  private static void ofClass(Pattern.MatchClass p) {
    if (p.kwdAttrs().size() != p.kwdPatterns().size()) {
      throw Errors.valueError(
          "MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    CheckExpressions.load(p.cls());
    Expr cls = p.cls();
    while (cls instanceof Expr.Attribute attribute) {
      cls = attribute.value();
    }
    if (!(cls instanceof Expr.Name)) {
      throw Errors.valueError("MatchClass cls field can only contain Name or Attribute nodes.");
    }
    p.kwdAttrs().forEach(Faults::checkName);
    all(p.patterns(), false);
    all(p.kwdPatterns(), false);
  }

  private static void value(Expr value) {
    CheckExpressions.load(value);
    switch (value) {
      case Expr.Constant e -> {
        if (!isNumber(e, true, true)
            && !(e.value() instanceof Constant.Str)
            && !(e.value() instanceof Constant.Bytes)) {
          throw Errors.valueError("unexpected constant inside of a literal pattern");
        }
      }
      // Formatted strings are refused later, with a place.
      case Expr.Attribute _, Expr.JoinedStr _ -> {}
      case Expr.UnaryOp e when isNegative(e, true) -> {}
      case Expr.BinOp e when isComplex(e) -> {}
      default -> throw noLiteral();
    }
  }

  private static PyException noLiteral() {
    return Errors.valueError("patterns may only match literals and attribute lookups");
  }

  private static boolean isNumber(Expr value, boolean real, boolean imaginary) {
    return value instanceof Expr.Constant constant
        && switch (constant.value()) {
          case Constant.Int _, Constant.Float _ -> real;
          case Constant.Complex _ -> imaginary;
          default -> false;
        };
  }

  private static boolean isNegative(Expr value, boolean imaginary) {
    return value instanceof Expr.UnaryOp operation
        && operation.op() == UnaryOperator.USUB
        && isNumber(operation.operand(), true, imaginary);
  }

  private static boolean isComplex(Expr.BinOp value) {
    return (value.op() == Operator.ADD || value.op() == Operator.SUB)
        && (isNumber(value.left(), true, false) || isNegative(value.left(), false))
        && isNumber(value.right(), false, true);
  }
}
