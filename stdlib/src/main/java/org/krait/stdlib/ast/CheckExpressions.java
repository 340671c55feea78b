package org.krait.stdlib.ast;

import static org.krait.syntax.ast.ExprContext.LOAD;
import static org.krait.syntax.ast.ExprContext.STORE;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.runtime.Errors;
import org.krait.runtime.execution.LoadCode;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;

/** Refuses expressions that no source could have, as the compiler would stumble over them. */
final class CheckExpressions {
  private CheckExpressions() {}

  static void all(List<Expr> expressions, ExprContext context, boolean withNulls) {
    for (Expr expression : expressions) {
      if (expression != null) {
        check(expression, context);
      } else if (!withNulls) {
        throw Errors.valueError("None disallowed in expression list");
      }
    }
  }

  static void optional(Expr expression) {
    if (expression != null) {
      check(expression, LOAD);
    }
  }

  static void load(Expr expression) {
    check(expression, LOAD);
  }

  static void check(Expr expression, ExprContext context) {
    Faults.checkPlace(expression);
    checkContext(expression, context);
    switch (expression) {
      case Expr.Attribute e -> load(e.value());
      case Expr.Subscript e -> {
        load(e.slice());
        load(e.value());
      }
      case Expr.Starred e -> check(e.value(), context);
      case Expr.Name e -> Faults.checkName(e.id());
      case Expr.List e -> all(e.elts(), context, false);
      case Expr.Tuple e -> all(e.elts(), context, false);
      default -> parts(expression);
    }
  }

  private static void checkContext(Expr expression, ExprContext wanted) {
    ExprContext actual =
        switch (expression) {
          case Expr.Attribute e -> e.ctx();
          case Expr.Subscript e -> e.ctx();
          case Expr.Starred e -> e.ctx();
          case Expr.Name e -> e.ctx();
          case Expr.List e -> e.ctx();
          case Expr.Tuple e -> e.ctx();
          default -> null;
        };
    if (actual == null && wanted != LOAD) {
      throw Errors.valueError(
          "expression which can't be assigned to in %s context", wanted.pythonName());
    }
    if (actual != null && actual != wanted) {
      throw Errors.valueError(
          "expression must have %s context but has %s instead",
          wanted.pythonName(), actual.pythonName());
    }
  }

  /** The parts of an expression that is only ever read. */
  private static void parts(Expr expression) {
    switch (expression) {
      case Expr.BoolOp e -> {
        if (e.values().size() < 2) {
          throw Errors.valueError("BoolOp with less than 2 values");
        }
        all(e.values(), LOAD, false);
      }
      case Expr.BinOp e -> {
        load(e.left());
        load(e.right());
      }
      case Expr.UnaryOp e -> load(e.operand());
      case Expr.Lambda e -> {
        arguments(e.args());
        load(e.body());
      }
      case Expr.IfExp e -> {
        load(e.test());
        load(e.body());
        load(e.orelse());
      }
      case Expr.Dict e -> dict(e);
      case Expr.Set e -> all(e.elts(), LOAD, false);
      case Expr.ListComp e -> comprehension(e.generators(), e.elt());
      case Expr.SetComp e -> comprehension(e.generators(), e.elt());
      case Expr.GeneratorExp e -> comprehension(e.generators(), e.elt());
      case Expr.DictComp e -> comprehension(e.generators(), e.key(), e.value());
      case Expr.Yield e -> optional(e.value());
      case Expr.YieldFrom e -> load(e.value());
      case Expr.Await e -> load(e.value());
      case Expr.Compare e -> compare(e);
      case Expr.Call e -> {
        load(e.func());
        all(e.args(), LOAD, false);
        keywords(e.keywords());
      }
      case Expr.Constant e -> constant(e.value());
      case Expr.JoinedStr e -> all(e.values(), LOAD, false);
      case Expr.FormattedValue e -> {
        load(e.value());
        optional(e.formatSpec());
      }
      case Expr.NamedExpr e -> {
        if (!(e.target() instanceof Expr.Name)) {
          throw Errors.typeError("NamedExpr target must be a Name");
        }
        load(e.value());
      }
      case Expr.Slice e -> {
        optional(e.lower());
        optional(e.upper());
        optional(e.step());
      }
      default -> throw new IllegalArgumentException(expression.toString());
    }
  }

  private static void dict(Expr.Dict e) {
    if (e.keys().size() != e.values().size()) {
      throw Errors.valueError("Dict doesn't have the same number of keys as values");
    }
    all(e.keys(), LOAD, true);
    all(e.values(), LOAD, false);
  }

  private static void compare(Expr.Compare e) {
    if (e.comparators().isEmpty()) {
      throw Errors.valueError("Compare with no comparators");
    }
    if (e.comparators().size() != e.ops().size()) {
      throw Errors.valueError("Compare has a different number of comparators and operands");
    }
    all(e.comparators(), LOAD, false);
    load(e.left());
  }

  private static void comprehension(List<Comprehension> generators, Expr... results) {
    if (generators.isEmpty()) {
      throw Errors.valueError("comprehension with no generators");
    }
    for (Comprehension generator : generators) {
      check(generator.target(), STORE);
      load(generator.iter());
      all(generator.ifs(), LOAD, false);
    }
    for (Expr result : results) {
      load(result);
    }
  }

  static void keywords(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      load(keyword.value());
    }
  }

  static void arguments(Arguments args) {
    parameters(args.posonlyargs());
    parameters(args.args());
    parameter(args.vararg());
    parameters(args.kwonlyargs());
    parameter(args.kwarg());
    if (args.defaults().size() > args.posonlyargs().size() + args.args().size()) {
      throw Errors.valueError("more positional defaults than args on arguments");
    }
    if (args.kwDefaults().size() != args.kwonlyargs().size()) {
      throw Errors.valueError("length of kwonlyargs is not the same as kw_defaults on arguments");
    }
    all(args.defaults(), LOAD, false);
    all(args.kwDefaults(), LOAD, true);
  }

  private static void parameters(List<Arg> parameters) {
    for (Arg parameter : parameters) {
      Faults.checkPlace(parameter);
      parameter(parameter);
    }
  }

  private static void parameter(Arg parameter) {
    if (parameter != null) {
      optional(parameter.annotation());
    }
  }

  private static void constant(Constant constant) {
    switch (constant) {
      case Constant.Tuple tuple -> tuple.items().forEach(CheckExpressions::constant);
      case Constant.FrozenSet set -> set.items().forEach(CheckExpressions::constant);
      case LoadCode.Value other ->
          throw Errors.typeError(
              "got an invalid type in Constant: %s", other.object().type().fullName());
      case Constant.Foreign _ -> throw Errors.typeError("got an invalid type in Constant: code");
      default -> {}
    }
  }
}
