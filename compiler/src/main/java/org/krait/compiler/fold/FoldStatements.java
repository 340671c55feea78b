package org.krait.compiler.fold;

import java.util.ArrayList;
import java.util.List;
import org.krait.constants.Constant;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeParam;
import org.krait.syntax.ast.WithItem;

/** Statements: a new one is made only where a part changed. */
final class FoldStatements {
  private final FoldTree pass;

  FoldStatements(FoldTree pass) {
    this.pass = pass;
  }

  List<Stmt> all(List<Stmt> statements) {
    return FoldTree.each(statements, this::fold);
  }

  /**
   * The body of a module, class or function. A first statement that becomes a string by folding is
   * no docstring, and is wrapped so that it is not taken for one.
   */
  List<Stmt> body(List<Stmt> statements) {
    boolean hadDocstring = startsWithString(statements);
    List<Stmt> folded = all(statements);
    if (!hadDocstring && startsWithString(folded)) {
      Stmt.Expr first = (Stmt.Expr) folded.getFirst();
      folded = new ArrayList<>(folded);
      Expr wrapped = new Expr.JoinedStr(List.of(first.value()), first.location());
      folded.set(0, new Stmt.Expr(wrapped, first.location()));
    }
    return folded;
  }

  private static boolean startsWithString(List<Stmt> statements) {
    return !statements.isEmpty()
        && statements.getFirst() instanceof Stmt.Expr e
        && e.value() instanceof Expr.Constant c
        && c.value() instanceof Constant.Str;
  }

  // On the kind and not on the type, see FoldExpressions.
  private Stmt fold(Stmt statement) {
    pass.enter();
    Stmt folded =
        switch (statement.nodeKind()) {
          case FUNCTION_DEF -> function((Stmt.FunctionDef) statement);
          case ASYNC_FUNCTION_DEF -> asyncFunction((Stmt.AsyncFunctionDef) statement);
          case CLASS_DEF -> classDef((Stmt.ClassDef) statement);
          case RETURN -> {
            Stmt.Return s = (Stmt.Return) statement;
            Expr value = optional(s.value());
            yield value == s.value() ? s : new Stmt.Return(value, s.location());
          }
          case DELETE -> {
            Stmt.Delete s = (Stmt.Delete) statement;
            var targets = expressions(s.targets());
            yield targets == s.targets() ? s : new Stmt.Delete(targets, s.location());
          }
          case ASSIGN -> assign((Stmt.Assign) statement);
          case TYPE_ALIAS -> typeAlias((Stmt.TypeAlias) statement);
          case AUG_ASSIGN -> augAssign((Stmt.AugAssign) statement);
          case ANN_ASSIGN -> annAssign((Stmt.AnnAssign) statement);
          case FOR -> forLoop((Stmt.For) statement);
          case ASYNC_FOR -> asyncFor((Stmt.AsyncFor) statement);
          case WHILE -> whileLoop((Stmt.While) statement);
          case IF -> ifStatement((Stmt.If) statement);
          case WITH -> with((Stmt.With) statement);
          case ASYNC_WITH -> asyncWith((Stmt.AsyncWith) statement);
          case MATCH -> match((Stmt.Match) statement);
          case RAISE -> raise((Stmt.Raise) statement);
          case TRY -> tryStatement((Stmt.Try) statement);
          case TRY_STAR -> tryStar((Stmt.TryStar) statement);
          case ASSERT -> assertion((Stmt.Assert) statement);
          case EXPR -> {
            Stmt.Expr s = (Stmt.Expr) statement;
            Expr value = expression(s.value());
            yield value == s.value() ? s : new Stmt.Expr(value, s.location());
          }
          case IMPORT -> statement;
          case IMPORT_FROM -> statement;
          case GLOBAL -> statement;
          case NONLOCAL -> statement;
          case PASS -> statement;
          case BREAK -> statement;
          case CONTINUE -> statement;
          default -> throw new IllegalArgumentException("unexpected node: " + statement);
        };
    pass.leave();
    return folded;
  }

  private Expr expression(Expr expression) {
    return pass.expressions.fold(expression);
  }

