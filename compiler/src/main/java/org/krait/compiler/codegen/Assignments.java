package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BINARY_SLICE;
import static org.krait.bytecode.Opcodes.BINARY_SUBSCR;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.LOAD_ATTR;
import static org.krait.bytecode.Opcodes.LOAD_NAME;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.STORE_ATTR;
import static org.krait.bytecode.Opcodes.STORE_SLICE;
import static org.krait.bytecode.Opcodes.STORE_SUBSCR;
import static org.krait.bytecode.Opcodes.SWAP;

import org.krait.bytecode.CodeFlags;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.ExprContext;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** Augmented and annotated assignment. */
final class Assignments extends Emitter {
  Assignments(CodeGenerator generator) {
    super(generator);
  }

  void augAssign(Stmt.AugAssign statement) {
    switch (statement.target().nodeKind()) {
      case ATTRIBUTE -> augmentAttribute(statement, (Expr.Attribute) statement.target());
      case SUBSCRIPT -> augmentSubscript(statement, (Expr.Subscript) statement.target());
      case NAME -> {
        Expr.Name target = (Expr.Name) statement.target();
        generator.names.load(target.id(), target.location());
        operate(statement);
        generator.names.store(target.id(), target.location());
      }
      default -> throw invalidTarget("augmented", statement.target());
    }
  }

  private static CompileError invalidTarget(String what, Expr target) {
    // CPython counts the kinds of expressions from 1, in the order of its grammar.
    int kind = target.nodeKind().ordinal() - org.krait.syntax.ast.NodeKind.BOOL_OP.ordinal() + 1;
    return new CompileError(
        CompileError.Kind.SYSTEM_ERROR,
        "invalid node type (" + kind + ") for " + what + " assignment",
        null);
  }

  private void operate(Stmt.AugAssign statement) {
    visit(statement.value());
    generator.expressions.binary(statement.op(), true, statement.location());
  }

  private void augmentAttribute(Stmt.AugAssign statement, Expr.Attribute target) {
    visit(target.value());
    add(COPY, 1, target.location());
    Location at = Attributes.nameLocation(target.location(), target);
    add(LOAD_ATTR, nameIndex(target.attr()) << 1, at);
    operate(statement);
    add(SWAP, 2, at);
    add(STORE_ATTR, nameIndex(target.attr()), at);
  }

  private void augmentSubscript(Stmt.AugAssign statement, Expr.Subscript target) {
    Location at = target.location();
    visit(target.value());
    if (target.slice() instanceof Expr.Slice slice && slice.step() == null) {
      generator.expressions.sliceBounds(slice);
      add(COPY, 3, at);
      add(COPY, 3, at);
      add(COPY, 3, at);
      add(BINARY_SLICE, at);
      operate(statement);
      rotate(4, at);
      add(STORE_SLICE, at);
    } else {
      visit(target.slice());
      add(COPY, 2, at);
      add(COPY, 2, at);
      add(BINARY_SUBSCR, at);
      operate(statement);
      rotate(3, at);
      add(STORE_SUBSCR, at);
    }
  }

  void annAssign(Stmt.AnnAssign statement) {
    Expr target = statement.target();
    if (statement.value() != null) {
      visit(statement.value());
      visit(target);
    }
    switch (target.nodeKind()) {
      case NAME -> annotateName(statement, (Expr.Name) target);
      case ATTRIBUTE -> {
        Expr.Attribute attribute = (Expr.Attribute) target;
        generator.names.refuseForbidden(
            attribute.attr(), ExprContext.STORE, statement.location());
        if (statement.value() == null) {
          evaluate(attribute.value());
        }
      }
      case SUBSCRIPT -> {
        Expr.Subscript subscript = (Expr.Subscript) target;
        if (statement.value() == null) {
          evaluate(subscript.value());
          evaluateSubscript(subscript.slice());
        }
      }
      default -> throw invalidTarget("annotated", target);
    }
    if (statement.simple() == 0
        && !generator.hasFuture(CodeFlags.FUTURE_ANNOTATIONS)
        && storesAnnotations()) {
      evaluate(statement.annotation());
    }
  }

  private void annotateName(Stmt.AnnAssign statement, Expr.Name name) {
    Location at = statement.location();
    generator.names.refuseForbidden(name.id(), ExprContext.STORE, at);
    if (statement.simple() == 0 || !storesAnnotations()) {
      return;
    }
    if (generator.hasFuture(CodeFlags.FUTURE_ANNOTATIONS)) {
      generator.functions.annotationText(statement.annotation());
    } else {
      visit(statement.annotation());
    }
    add(LOAD_NAME, nameIndex("__annotations__"), at);
    loadText(mangle(name.id()), at);
    add(STORE_SUBSCR, at);
  }

  /** True in modules and classes: functions do not evaluate annotations of locals. */
  private boolean storesAnnotations() {
    return unit().kind == Unit.Kind.MODULE || unit().kind == Unit.Kind.CLASS;
  }

  /** Evaluates an expression for its errors alone. */
  private void evaluate(Expr expression) {
    visit(expression);
    add(POP_TOP, expression.location());
  }

  private void evaluateOptional(Expr expression) {
    if (expression != null) {
      evaluate(expression);
    }
  }

  private void evaluateSubscript(Expr subscript) {
    switch (subscript) {
      case Expr.Slice slice -> {
        evaluateOptional(slice.lower());
        evaluateOptional(slice.upper());
        evaluateOptional(slice.step());
      }
      case Expr.Tuple tuple -> tuple.elts().forEach(this::evaluateSubscript);
      default -> evaluate(subscript);
    }
  }
}
