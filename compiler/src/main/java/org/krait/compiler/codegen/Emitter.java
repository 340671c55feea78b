package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_1;
import static org.krait.bytecode.Opcodes.CLEANUP_THROW;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.END_SEND;
import static org.krait.bytecode.Opcodes.INTRINSIC_ASYNC_GEN_WRAP;
import static org.krait.bytecode.Opcodes.JUMP_NO_INTERRUPT;
import static org.krait.bytecode.Opcodes.LOAD_CONST;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_EXCEPT;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.RESUME;
import static org.krait.bytecode.Opcodes.SEND;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;
import static org.krait.bytecode.Opcodes.YIELD_VALUE;

import java.util.List;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.compiler.scopes.NameMangling;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** What the parts of code generation share: short ways to emit into the unit at work. */
abstract class Emitter {
  /** The most values that a construct may put on the stack before it builds them up in steps. */
  static final int STACK_USE_GUIDELINE = 30;

  final CodeGenerator generator;

  Emitter(CodeGenerator generator) {
    this.generator = generator;
  }

  final Unit unit() {
    return generator.unit;
  }

  final void add(int opcode, Location at) {
    generator.unit.code.add(opcode, 0, at);
  }

  final void add(int opcode, int operand, Location at) {
    generator.unit.code.add(opcode, operand, at);
  }

  final Label newLabel() {
    return generator.unit.code.newLabel();
  }

  final void place(Label label) {
    generator.unit.code.useLabel(label);
  }

  final void jump(int opcode, Label target, Location at) {
    generator.unit.code.addJump(opcode, target, at);
  }

  final void loadConstant(Constant value, Location at) {
    add(LOAD_CONST, ConstantNumbers.of(value, unit().meta.constants), at);
  }

  final void loadText(String value, Location at) {
    loadConstant(Constant.Str.of(value), at);
  }

  final void loadInt(long value, Location at) {
    loadConstant(Constant.Int.of(value), at);
  }

  /** The number of a name that is mangled here. */
  final int nameIndex(String name) {
    return unit().meta.names.add(mangle(name));
  }

  final String mangle(String name) {
    return NameMangling.mangle(unit().privateClass, name);
  }

  final void visit(Expr expression) {
    generator.expressions.emit(expression);
  }

  final void visitEach(List<Expr> expressions) {
    for (Expr expression : expressions) {
      generator.expressions.emit(expression);
    }
  }

  final void visitAll(List<Stmt> statements) {
    for (Stmt statement : statements) {
      generator.statements.visit(statement);
    }
  }

  /** Puts a value under the {@code depth - 1} values below it. */
  final void rotate(int depth, Location at) {
    for (int i = depth; i > 1; i--) {
      add(org.krait.bytecode.Opcodes.SWAP, i, at);
    }
  }

  /** Awaits the awaitable on top of the stack. */
  final void await(Location at) {
    loadConstant(Constant.Singleton.NONE, at);
    yieldFrom(at, true);
  }

  /** Hands values through from the iterator below the top until it is exhausted. */
  final void yieldFrom(Location at, boolean isAwait) {
    Label send = newLabel();
    Label fail = newLabel();
    Label exit = newLabel();
    place(send);
    jump(SEND, exit, at);
    // StopIteration may also come from throw() or close() while the value is out.
    jump(SETUP_FINALLY, fail, at);
    add(YIELD_VALUE, 0, at);
    add(POP_BLOCK, Locations.NONE);
    add(RESUME, isAwait ? 3 : 2, at);
    jump(JUMP_NO_INTERRUPT, send, at);
    place(fail);
    add(CLEANUP_THROW, at);
    place(exit);
    add(END_SEND, at);
  }

  /** Yields the top of the stack and leaves there what is sent in. */
  final void yieldValue(Location at) {
    if (unit().scope.isGenerator() && unit().scope.isCoroutine()) {
      add(CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP, at);
    }
    add(YIELD_VALUE, 0, at);
    add(RESUME, 1, at);
  }

  /** The end of a handler's own handler: restores the exception state and raises again. */
  final void popExceptAndReraise(Location at) {
    add(COPY, 3, at);
    add(POP_EXCEPT, at);
    add(RERAISE, 1, at);
  }
}
