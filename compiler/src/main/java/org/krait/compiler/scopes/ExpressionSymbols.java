package org.krait.compiler.scopes;

import static org.krait.compiler.scopes.Symbol.DEF_LOCAL;
import static org.krait.compiler.scopes.Symbol.DEF_PARAM;
import static org.krait.compiler.scopes.Symbol.USE;

import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Arg;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.Comprehension;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Keyword;

/** Notes the names in expressions; opens the scopes of lambdas and comprehensions. */
final class ExpressionSymbols {
  private final CollectSymbols symbols;

  ExpressionSymbols(CollectSymbols symbols) {
    this.symbols = symbols;
  }

  /** Visits each expression; null elements stand for what is left out. */
  void visitAll(List<Expr> expressions) {
    for (Expr expression : expressions) {
      visitOptional(expression);
    }
  }

  void visitOptional(Expr expression) {
    if (expression != null) {
      visit(expression);
    }
  }

  void visit(Expr expression) {
    symbols.descend();
    switch (expression.nodeKind()) {
      case NAME -> name((Expr.Name) expression);
      case ATTRIBUTE -> visit(((Expr.Attribute) expression).value());
      case CALL -> call((Expr.Call) expression);
      case CONSTANT -> {
        // names nothing
      }
      case BOOL_OP -> visitAll(((Expr.BoolOp) expression).values());
      case NAMED_EXPR -> namedExpression((Expr.NamedExpr) expression);
      case BIN_OP -> {
        Expr.BinOp e = (Expr.BinOp) expression;
        visit(e.left());
        visit(e.right());
      }
      case UNARY_OP -> visit(((Expr.UnaryOp) expression).operand());
      case LAMBDA -> lambda((Expr.Lambda) expression);
      case IF_EXP -> {
        Expr.IfExp e = (Expr.IfExp) expression;
        visit(e.test());
        visit(e.body());
        visit(e.orelse());
      }
      case DICT -> {
        Expr.Dict e = (Expr.Dict) expression;
        visitAll(e.keys());
        visitAll(e.values());
      }
      case SET -> visitAll(((Expr.Set) expression).elts());
      case LIST_COMP -> {
        Expr.ListComp e = (Expr.ListComp) expression;
        comprehension(e, "listcomp", Scope.Comprehension.LIST, e.generators(), e.elt(), null);
      }
      case SET_COMP -> {
        Expr.SetComp e = (Expr.SetComp) expression;
        comprehension(e, "setcomp", Scope.Comprehension.SET, e.generators(), e.elt(), null);
      }
      case DICT_COMP -> {
        Expr.DictComp e = (Expr.DictComp) expression;
        comprehension(
            e, "dictcomp", Scope.Comprehension.DICT, e.generators(), e.key(), e.value());
      }
      case GENERATOR_EXP -> {
        Expr.GeneratorExp e = (Expr.GeneratorExp) expression;
        comprehension(e, "genexpr", Scope.Comprehension.GENERATOR, e.generators(), e.elt(), null);
      }
      case YIELD -> yieldExpression(expression, ((Expr.Yield) expression).value());
      case YIELD_FROM -> yieldExpression(expression, ((Expr.YieldFrom) expression).value());
      case AWAIT -> {
        refuseInAnnotation("await expression", expression);
        visit(((Expr.Await) expression).value());
        symbols.current.coroutine = true;
      }
      case COMPARE -> {
        Expr.Compare e = (Expr.Compare) expression;
        visit(e.left());
        visitAll(e.comparators());
      }
      case FORMATTED_VALUE -> {
        Expr.FormattedValue e = (Expr.FormattedValue) expression;
        visit(e.value());
        visitOptional(e.formatSpec());
      }
      case JOINED_STR -> visitAll(((Expr.JoinedStr) expression).values());
      case SUBSCRIPT -> {
        Expr.Subscript e = (Expr.Subscript) expression;
        visit(e.value());
        visit(e.slice());
      }
      case STARRED -> visit(((Expr.Starred) expression).value());
      case SLICE -> {
        Expr.Slice e = (Expr.Slice) expression;
        visitOptional(e.lower());
        visitOptional(e.upper());
        visitOptional(e.step());
      }
      case LIST -> visitAll(((Expr.List) expression).elts());
      case TUPLE -> visitAll(((Expr.Tuple) expression).elts());
      default -> throw new IllegalArgumentException("not an expression: " + expression);
    }
    symbols.leave();
  }

  private void name(Expr.Name name) {
    boolean load = name.ctx() == ExprContext.LOAD;
    symbols.define(name.id(), load ? USE : DEF_LOCAL, name.location());
    if (load && name.id().equals("super") && symbols.current.isFunctionLike()) {
      // super() without arguments reads the cell of the class around it.
      symbols.define("__class__", USE, name.location());
    }
  }

