package org.krait.compiler.fold;

import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;

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

  Expr fold(Expr expression) {
    pass.enter();
    Expr folded =
        switch (expression) {
          case Expr.Constant e -> e;
          case Expr.Name e -> name(e);
          case Expr.Attribute e -> {
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Attribute(value, e.attr(), e.ctx(), e.location());
          }
          case Expr.Call e -> call(e);
          case Expr.BinOp e -> {
            Expr left = fold(e.left());
            Expr right = fold(e.right());
            yield FoldOperators.binary(
                left == e.left() && right == e.right()
                    ? e
                    : new Expr.BinOp(left, e.op(), right, e.location()));
          }
          case Expr.UnaryOp e -> {
            Expr operand = fold(e.operand());
            yield FoldOperators.unary(
                operand == e.operand() ? e : new Expr.UnaryOp(e.op(), operand, e.location()));
          }
          case Expr.BoolOp e -> {
            var values = all(e.values());
            yield values == e.values() ? e : new Expr.BoolOp(e.op(), values, e.location());
          }
          case Expr.Compare e -> compare(e);
          case Expr.Subscript e -> subscript(e);
          case Expr.Tuple e -> {
            var elts = all(e.elts());
            yield FoldDisplays.tuple(
                elts == e.elts() ? e : new Expr.Tuple(elts, e.ctx(), e.location()));
          }
          case Expr.List e -> {
            var elts = all(e.elts());
            yield elts == e.elts() ? e : new Expr.List(elts, e.ctx(), e.location());
          }
          case Expr.Set e -> {
            var elts = all(e.elts());
            yield elts == e.elts() ? e : new Expr.Set(elts, e.location());
          }
          case Expr.Dict e -> {
            var keys = all(e.keys());
            var values = all(e.values());
            yield keys == e.keys() && values == e.values()
                ? e
                : new Expr.Dict(keys, values, e.location());
          }
          case Expr.IfExp e -> ifExpression(e);
          case Expr.Lambda e -> {
            Arguments args = arguments(e.args());
            Expr body = fold(e.body());
            yield args == e.args() && body == e.body() ? e : new Expr.Lambda(args, body, e.location());
          }
          case Expr.NamedExpr e -> {
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.NamedExpr(e.target(), value, e.location());
          }
          case Expr.ListComp e -> {
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.ListComp(elt, generators, e.location());
          }
          case Expr.SetComp e -> {
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.SetComp(elt, generators, e.location());
          }
          case Expr.DictComp e -> {
            Expr key = fold(e.key());
            Expr value = fold(e.value());
            var generators = generators(e.generators());
            yield key == e.key() && value == e.value() && generators == e.generators()
                ? e
                : new Expr.DictComp(key, value, generators, e.location());
          }
          case Expr.GeneratorExp e -> {
            Expr elt = fold(e.elt());
            var generators = generators(e.generators());
            yield elt == e.elt() && generators == e.generators()
                ? e
                : new Expr.GeneratorExp(elt, generators, e.location());
          }
          case Expr.Await e -> {
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Await(value, e.location());
          }
          case Expr.Yield e -> {
            Expr value = optional(e.value());
            yield value == e.value() ? e : new Expr.Yield(value, e.location());
          }
          case Expr.YieldFrom e -> {
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.YieldFrom(value, e.location());
          }
          case Expr.FormattedValue e -> {
            Expr value = fold(e.value());
            Expr spec = optional(e.formatSpec());
            yield value == e.value() && spec == e.formatSpec()
                ? e
                : new Expr.FormattedValue(value, e.conversion(), spec, e.location());
          }
          case Expr.JoinedStr e -> {
            var values = all(e.values());
            yield values == e.values() ? e : new Expr.JoinedStr(values, e.location());
          }
          case Expr.Starred e -> {
            Expr value = fold(e.value());
            yield value == e.value() ? e : new Expr.Starred(value, e.ctx(), e.location());
          }
          case Expr.Slice e -> slice(e);
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
