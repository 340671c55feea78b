package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.END_ASYNC_FOR;
import static org.krait.bytecode.Opcodes.END_FOR;
import static org.krait.bytecode.Opcodes.FOR_ITER;
import static org.krait.bytecode.Opcodes.GET_AITER;
import static org.krait.bytecode.Opcodes.GET_ANEXT;
import static org.krait.bytecode.Opcodes.GET_ITER;
import static org.krait.bytecode.Opcodes.JUMP;
import static org.krait.bytecode.Opcodes.NOP;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.RETURN_VALUE;
import static org.krait.bytecode.Opcodes.SETUP_FINALLY;

import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Label;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Expr;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/** Branches, loops, and the statements that leave them. */
final class Loops extends Emitter {
  Loops(CodeGenerator generator) {
    super(generator);
  }

  void ifStatement(Stmt.If statement) {
    Label end = newLabel();
    boolean hasElse = !statement.orelse().isEmpty();
    Label next = hasElse ? newLabel() : end;
    generator.conditions.jumpIf(statement.test(), next, false, statement.location());
    visitAll(statement.body());
    if (hasElse) {
      jump(JUMP, end, Locations.NONE);
      place(next);
      visitAll(statement.orelse());
    }
    place(end);
  }

  void whileLoop(Stmt.While statement) {
    Location at = statement.location();
    Label loop = newLabel();
    Label body = newLabel();
    Label end = newLabel();
    Label anchor = newLabel();
    place(loop);
    generator.blocks.push(FrameBlock.loop(FrameBlock.Kind.WHILE_LOOP, loop, end), at);
    generator.conditions.jumpIf(statement.test(), anchor, false, at);
    place(body);
    visitAll(statement.body());
    // The test stands twice, so that each round has one jump.
    generator.conditions.jumpIf(statement.test(), body, true, at);
    generator.blocks.pop();
    place(anchor);
    visitAll(statement.orelse());
    place(end);
  }

  void forLoop(Stmt.For statement) {
    Location at = statement.location();
    Label start = newLabel();
    Label body = newLabel();
    Label cleanup = newLabel();
    Label end = newLabel();
    generator.blocks.push(FrameBlock.loop(FrameBlock.Kind.FOR_LOOP, start, end), at);
    visit(statement.iter());
    add(GET_ITER, at);
    place(start);
    jump(FOR_ITER, cleanup, at);
    place(body);
    visit(statement.target());
    visitAll(statement.body());
    jump(JUMP, start, Locations.NONE);
    place(cleanup);
    add(END_FOR, Locations.NONE);
    generator.blocks.pop();
    visitAll(statement.orelse());
    place(end);
  }

  void asyncFor(Stmt.AsyncFor statement) {
    Location at = statement.location();
    requireAsync("async for", at);
    Label start = newLabel();
    Label except = newLabel();
    Label end = newLabel();
    visit(statement.iter());
    add(GET_AITER, at);
    place(start);
    generator.blocks.push(FrameBlock.loop(FrameBlock.Kind.FOR_LOOP, start, end), at);
    next(except, at);
    visit(statement.target());
    visitAll(statement.body());
    jump(JUMP, start, Locations.NONE);
    generator.blocks.pop();
    place(except);
    // Takes the line of the iterable: the loop ends there, not in its body.
    add(END_ASYNC_FOR, statement.iter().location());
    visitAll(statement.orelse());
    place(end);
  }

  /** Awaits the next value of an asynchronous iterator; jumps where an exception ends it. */
  void next(Label except, Location at) {
    jump(SETUP_FINALLY, except, at);
    add(GET_ANEXT, at);
    await(at);
    add(POP_BLOCK, at);
  }

  /** Refuses an asynchronous statement outside of coroutines. */
  void requireAsync(String statement, Location at) {
    if (generator.isTopLevelAwait()) {
      unit().scope.setCoroutine();
    } else if (unit().kind != Unit.Kind.ASYNC_FUNCTION) {
      throw new CompileError("'" + statement + "' outside async function", at);
    }
  }

  void returnStatement(Stmt.Return statement) {
    Location at = statement.location();
    Expr value = statement.value();
    Unit unit = unit();
    if (!unit.scope.isFunctionLike()) {
      throw new CompileError("'return' outside function", at);
    }
    if (value != null && unit.scope.isCoroutine() && unit.scope.isGenerator()) {
      throw new CompileError("'return' with value in async generator", at);
    }
    Constant constant = value instanceof Expr.Constant c ? c.value() : null;
    boolean keepTop = value != null && constant == null;
    if (keepTop) {
      visit(value);
    } else if (value != null) {
      // Blocks are unwound before a constant is loaded; its line is still to be seen.
      at = value.location();
      add(NOP, at);
    }
    if (value == null || value.location().line() != statement.location().line()) {
      at = statement.location();
      add(NOP, at);
    }
    at = generator.blocks.unwindAll(at, keepTop, false).location();
    if (!keepTop) {
      loadConstant(value == null ? Constant.Singleton.NONE : constant, at);
    }
    add(RETURN_VALUE, at);
  }

  void breakStatement(Location at) {
    add(NOP, at);
    FrameBlocks.Unwound unwound = generator.blocks.unwindAll(at, false, true);
    if (unwound.loop() == null) {
      throw new CompileError("'break' outside loop", at);
    }
    Location after = generator.blocks.unwind(unwound.loop(), unwound.location(), false);
    jump(JUMP, unwound.loop().exit(), after);
  }

  void continueStatement(Location at) {
    add(NOP, at);
    FrameBlocks.Unwound unwound = generator.blocks.unwindAll(at, false, true);
    if (unwound.loop() == null) {
      throw new CompileError("'continue' not properly in loop", at);
    }
    jump(JUMP, unwound.loop().start(), unwound.location());
  }
}