  private void call(Expr.Call call) {
    visit(call.func());
    visitAll(call.args());
    for (Keyword keyword : call.keywords()) {
      visit(keyword.value());
    }
  }

  private void namedExpression(Expr.NamedExpr expression) {
    refuseInAnnotation("named expression", expression);
    if (symbols.current.openIterables > 0) {
      throw new CompileError(
          "assignment expression cannot be used in a comprehension iterable expression",
          expression.location());
    }
    if (symbols.current.comprehension != Scope.Comprehension.NONE) {
      symbols.bindOutsideComprehensions((Expr.Name) expression.target());
    }
    visit(expression.value());
    visit(expression.target());
  }

  private void lambda(Expr.Lambda lambda) {
    refuseInClassAnnotation("lambda", lambda);
    visitAll(lambda.args().defaults());
    visitAll(lambda.args().kwDefaults());
    symbols.enter("lambda", Scope.Kind.FUNCTION, lambda, lambda.location());
    parameters(lambda.args());
    visit(lambda.body());
    symbols.exit();
  }

  /** Notes parameters in the order of the frame. */
  void parameters(Arguments arguments) {
    parameters(arguments.posonlyargs());
    parameters(arguments.args());
    parameters(arguments.kwonlyargs());
    if (arguments.vararg() != null) {
      parameter(arguments.vararg());
      symbols.current.varArgs = true;
    }
    if (arguments.kwarg() != null) {
      parameter(arguments.kwarg());
      symbols.current.varKeywords = true;
    }
  }

  private void parameters(List<Arg> arguments) {
    for (Arg argument : arguments) {
      parameter(argument);
    }
  }

  private void parameter(Arg argument) {
    symbols.define(argument.arg(), DEF_PARAM, argument.location());
  }

  private void yieldExpression(Expr expression, Expr value) {
    refuseInAnnotation("yield expression", expression);
    visitOptional(value);
    Scope scope = symbols.current;
    scope.generator = true;
    String inside =
        switch (scope.comprehension) {
          case NONE -> null;
          case LIST -> "list comprehension";
          case SET -> "set comprehension";
          case DICT -> "dict comprehension";
          case GENERATOR -> "generator expression";
        };
    if (inside != null) {
      throw new CompileError("'yield' inside " + inside, expression.location());
    }
  }

  private void comprehension(
      Expr node,
      String name,
      Scope.Comprehension kind,
      List<Comprehension> generators,
      Expr element,
      Expr value) {
    refuseInClassAnnotation("comprehension", node);
    Comprehension outermost = generators.getFirst();
    symbols.current.openIterables++;
    visit(outermost.iter());
    symbols.current.openIterables--;
    Scope scope = symbols.enter(name, Scope.Kind.FUNCTION, node, node.location());
    scope.comprehension = kind;
    scope.coroutine = outermost.isAsync() != 0;
    // The outermost iterator is computed outside and passed in.
    symbols.define(".0", DEF_PARAM, node.location());
    target(outermost.target());
    visitAll(outermost.ifs());
    for (int i = 1; i < generators.size(); i++) {
      innerGenerator(generators.get(i));
    }
    visitOptional(value);
    visit(element);
    boolean isGenerator = kind == Scope.Comprehension.GENERATOR;
    scope.generator = isGenerator;
    symbols.exit();
    if (scope.coroutine && !isGenerator) {
      symbols.current.coroutine = true;
    }
  }

  private void target(Expr target) {
    symbols.current.inIterationTarget = true;
    visit(target);
    symbols.current.inIterationTarget = false;
  }

  private void innerGenerator(Comprehension generator) {
    target(generator.target());
    symbols.current.openIterables++;
    visit(generator.iter());
    symbols.current.openIterables--;
    visitAll(generator.ifs());
    if (generator.isAsync() != 0) {
      symbols.current.coroutine = true;
    }
  }

  private void refuseInAnnotation(String what, Expr expression) {
    String place =
        switch (symbols.current.kind()) {
          case ANNOTATION -> "an annotation";
          case TYPE_VAR_BOUND -> "a TypeVar bound";
          case TYPE_ALIAS -> "a type alias";
          case TYPE_PARAMETERS -> "the definition of a generic";
          case FUNCTION, CLASS, MODULE -> null;
        };
    if (place != null) {
      throw new CompileError(
          what + " cannot be used within " + place, expression.location());
    }
  }

  private void refuseInClassAnnotation(String what, Expr expression) {
    if (symbols.current.seesClassScope) {
      throw new CompileError(
          "Cannot use " + what + " in annotation scope within class scope",
          expression.location());
    }
  }
}
