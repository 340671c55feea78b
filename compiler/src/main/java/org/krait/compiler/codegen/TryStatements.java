package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CHECK_EXC_MATCH;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_EXCEPT;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_FALSE;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.PUSH_EXC_INFO;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.SETUP_CLEANUP;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;

import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** {@code try} with {@code except} and {@code finally}; the latter's body is emitted twice. */
final class TryStatements extends Emitter {
  TryStatements(CodeGenerator generator) {
    super(generator);
  }

  void tryStatement(Stmt.Try statement) {
    if (statement.finalbody().isEmpty()) {
      tryExcept(statement);
    } else if (statement.handlers().isEmpty()) {
      tryFinally(
          statement.location(), statement.finalbody(), () -> visitAll(statement.body()));
    } else {
      tryFinally(statement.location(), statement.finalbody(), () -> tryExcept(statement));
    }
  }

  /** A body, and what is to run after it whatever happens. */
  void tryFinally(Location at, List<Stmt> finalBody, Runnable body) {
    Label start = newLabel();
    Label end = newLabel();
    Label exit = newLabel();
    Label cleanup = newLabel();
    jump(SETUP_FINALLY, end, at);
    place(start);
    generator.blocks.push(FrameBlock.finallyTry(finalBody), at);
    body.run();
    add(POP_BLOCK, Locations.NONE);
    generator.blocks.pop();
    visitAll(finalBody);
    jump(JUMP, exit, Locations.NONE);
    place(end);
    jump(SETUP_CLEANUP, cleanup, Locations.NONE);
    add(PUSH_EXC_INFO, Locations.NONE);
    generator.blocks.push(FrameBlock.of(FrameBlock.Kind.FINALLY_END), Locations.NONE);
    visitAll(finalBody);
    generator.blocks.pop();
    add(RERAISE, 0, Locations.NONE);
    place(cleanup);
    popExceptAndReraise(Locations.NONE);
    place(exit);
  }

  private void tryExcept(Stmt.Try statement) {
    Location at = statement.location();
    Label body = newLabel();
    Label except = newLabel();
    Label end = newLabel();
    Label cleanup = newLabel();
    jump(SETUP_FINALLY, except, at);
    place(body);
    generator.blocks.push(FrameBlock.of(FrameBlock.Kind.TRY_EXCEPT), at);
    visitAll(statement.body());
    generator.blocks.pop();
    add(POP_BLOCK, Locations.NONE);
    visitAll(statement.orelse());
    jump(JUMP, end, Locations.NONE);
    place(except);
    jump(SETUP_CLEANUP, cleanup, Locations.NONE);
    add(PUSH_EXC_INFO, Locations.NONE);
    generator.blocks.push(FrameBlock.of(FrameBlock.Kind.EXCEPTION_HANDLER), at);
    handlers(statement.handlers(), end);
    generator.blocks.pop();
    add(RERAISE, 0, Locations.NONE);
    place(cleanup);
    popExceptAndReraise(Locations.NONE);
    place(end);
  }

  private void handlers(List<ExceptHandler> handlers, Label end) {
    for (int i = 0; i < handlers.size(); i++) {
      ExceptHandler handler = handlers.get(i);
      Location at = handler.location();
      if (handler.type() == null && i < handlers.size() - 1) {
        throw new CompileError("default 'except:' must be last", at);
      }
      Label next = newLabel();
      if (handler.type() != null) {
        visit(handler.type());
        add(CHECK_EXC_MATCH, at);
        jump(POP_JUMP_IF_FALSE, next, at);
      }
      if (handler.name() != null) {
        namedHandler(handler, end);
      } else {
        plainHandler(handler, end);
      }
      place(next);
    }
  }

  /** The name is cleared at the end, whatever happens, so that no cycle outlives the handler. */
  private void namedHandler(ExceptHandler handler, Label end) {
    Location at = handler.location();
    Label cleanupEnd = newLabel();
    Label cleanupBody = newLabel();
    generator.names.store(handler.name(), at);
    jump(SETUP_CLEANUP, cleanupEnd, at);
    place(cleanupBody);
    generator.blocks.push(FrameBlock.handlerCleanup(handler.name()), at);
    visitAll(handler.body());
    generator.blocks.pop();
    add(POP_BLOCK, Locations.NONE);
    add(POP_BLOCK, Locations.NONE);
    add(POP_EXCEPT, Locations.NONE);
    generator.blocks.clearName(handler.name(), Locations.NONE);
    jump(JUMP, end, Locations.NONE);
    place(cleanupEnd);
    generator.blocks.clearName(handler.name(), Locations.NONE);
    add(RERAISE, 1, Locations.NONE);
  }

  private void plainHandler(ExceptHandler handler, Label end) {
    Location at = handler.location();
    Label cleanupBody = newLabel();
    add(POP_TOP, at);
    place(cleanupBody);
    generator.blocks.push(FrameBlock.handlerCleanup(null), at);
    visitAll(handler.body());
    generator.blocks.pop();
    add(POP_BLOCK, Locations.NONE);
    add(POP_EXCEPT, Locations.NONE);
    jump(JUMP, end, Locations.NONE);
  }
}