  private Expr optional(Expr expression) {
    return pass.expressions.optional(expression);
  }

  private List<Expr> expressions(List<Expr> list) {
    return pass.expressions.all(list);
  }

  private Expr annotation(Expr annotation) {
    return pass.foldsAnnotations ? optional(annotation) : annotation;
  }

  private List<TypeParam> typeParams(List<TypeParam> list) {
    return FoldTree.each(list, this::typeParam);
  }

  private TypeParam typeParam(TypeParam param) {
    if (!(param instanceof TypeParam.TypeVar v)) {
      return param;
    }
    Expr bound = optional(v.bound());
    return bound == v.bound() ? v : new TypeParam.TypeVar(v.name(), bound, v.location());
  }

  private Stmt function(Stmt.FunctionDef s) {
    var typeParams = typeParams(s.typeParams());
    var args = pass.expressions.arguments(s.args());
    var body = body(s.body());
    var decorators = expressions(s.decoratorList());
    Expr returns = annotation(s.returns());
    boolean same =
        typeParams == s.typeParams()
            && args == s.args()
            && body == s.body()
            && decorators == s.decoratorList()
            && returns == s.returns();
    return same
        ? s
        : new Stmt.FunctionDef(
            s.name(),
            args,
            body,
            decorators,
            returns,
            s.typeComment(),
            typeParams,
            s.location());
  }

  private Stmt asyncFunction(Stmt.AsyncFunctionDef s) {
    var typeParams = typeParams(s.typeParams());
    var args = pass.expressions.arguments(s.args());
    var body = body(s.body());
    var decorators = expressions(s.decoratorList());
    Expr returns = annotation(s.returns());
    boolean same =
        typeParams == s.typeParams()
            && args == s.args()
            && body == s.body()
            && decorators == s.decoratorList()
            && returns == s.returns();
    return same
        ? s
        : new Stmt.AsyncFunctionDef(
            s.name(),
            args,
            body,
            decorators,
            returns,
            s.typeComment(),
            typeParams,
            s.location());
  }

  private Stmt classDef(Stmt.ClassDef s) {
    var typeParams = typeParams(s.typeParams());
    var bases = expressions(s.bases());
    var keywords = pass.expressions.keywords(s.keywords());
    var body = body(s.body());
    var decorators = expressions(s.decoratorList());
    boolean same =
        typeParams == s.typeParams()
            && bases == s.bases()
            && keywords == s.keywords()
            && body == s.body()
            && decorators == s.decoratorList();
    return same
        ? s
        : new Stmt.ClassDef(
            s.name(), bases, keywords, body, decorators, typeParams, s.location());
  }

  private Stmt assign(Stmt.Assign s) {
    var targets = expressions(s.targets());
    Expr value = expression(s.value());
    return targets == s.targets() && value == s.value()
        ? s
        : new Stmt.Assign(targets, value, s.typeComment(), s.location());
  }

  private Stmt typeAlias(Stmt.TypeAlias s) {
    Expr name = expression(s.name());
    var typeParams = typeParams(s.typeParams());
    Expr value = expression(s.value());
    return name == s.name() && typeParams == s.typeParams() && value == s.value()
        ? s
        : new Stmt.TypeAlias(name, typeParams, value, s.location());
  }

  private Stmt augAssign(Stmt.AugAssign s) {
    Expr target = expression(s.target());
    Expr value = expression(s.value());
    return target == s.target() && value == s.value()
        ? s
        : new Stmt.AugAssign(target, s.op(), value, s.location());
  }

  private Stmt annAssign(Stmt.AnnAssign s) {
    Expr target = expression(s.target());
    Expr annotation = annotation(s.annotation());
    Expr value = optional(s.value());
    return target == s.target() && annotation == s.annotation() && value == s.value()
        ? s
        : new Stmt.AnnAssign(target, annotation, value, s.simple(), s.location());
  }

