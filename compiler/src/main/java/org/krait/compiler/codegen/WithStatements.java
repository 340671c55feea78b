package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BEFORE_ASYNC_WITH;
import static org.krait.bytecode.Opcodes.BEFORE_WITH;
import static org.krait.bytecode.Opcodes.GET_AWAITABLE;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_EXCEPT;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_TRUE;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.PUSH_EXC_INFO;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.SETUP_CLEANUP;
import static org.krait.bytecode.Opcodes.SETUP_WITH;
import static org.krait.bytecode.Opcodes.WITH_EXCEPT_START;

import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;
import org.krait.syntax.ast.WithItem;

/** {@code with} and {@code async with}; several items nest. */
final class WithStatements extends Emitter {
  WithStatements(CodeGenerator generator) {
    super(generator);
  }

  void with(Stmt.With statement, int index) {
    Location at = statement.location();
    WithItem item = statement.items().get(index);
    Label block = newLabel();
    Label last = newLabel();
    Label exit = newLabel();
    Label cleanup = newLabel();
    visit(item.contextExpr());
    add(BEFORE_WITH, at);
    jump(SETUP_WITH, last, at);
    place(block);
    generator.blocks.push(FrameBlock.with(FrameBlock.Kind.WITH, at), at);
    bind(item, at);
    if (index + 1 == statement.items().size()) {
      visitAll(statement.body());
    } else {
      with(statement, index + 1);
    }
    add(POP_BLOCK, Locations.NONE);
    generator.blocks.pop();
    generator.blocks.callExitWithNones(at);
    add(POP_TOP, at);
    jump(JUMP, exit, at);
    place(last);
    jump(SETUP_CLEANUP, cleanup, at);
    add(PUSH_EXC_INFO, at);
    add(WITH_EXCEPT_START, at);
    finishException(cleanup);
    place(exit);
  }

  void asyncWith(Stmt.AsyncWith statement, int index) {
    Location at = statement.location();
    generator.loops.requireAsync("async with", at);
    WithItem item = statement.items().get(index);
    Label block = newLabel();
    Label last = newLabel();
    Label exit = newLabel();
    Label cleanup = newLabel();
    visit(item.contextExpr());
    add(BEFORE_ASYNC_WITH, at);
    add(GET_AWAITABLE, 1, at);
    await(at);
    jump(SETUP_WITH, last, at);
    place(block);
    generator.blocks.push(FrameBlock.with(FrameBlock.Kind.ASYNC_WITH, at), at);
    bind(item, at);
    if (index + 1 == statement.items().size()) {
      visitAll(statement.body());
    } else {
      asyncWith(statement, index + 1);
    }
    generator.blocks.pop();
    add(POP_BLOCK, at);
    generator.blocks.callExitWithNones(at);
    add(GET_AWAITABLE, 2, at);
    await(at);
    add(POP_TOP, at);
    jump(JUMP, exit, at);
    place(last);
    jump(SETUP_CLEANUP, cleanup, at);
    add(PUSH_EXC_INFO, at);
    add(WITH_EXCEPT_START, at);
    add(GET_AWAITABLE, 2, at);
    await(at);
    finishException(cleanup);
    place(exit);
  }

  private void bind(WithItem item, Location at) {
    if (item.optionalVars() != null) {
      visit(item.optionalVars());
    } else {
      add(POP_TOP, at);
    }
  }

  /** Raises again unless the manager's {@code __exit__} returned something true. */
  private void finishException(Label cleanup) {
    Label suppress = newLabel();
    jump(POP_JUMP_IF_TRUE, suppress, Locations.NONE);
    add(RERAISE, 2, Locations.NONE);
    place(suppress);
    add(POP_TOP, Locations.NONE);
    add(POP_BLOCK, Locations.NONE);
    add(POP_EXCEPT, Locations.NONE);
    add(POP_TOP, Locations.NONE);
    add(POP_TOP, Locations.NONE);
    Label exit = newLabel();
    jump(JUMP, exit, Locations.NONE);
    place(cleanup);
    popExceptAndReraise(Locations.NONE);
    place(exit);
  }
}
