package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_FALSE;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_TRUE;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.SWAP;

import java.util.List;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.BoolOperator;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.UnaryOperator;

/** Jumps on the truth of an expression without computing its value where that can be avoided. */
final class Conditions extends Emitter {
  Conditions(CodeGenerator generator) {
    super(generator);
  }

  /** Jumps to {@code target} when the expression's truth is {@code condition}. */
  void jumpIf(Expr expression, Label target, boolean condition, Location at) {
    switch (expression.nodeKind()) {
      case UNARY_OP -> {
        Expr.UnaryOp e = (Expr.UnaryOp) expression;
        if (e.op() == UnaryOperator.NOT) {
          jumpIf(e.operand(), target, !condition, at);
        } else {
          jumpOnValue(expression, target, condition);
        }
      }
      case BOOL_OP -> boolOperation((Expr.BoolOp) expression, target, condition, at);
      case IF_EXP -> conditional((Expr.IfExp) expression, target, condition, at);
      case COMPARE -> {
        Expr.Compare e = (Expr.Compare) expression;
        if (e.ops().size() > 1) {
          chain(e, target, condition);
        } else {
          jumpOnValue(expression, target, condition);
        }
      }
      default -> jumpOnValue(expression, target, condition);
    }
  }

  private void jumpOnValue(Expr expression, Label target, boolean condition) {
    visit(expression);
    jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target, expression.location());
  }

  private void boolOperation(Expr.BoolOp e, Label target, boolean condition, Location at) {
    List<Expr> values = e.values();
    boolean decides = e.op() == BoolOperator.OR;
    Label decided = decides == condition ? target : newLabel();
    for (int i = 0; i < values.size() - 1; i++) {
      jumpIf(values.get(i), decided, decides, at);
    }
    jumpIf(values.getLast(), target, condition, at);
    if (decided != target) {
      place(decided);
    }
  }

  private void conditional(Expr.IfExp e, Label target, boolean condition, Location at) {
    Label end = newLabel();
    Label next = newLabel();
    jumpIf(e.test(), next, false, at);
    jumpIf(e.body(), target, condition, at);
    jump(JUMP, end, Locations.NONE);
    place(next);
    jumpIf(e.orelse(), target, condition, at);
    place(end);
  }

  private void chain(Expr.Compare e, Label target, boolean condition) {
    Location at = e.location();
    generator.checks.checkComparison(e);
    Label cleanup = newLabel();
    int last = e.ops().size() - 1;
    visit(e.left());
    for (int i = 0; i < last; i++) {
      visit(e.comparators().get(i));
      add(SWAP, 2, at);
      add(COPY, 2, at);
      generator.expressions.compare(e.ops().get(i), at);
      jump(POP_JUMP_IF_FALSE, cleanup, at);
    }
    visit(e.comparators().get(last));
    generator.expressions.compare(e.ops().get(last), at);
    jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target, at);
    Label end = newLabel();
    jump(JUMP, end, Locations.NONE);
    place(cleanup);
    add(POP_TOP, at);
    if (!condition) {
      jump(JUMP, target, Locations.NONE);
    }
    place(end);
  }
}
