package org.krait.compiler.fold;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;
import org.krait.syntax.ast.UnaryOperator;

/** Expressions: the parts first, then what they make together. */
final class FoldExpressions {
  private final FoldTree pass;

  FoldExpressions(FoldTree pass) {
    this.pass = pass;
  }

  List<Expr> all(List<Expr> expressions) {
    return FoldTree.each(expressions, this::fold);
  }

  Expr optional(Expr expression) {
    return expression == null ? null : fold(expression);
  }

  private boolean mayCompute(Expr.UnaryOp e) {
    return e.op() != UnaryOperator.INVERT
        || !(e.operand() instanceof Expr.Constant c)
        || c.value() != Constant.Singleton.TRUE && c.value() != Constant.Singleton.FALSE
        || pass.invertsBool.getAsBoolean();
  }

  // Dispatches on the kind and not on the type: a type switch is linked at run time, which costs
  // the first compilation of every process some ten milliseconds.
  Expr fold(Expr expression) {
    pass.enter();
    Expr folded =
        switch (expression.nodeKind()) {
          case CONSTANT -> expression;
          case NAME -> name((Expr.Name) expression);
          case ATTRIBUTE -> {
            Expr.Attribute e = (Expr.Attribute) expression;
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Attribute(value, e.attr(), e.ctx(), e.location());
          }
          case CALL -> call((Expr.Call) expression);
          case BIN_OP -> {
            Expr.BinOp e = (Expr.BinOp) expression;
            Expr left = fold(e.left());
            Expr right = fold(e.right());
            yield FoldOperators.binary(
                left == e.left() && right == e.right()
                    ? e
                    : new Expr.BinOp(left, e.op(), right, e.location()));
          }
          case UNARY_OP -> {
            Expr.UnaryOp e = (Expr.UnaryOp) expression;
            Expr operand = fold(e.operand());
            Expr.UnaryOp whole =
                operand == e.operand() ? e : new Expr.UnaryOp(e.op(), operand, e.location());
            yield mayCompute(whole) ? FoldOperators.unary(whole) : whole;
          }
          case BOOL_OP -> {
            Expr.BoolOp e = (Expr.BoolOp) expression;
            var values = all(e.values());
            yield values == e.values() ? e : new Expr.BoolOp(e.op(), values, e.location());
          }
          case COMPARE -> compare((Expr.Compare) expression);
          case SUBSCRIPT -> subscript((Expr.Subscript) expression);
          case TUPLE -> {
            Expr.Tuple e = (Expr.Tuple) expression;
            var elts = all(e.elts());
            yield FoldDisplays.tuple(
                elts == e.elts() ? e : new Expr.Tuple(elts, e.ctx(), e.location()));
          }
          case LIST -> {
            Expr.List e = (Expr.List) expression;
            var elts = all(e.elts());
            yield elts == e.elts() ? e : new Expr.List(elts, e.ctx(), e.location());
          }
          case SET -> {
            Expr.Set e = (Expr.Set) expression;
            var elts = all(e.elts());
            yield elts == e.elts() ? e : new Expr.Set(elts, e.location());
          }
          case DICT -> {
            Expr.Dict e = (Expr.Dict) expression;
            var keys = all(e.keys());
            var values = all(e.values());
            yield keys == e.keys() && values == e.values()
                ? e
                : new Expr.Dict(keys, values, e.location());
          }
          case IF_EXP -> ifExpression((Expr.IfExp) expression);
          case LAMBDA -> {
            Expr.Lambda e = (Expr.Lambda) expression;
            Arguments args = arguments(e.args());
            Expr body = fold(e.body());
            yield args == e.args() && body == e.body() ? e : new Expr.Lambda(args, body, e.location());
          }
          case NAMED_EXPR -> {
            Expr.NamedExpr e = (Expr.NamedExpr) expression;
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.NamedExpr(e.target(), value, e.location());
          }
          case LIST_COMP -> {
            Expr.ListComp e = (Expr.ListComp) expression;
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.ListComp(elt, generators, e.location());
          }
          case SET_COMP -> {
            Expr.SetComp e = (Expr.SetComp) expression;
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.SetComp(elt, generators, e.location());
          }
          case DICT_COMP -> {
            Expr.DictComp e = (Expr.DictComp) expression;
            Expr key = fold(e.key());
            Expr value = fold(e.value());
            var generators = generators(e.generators());
            yield key == e.key() && value == e.value() && generators == e.generators()
                ? e
                : new Expr.DictComp(key, value, generators, e.location());
          }
          case GENERATOR_EXP -> {
            Expr.GeneratorExp e = (Expr.GeneratorExp) expression;
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.GeneratorExp(elt, generators, e.location());
          }
          case AWAIT -> {
            Expr.Await e = (Expr.Await) expression;
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Await(value, e.location());
          }
          case YIELD -> {
            Expr.Yield e = (Expr.Yield) expression;
            Expr value = optional(e.value());
            yield value == e.value() ? e : new Expr.Yield(value, e.location());
          }
          case YIELD_FROM -> {
            Expr.YieldFrom e = (Expr.YieldFrom) expression;
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.YieldFrom(value, e.location());
          }
          case FORMATTED_VALUE -> {
            Expr.FormattedValue e = (Expr.FormattedValue) expression;
            Expr value = fold(e.value());
            Expr spec = optional(e.formatSpec());
            yield value == e.value() && spec == e.formatSpec()
                ? e
                : new Expr.FormattedValue(value, e.conversion(), spec, e.location());
          }
          case JOINED_STR -> {
            Expr.JoinedStr e = (Expr.JoinedStr) expression;
            var values = all(e.values());
            yield values == e.values() ? e : new Expr.JoinedStr(values, e.location());
          }
          case STARRED -> {
            Expr.Starred e = (Expr.Starred) expression;
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Starred(value, e.ctx(), e.location());
          }
          case SLICE -> slice((Expr.Slice) expression);
          default -> throw new IllegalArgumentException("unexpected node: " + expression);
        };
    pass.leave();
    return folded;
  }