  private Stmt forLoop(Stmt.For s) {
    Expr target = expression(s.target());
    Expr iter = expression(s.iter());
    var body = all(s.body());
    var orelse = all(s.orelse());
    iter = FoldDisplays.iterable(iter);
    boolean same =
        target == s.target() && iter == s.iter() && body == s.body() && orelse == s.orelse();
    return same ? s : new Stmt.For(target, iter, body, orelse, s.typeComment(), s.location());
  }

  private Stmt asyncFor(Stmt.AsyncFor s) {
    Expr target = expression(s.target());
    Expr iter = expression(s.iter());
    var body = all(s.body());
    var orelse = all(s.orelse());
    boolean same =
        target == s.target() && iter == s.iter() && body == s.body() && orelse == s.orelse();
    return same ? s : new Stmt.AsyncFor(target, iter, body, orelse, s.typeComment(), s.location());
  }

  private Stmt whileLoop(Stmt.While s) {
    Expr test = expression(s.test());
    var body = all(s.body());
    var orelse = all(s.orelse());
    return test == s.test() && body == s.body() && orelse == s.orelse()
        ? s
        : new Stmt.While(test, body, orelse, s.location());
  }

  private Stmt ifStatement(Stmt.If s) {
    Expr test = expression(s.test());
    var body = all(s.body());
    var orelse = all(s.orelse());
    return test == s.test() && body == s.body() && orelse == s.orelse()
        ? s
        : new Stmt.If(test, body, orelse, s.location());
  }

  private WithItem withItem(WithItem item) {
    Expr context = expression(item.contextExpr());
    Expr vars = optional(item.optionalVars());
    return context == item.contextExpr() && vars == item.optionalVars()
        ? item
        : new WithItem(context, vars);
  }

  private Stmt with(Stmt.With s) {
    var items = FoldTree.each(s.items(), this::withItem);
    var body = all(s.body());
    return items == s.items() && body == s.body()
        ? s
        : new Stmt.With(items, body, s.typeComment(), s.location());
  }

  private Stmt asyncWith(Stmt.AsyncWith s) {
    var items = FoldTree.each(s.items(), this::withItem);
    var body = all(s.body());
    return items == s.items() && body == s.body()
        ? s
        : new Stmt.AsyncWith(items, body, s.typeComment(), s.location());
  }

  private Stmt match(Stmt.Match s) {
    Expr subject = expression(s.subject());
    var cases = FoldTree.each(s.cases(), pass.patterns::matchCase);
    return subject == s.subject() && cases == s.cases()
        ? s
        : new Stmt.Match(subject, cases, s.location());
  }

  private Stmt raise(Stmt.Raise s) {
    Expr exc = optional(s.exc());
    Expr cause = optional(s.cause());
    return exc == s.exc() && cause == s.cause() ? s : new Stmt.Raise(exc, cause, s.location());
  }

  private ExceptHandler handler(ExceptHandler handler) {
    Expr type = optional(handler.type());
    var body = all(handler.body());
    return type == handler.type() && body == handler.body()
        ? handler
        : new ExceptHandler(type, handler.name(), body, handler.location());
  }

  private Stmt tryStatement(Stmt.Try s) {
    var body = all(s.body());
    var handlers = FoldTree.each(s.handlers(), this::handler);
    var orelse = all(s.orelse());
    var finalbody = all(s.finalbody());
    boolean same =
        body == s.body()
            && handlers == s.handlers()
            && orelse == s.orelse()
            && finalbody == s.finalbody();
    return same ? s : new Stmt.Try(body, handlers, orelse, finalbody, s.location());
  }

  private Stmt tryStar(Stmt.TryStar s) {
    var body = all(s.body());
    var handlers = FoldTree.each(s.handlers(), this::handler);
    var orelse = all(s.orelse());
    var finalbody = all(s.finalbody());
    boolean same =
        body == s.body()
            && handlers == s.handlers()
            && orelse == s.orelse()
            && finalbody == s.finalbody();
    return same ? s : new Stmt.TryStar(body, handlers, orelse, finalbody, s.location());
  }

  private Stmt assertion(Stmt.Assert s) {
    Expr test = expression(s.test());
    Expr msg = optional(s.msg());
    return test == s.test() && msg == s.msg() ? s : new Stmt.Assert(test, msg, s.location());
  }
}
