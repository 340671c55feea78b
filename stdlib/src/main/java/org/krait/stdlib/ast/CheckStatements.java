package org.krait.stdlib.ast;

import static org.krait.syntax.ast.ExprContext.DEL;
import static org.krait.syntax.ast.ExprContext.LOAD;
import static org.krait.syntax.ast.ExprContext.STORE;

import java.util.List;
import org.krait.runtime.Errors;
import org.krait.syntax.ast.Arguments;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Mod;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.TypeParam;
import org.krait.syntax.ast.WithItem;

/** Refuses trees that no source could have, in CPython's words and order. */
final class CheckStatements {
  private CheckStatements() {}

  static void check(Mod tree) {
    switch (tree) {
      case Mod.Module m -> all(m.body());
      case Mod.Interactive m -> all(m.body());
      case Mod.Expression m -> CheckExpressions.load(m.body());
      case Mod.FunctionType m -> {
        CheckExpressions.all(m.argtypes(), LOAD, false);
        CheckExpressions.load(m.returns());
      }
    }
  }

  private static void all(List<Stmt> statements) {
    for (Stmt statement : statements) {
      if (statement == null) {
        throw Errors.valueError("None disallowed in statement list");
      }
      check(statement);
    }
  }

  private static void body(List<Stmt> body, String owner) {
    Faults.checkNotEmpty(body, "body", owner);
    all(body);
  }

  private static void check(Stmt statement) {
    Faults.checkPlace(statement);
    String owner = statement.nodeKind().pythonName();
    switch (statement) {
      case Stmt.FunctionDef s ->
          function(owner, s.body(), s.typeParams(), s.args(), s.decoratorList(), s.returns());
      case Stmt.AsyncFunctionDef s ->
          function(owner, s.body(), s.typeParams(), s.args(), s.decoratorList(), s.returns());
      case Stmt.ClassDef s -> {
        body(s.body(), owner);
        typeParameters(s.typeParams());
        CheckExpressions.all(s.bases(), LOAD, false);
        CheckExpressions.keywords(s.keywords());
        CheckExpressions.all(s.decoratorList(), LOAD, false);
      }
      case Stmt.For s -> loop(owner, s.target(), s.iter(), s.body(), s.orelse());
      case Stmt.AsyncFor s -> loop(owner, s.target(), s.iter(), s.body(), s.orelse());
      case Stmt.While s -> branch(owner, s.test(), s.body(), s.orelse());
      case Stmt.If s -> branch(owner, s.test(), s.body(), s.orelse());
      case Stmt.With s -> with(owner, s.items(), s.body());
      case Stmt.AsyncWith s -> with(owner, s.items(), s.body());
      case Stmt.Match s -> match(s);
      case Stmt.Try s -> attempt(owner, s.body(), s.handlers(), s.orelse(), s.finalbody());
      case Stmt.TryStar s -> attempt(owner, s.body(), s.handlers(), s.orelse(), s.finalbody());
      default -> simple(statement, owner);
    }
  }

  private static void simple(Stmt statement, String owner) {
    switch (statement) {
      case Stmt.Return s -> CheckExpressions.optional(s.value());
      case Stmt.Delete s -> targets(s.targets(), DEL, owner);
      case Stmt.Assign s -> {
        targets(s.targets(), STORE, owner);
        CheckExpressions.load(s.value());
      }
      case Stmt.AugAssign s -> {
        CheckExpressions.check(s.target(), STORE);
        CheckExpressions.load(s.value());
      }
      case Stmt.AnnAssign s -> annotated(s);
      case Stmt.TypeAlias s -> {
        if (!(s.name() instanceof Expr.Name)) {
          throw Errors.typeError("TypeAlias with non-Name name");
        }
        CheckExpressions.check(s.name(), STORE);
        typeParameters(s.typeParams());
        CheckExpressions.load(s.value());
      }
      case Stmt.Raise s -> raise(s);
      case Stmt.Assert s -> {
        CheckExpressions.load(s.test());
        CheckExpressions.optional(s.msg());
      }
      case Stmt.Import s -> Faults.checkNotEmpty(s.names(), "names", owner);
      case Stmt.ImportFrom s -> {
        if (s.level() < 0) {
          throw Errors.valueError("Negative ImportFrom level");
        }
        Faults.checkNotEmpty(s.names(), "names", owner);
      }
      case Stmt.Global s -> Faults.checkNotEmpty(s.names(), "names", owner);
      case Stmt.Nonlocal s -> Faults.checkNotEmpty(s.names(), "names", owner);
      case Stmt.Expr s -> CheckExpressions.load(s.value());
      default -> {}
    }
  }