  private Expr name(Expr.Name e) {
    return e.ctx() == ExprContext.LOAD && e.id().equals("__debug__")
        ? new Expr.Constant(Constant.Singleton.of(pass.debug), null, e.location())
        : e;
  }

  private Expr call(Expr.Call e) {
    Expr func = fold(e.func());
    var args = all(e.args());
    var keywords = keywords(e.keywords());
    return func == e.func() && args == e.args() && keywords == e.keywords()
        ? e
        : new Expr.Call(func, args, keywords, e.location());
  }

  List<Keyword> keywords(List<Keyword> keywords) {
    return FoldTree.each(
        keywords,
        keyword -> {
          Expr value = fold(keyword.value());
          return value == keyword.value()
              ? keyword
              : new Keyword(keyword.arg(), value, keyword.location());
        });
  }

  /** A display tested for membership need not be built anew each time. */
  private Expr compare(Expr.Compare e) {
    Expr left = fold(e.left());
    var comparators = all(e.comparators());
    comparators = FoldDisplays.searchedContainer(e.ops(), comparators);
    return left == e.left() && comparators == e.comparators()
        ? e
        : new Expr.Compare(left, e.ops(), comparators, e.location());
  }

  private Expr subscript(Expr.Subscript e) {
    Expr value = fold(e.value());
    Expr index = fold(e.slice());
    return FoldOperators.subscript(
        value == e.value() && index == e.slice()
            ? e
            : new Expr.Subscript(value, index, e.ctx(), e.location()));
  }

  private Expr ifExpression(Expr.IfExp e) {
    Expr test = fold(e.test());
    Expr body = fold(e.body());
    Expr orelse = fold(e.orelse());
    return test == e.test() && body == e.body() && orelse == e.orelse()
        ? e
        : new Expr.IfExp(test, body, orelse, e.location());
  }

  private Expr slice(Expr.Slice e) {
    Expr lower = optional(e.lower());
    Expr upper = optional(e.upper());
    Expr step = optional(e.step());
    return lower == e.lower() && upper == e.upper() && step == e.step()
        ? e
        : new Expr.Slice(lower, upper, step, e.location());
  }

  private List<Comprehension> generators(List<Comprehension> generators) {
    return FoldTree.each(generators, this::generator);
  }

  private Comprehension generator(Comprehension c) {
    Expr target = fold(c.target());
    Expr iter = FoldDisplays.iterable(fold(c.iter()));
    var ifs = all(c.ifs());
    return target == c.target() && iter == c.iter() && ifs == c.ifs()
        ? c
        : new Comprehension(target, iter, ifs, c.isAsync());
  }

  Arguments arguments(Arguments a) {
    var posOnly = FoldTree.each(a.posonlyargs(), this::arg);
    var args = FoldTree.each(a.args(), this::arg);
    Arg varArg = a.vararg() == null ? null : arg(a.vararg());
    var kwOnly = FoldTree.each(a.kwonlyargs(), this::arg);
    var kwDefaults = all(a.kwDefaults());
    Arg kwArg = a.kwarg() == null ? null : arg(a.kwarg());
    var defaults = all(a.defaults());
    boolean same =
        posOnly == a.posonlyargs()
            && args == a.args()
            && varArg == a.vararg()
            && kwOnly == a.kwonlyargs()
            && kwDefaults == a.kwDefaults()
            && kwArg == a.kwarg()
            && defaults == a.defaults();
    return same ? a : new Arguments(posOnly, args, varArg, kwOnly, kwDefaults, kwArg, defaults);
  }

  private Arg arg(Arg arg) {
    if (!pass.foldsAnnotations) {
      return arg;
    }
    Expr annotation = optional(arg.annotation());
    return annotation == arg.annotation()
        ? arg
        : new Arg(arg.arg(), annotation, arg.typeComment(), arg.location());
  }
}
