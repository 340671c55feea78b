package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.BUILD_LIST;
import static org.krait.bytecode.Opcodes.CALL_INTRINSIC_2;
import static org.krait.bytecode.Opcodes.CHECK_EG_MATCH;
import static org.krait.bytecode.Opcodes.COPY;
import static org.krait.bytecode.Opcodes.INTRINSIC_PREP_RERAISE_STAR;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.LIST_APPEND;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_EXCEPT;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_NONE;
import static org.krait.bytecode.Opcodes.POP_JUMP_IF_NOT_NONE;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.PUSH_EXC_INFO;
import static org.krait.bytecode.Opcodes.RERAISE;
import static org.krait.bytecode.Opcodes.SETUP_CLEANUP;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;
import static org.krait.bytecode.Opcodes.SWAP;

import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.syntax.ast.ExceptHandler;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/**
 * {@code try} with {@code except*} (PEP 654).
 *
 * <p>While handlers run, the stack holds the original group, the list of what they raise, and the
 * part that is not yet handled; in the end the list says what to raise.
 */
final class ExceptStar extends Emitter {
  ExceptStar(CodeGenerator generator) {
    super(generator);
  }

  void tryStatement(Stmt.TryStar statement) {
    if (statement.finalbody().isEmpty()) {
      tryExcept(statement);
    } else if (statement.handlers().isEmpty()) {
      generator.tries.tryFinally(
          statement.location(), statement.finalbody(), () -> visitAll(statement.body()));
    } else {
      generator.tries.tryFinally(
          statement.location(), statement.finalbody(), () -> tryExcept(statement));
    }
  }

  private void tryExcept(Stmt.TryStar statement) {
    Location at = statement.location();
    Label body = newLabel();
    Label except = newLabel();
    Label orElse = newLabel();
    Label end = newLabel();
    Label cleanup = newLabel();
    Label reraiseStar = newLabel();
    jump(SETUP_FINALLY, except, at);
    place(body);
    generator.blocks.push(FrameBlock.of(FrameBlock.Kind.TRY_EXCEPT), at);
    visitAll(statement.body());
    generator.blocks.pop();
    add(POP_BLOCK, Locations.NONE);
    jump(JUMP, orElse, Locations.NONE);
    place(except);
    jump(SETUP_CLEANUP, cleanup, Locations.NONE);
    add(PUSH_EXC_INFO, Locations.NONE);
    generator.blocks.push(FrameBlock.of(FrameBlock.Kind.EXCEPTION_GROUP_HANDLER), at);
    int count = statement.handlers().size();
    for (int i = 0; i < count; i++) {
      handler(statement.handlers().get(i), i == 0, i == count - 1 ? reraiseStar : null);
    }
    generator.blocks.pop();
    raiseWhatIsLeft(reraiseStar, end);
    place(cleanup);
    popExceptAndReraise(Locations.NONE);
    place(orElse);
    visitAll(statement.orelse());
    place(end);
  }

  private void handler(ExceptHandler handler, boolean first, Label reraiseStar) {
    Location at = handler.location();
    Label next = newLabel();
    Label withError = newLabel();
    Label noMatch = newLabel();
    if (first) {
      add(BUILD_LIST, 0, at);
      add(COPY, 2, at);
    }
    if (handler.type() != null) {
      visit(handler.type());
      add(CHECK_EG_MATCH, at);
      add(COPY, 1, at);
      jump(POP_JUMP_IF_NONE, noMatch, at);
    }
    Label cleanupEnd = newLabel();
    Label cleanupBody = newLabel();
    if (handler.name() != null) {
      generator.names.store(handler.name(), at);
    } else {
      add(POP_TOP, at);
    }
    jump(SETUP_CLEANUP, cleanupEnd, at);
    place(cleanupBody);
    generator.blocks.push(FrameBlock.handlerCleanup(handler.name()), at);
    visitAll(handler.body());
    generator.blocks.pop();
    add(POP_BLOCK, Locations.NONE);
    clearName(handler);
    jump(JUMP, next, Locations.NONE);
    place(cleanupEnd);
    clearName(handler);
    // The handler raised: keep its exception for later.
    add(LIST_APPEND, 3, Locations.NONE);
    add(POP_TOP, Locations.NONE);
    jump(JUMP, withError, Locations.NONE);
    place(next);
    // Holds the line of the handler's end.
    add(NOP, Locations.NONE);
    jump(JUMP, withError, Locations.NONE);
    place(noMatch);
    add(POP_TOP, at);
    place(withError);
    if (reraiseStar != null) {
      add(LIST_APPEND, 1, Locations.NONE);
      jump(JUMP, reraiseStar, Locations.NONE);
    }
  }

  private void clearName(ExceptHandler handler) {
    if (handler.name() != null) {
      generator.blocks.clearName(handler.name(), Locations.NONE);
    }
  }

  private void raiseWhatIsLeft(Label reraiseStar, Label end) {
    Label reraise = newLabel();
    place(reraiseStar);
    add(CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR, Locations.NONE);
    add(COPY, 1, Locations.NONE);
    jump(POP_JUMP_IF_NOT_NONE, reraise, Locations.NONE);
    add(POP_TOP, Locations.NONE);
    add(POP_BLOCK, Locations.NONE);
    add(POP_EXCEPT, Locations.NONE);
    jump(JUMP, end, Locations.NONE);
    place(reraise);
    add(POP_BLOCK, Locations.NONE);
    add(SWAP, 2, Locations.NONE);
    add(POP_EXCEPT, Locations.NONE);
    add(RERAISE, 0, Locations.NONE);
  }
}
