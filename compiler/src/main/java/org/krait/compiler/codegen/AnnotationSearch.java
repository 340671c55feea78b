package org.krait.compiler.codegen;

import java.util.List;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.MatchCase;
import org.krait.syntax.ast.Stmt;

/** Looks for annotated assignments in a block, outside of nested functions and classes. */
final class AnnotationSearch {
  private AnnotationSearch() {}

  static boolean hasAnnotations(List<Stmt> statements) {
    for (Stmt statement : statements) {
      if (hasAnnotations(statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAnnotations(Stmt statement) {
    return switch (statement.nodeKind()) {
      case ANN_ASSIGN -> true;
      case FOR -> {
        Stmt.For s = (Stmt.For) statement;
        yield hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      }
      case ASYNC_FOR -> {
        Stmt.AsyncFor s = (Stmt.AsyncFor) statement;
        yield hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      }
      case WHILE -> {
        Stmt.While s = (Stmt.While) statement;
        yield hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      }
      case IF -> {
        Stmt.If s = (Stmt.If) statement;
        yield hasAnnotations(s.body()) || hasAnnotations(s.orelse());
      }
      case WITH -> hasAnnotations(((Stmt.With) statement).body());
      case ASYNC_WITH -> hasAnnotations(((Stmt.AsyncWith) statement).body());
      case TRY -> {
        Stmt.Try s = (Stmt.Try) statement;
        yield inHandlers(s.handlers())
            || hasAnnotations(s.body())
            || hasAnnotations(s.finalbody())
            || hasAnnotations(s.orelse());
      }
      case TRY_STAR -> {
        Stmt.TryStar s = (Stmt.TryStar) statement;
        yield inHandlers(s.handlers())
            || hasAnnotations(s.body())
            || hasAnnotations(s.finalbody())
            || hasAnnotations(s.orelse());
      }
      case MATCH -> inCases(((Stmt.Match) statement).cases());
      default -> false;
    };
  }

  private static boolean inHandlers(List<ExceptHandler> handlers) {
    for (ExceptHandler handler : handlers) {
      if (hasAnnotations(handler.body())) {
        return true;
      }
    }
    return false;
  }

  private static boolean inCases(List<MatchCase> cases) {
    for (MatchCase matchCase : cases) {
      if (hasAnnotations(matchCase.body())) {
        return true;
      }
    }
    return false;
  }
}