  private static void targets(List<Expr> targets, ExprContext context, String owner) {
    Faults.checkNotEmpty(targets, "targets", owner);
    CheckExpressions.all(targets, context, false);
  }

  private static void annotated(Stmt.AnnAssign s) {
    if (s.simple() != 0 && !(s.target() instanceof Expr.Name)) {
      throw Errors.typeError("AnnAssign with simple non-Name target");
    }
    CheckExpressions.check(s.target(), STORE);
    CheckExpressions.optional(s.value());
    CheckExpressions.load(s.annotation());
  }

  private static void raise(Stmt.Raise s) {
    if (s.exc() == null && s.cause() != null) {
      throw Errors.valueError("Raise with cause but no exception");
    }
    CheckExpressions.optional(s.exc());
    CheckExpressions.optional(s.cause());
  }

  private static void function(
      String owner,
      List<Stmt> body,
      List<TypeParam> typeParameters,
      Arguments arguments,
      List<Expr> decorators,
      Expr returns) {
    body(body, owner);
    typeParameters(typeParameters);
    CheckExpressions.arguments(arguments);
    CheckExpressions.all(decorators, LOAD, false);
    CheckExpressions.optional(returns);
  }

  private static void typeParameters(List<TypeParam> parameters) {
    for (TypeParam parameter : parameters) {
      Faults.checkPlace(parameter);
      switch (parameter) {
        case TypeParam.TypeVar p -> {
          Faults.checkName(p.name());
          CheckExpressions.optional(p.bound());
        }
        case TypeParam.ParamSpec p -> Faults.checkName(p.name());
        case TypeParam.TypeVarTuple p -> Faults.checkName(p.name());
      }
    }
  }

  private static void loop(
      String owner, Expr target, Expr iterable, List<Stmt> body, List<Stmt> orElse) {
    CheckExpressions.check(target, STORE);
    CheckExpressions.load(iterable);
    body(body, owner);
    all(orElse);
  }

  private static void branch(String owner, Expr test, List<Stmt> body, List<Stmt> orElse) {
    CheckExpressions.load(test);
    body(body, owner);
    all(orElse);
  }

  private static void with(String owner, List<WithItem> items, List<Stmt> body) {
    Faults.checkNotEmpty(items, "items", owner);
    for (WithItem item : items) {
      CheckExpressions.load(item.contextExpr());
      if (item.optionalVars() != null) {
        CheckExpressions.check(item.optionalVars(), STORE);
      }
    }
    body(body, owner);
  }

  private static void match(Stmt.Match s) {
    CheckExpressions.load(s.subject());
    Faults.checkNotEmpty(s.cases(), "cases", "Match");
    for (MatchCase one : s.cases()) {
      CheckPatterns.check(one.pattern(), false);
      CheckExpressions.optional(one.guard());
      body(one.body(), "match_case");
    }
  }

  private static void attempt(
      String owner,
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orElse,
      List<Stmt> atEnd) {
    body(body, owner);
    if (handlers.isEmpty() && atEnd.isEmpty()) {
      throw Errors.valueError("%s has neither except handlers nor finalbody", owner);
    }
    if (handlers.isEmpty() && !orElse.isEmpty()) {
      throw Errors.valueError("%s has orelse but no except handlers", owner);
    }
    for (ExceptHandler handler : handlers) {
      Faults.checkPlace(handler);
      CheckExpressions.optional(handler.type());
      body(handler.body(), "ExceptHandler");
    }
    all(atEnd);
    all(orElse);
  }
}
