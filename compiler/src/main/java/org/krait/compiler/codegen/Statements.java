package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.INTRINSIC_PRINT;
import static org.krait.bytecode.Opcodes.LOAD_ASSERTION_ERROR;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.RAISE_VARARGS;
import static org.krait.bytecode.Opcodes.SETUP_ANNOTATIONS;

import java.util.List;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** Statements: the dispatch, bodies with their docstrings, and the short ones. */
final class Statements extends Emitter {
  Statements(CodeGenerator generator) {
    super(generator);
  }

  // On the kind and not on the type, see StatementSymbols.
  void visit(Stmt statement) {
    switch (statement.nodeKind()) {
      case FUNCTION_DEF -> generator.functions.function((Stmt.FunctionDef) statement);
      case ASYNC_FUNCTION_DEF -> generator.functions.function((Stmt.AsyncFunctionDef) statement);
      case CLASS_DEF -> generator.classes.classDef((Stmt.ClassDef) statement);
      case TYPE_ALIAS -> generator.typeParameters.typeAlias((Stmt.TypeAlias) statement);
      case RETURN -> generator.loops.returnStatement((Stmt.Return) statement);
      case DELETE -> visitEach(((Stmt.Delete) statement).targets());
      case ASSIGN -> assign((Stmt.Assign) statement);
      case AUG_ASSIGN -> generator.assignments.augAssign((Stmt.AugAssign) statement);
      case ANN_ASSIGN -> generator.assignments.annAssign((Stmt.AnnAssign) statement);
      case FOR -> generator.loops.forLoop((Stmt.For) statement);
      case ASYNC_FOR -> generator.loops.asyncFor((Stmt.AsyncFor) statement);
      case WHILE -> generator.loops.whileLoop((Stmt.While) statement);
      case IF -> generator.loops.ifStatement((Stmt.If) statement);
      case WITH -> generator.withs.with((Stmt.With) statement, 0);
      case ASYNC_WITH -> generator.withs.asyncWith((Stmt.AsyncWith) statement, 0);
      case MATCH -> generator.matches.match((Stmt.Match) statement);
      case RAISE -> raise((Stmt.Raise) statement);
      case TRY -> generator.tries.tryStatement((Stmt.Try) statement);
      case TRY_STAR -> generator.exceptStar.tryStatement((Stmt.TryStar) statement);
      case ASSERT -> assertion((Stmt.Assert) statement);
      case IMPORT -> generator.imports.imports((Stmt.Import) statement);
      case IMPORT_FROM -> generator.imports.importFrom((Stmt.ImportFrom) statement);
      case GLOBAL, NONLOCAL -> {
        // the symbol table has seen to it
      }
      case EXPR -> expression(((Stmt.Expr) statement).value(), statement.location());
      case PASS -> add(NOP, statement.location());
      case BREAK -> generator.loops.breakStatement(statement.location());
      case CONTINUE -> generator.loops.continueStatement(statement.location());
      default -> throw new IllegalArgumentException("not a statement: " + statement);
    }
  }

  /** The body of a module or class. */
  void body(List<Stmt> statements, Location start) {
    Location at =
        unit().kind == Unit.Kind.MODULE && !statements.isEmpty()
            ? statements.getFirst().location()
            : start;
    if (AnnotationSearch.hasAnnotations(statements)) {
      add(SETUP_ANNOTATIONS, at);
    }
    int first = 0;
    if (docstring(statements) != null) {
      visit(((Stmt.Expr) statements.getFirst()).value());
      generator.names.store("__doc__", Locations.NONE);
      first = 1;
    }
    for (int i = first; i < statements.size(); i++) {
      visit(statements.get(i));
    }
  }

  /** The docstring that a body starts with; null without one, or when they are stripped. */
  Constant docstring(List<Stmt> body) {
    if (generator.settings.optimize() < 2
        && !body.isEmpty()
        && body.getFirst() instanceof Stmt.Expr statement
        && statement.value() instanceof Expr.Constant constant
        && constant.value() instanceof Constant.Str text) {
      return text;
    }
    return null;
  }

  private void assign(Stmt.Assign statement) {
    visit(statement.value());
    List<Expr> targets = statement.targets();
    for (int i = 0; i < targets.size(); i++) {
      if (i < targets.size() - 1) {
        add(COPY, 1, statement.location());
      }
      visit(targets.get(i));
    }
  }

  private void expression(Expr value, Location at) {
    if (generator.printsExpressions()) {
      visit(value);
      add(CALL_INTRINSIC_1, INTRINSIC_PRINT, at);
      add(POP_TOP, Locations.NONE);
    } else if (value instanceof Expr.Constant) {
      add(NOP, at);
    } else {
      visit(value);
      add(POP_TOP, Locations.NONE);
    }
  }

  private void raise(Stmt.Raise statement) {
    int values = 0;
    if (statement.exc() != null) {
      visit(statement.exc());
      values++;
      if (statement.cause() != null) {
        visit(statement.cause());
        values++;
      }
    }
    add(RAISE_VARARGS, values, statement.location());
  }

  private void assertion(Stmt.Assert statement) {
    generator.checks.checkAssertion(statement);
    if (generator.settings.optimize() > 0) {
      return;
    }
    Location at = statement.location();
    Label end = newLabel();
    generator.conditions.jumpIf(statement.test(), end, true, at);
    add(LOAD_ASSERTION_ERROR, at);
    if (statement.msg() != null) {
      visit(statement.msg());
      add(CALL, 0, at);
    }
    add(RAISE_VARARGS, 1, at);
    place(end);
  }
}
