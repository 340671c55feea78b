package org.krait.compiler.codegen;

import static org.krait.bytecode.Opcodes.CALL;
import static org.krait.bytecode.Opcodes.GET_AWAITABLE;
import static org.krait.bytecode.Opcodes.POP_BLOCK;
import static org.krait.bytecode.Opcodes.POP_EXCEPT;
import static org.krait.bytecode.Opcodes.POP_TOP;
import static org.krait.bytecode.Opcodes.SWAP;

import java.util.ArrayList;
import java.util.List;
import org.krait.compiler.diagnostics.CompileError;
import org.krait.compiler.ir.Locations;
import org.krait.constants.Constant;
import org.krait.syntax.ast.Location;

/** Opens, closes and unwinds the blocks of the unit at work. */
final class FrameBlocks extends Emitter {
  /** CPython's {@code CO_MAXBLOCKS}. */
  private static final int LIMIT = 20;

  /** What unwinding comes to: the location of what follows, and the loop it stopped at. */
  record Unwound(Location location, FrameBlock loop) {}

  FrameBlocks(CodeGenerator generator) {
    super(generator);
  }

  void push(FrameBlock block, Location at) {
    List<FrameBlock> blocks = unit().blocks;
    if (blocks.size() >= LIMIT) {
      throw new CompileError("too many statically nested blocks", at);
    }
    blocks.add(block);
  }

  void pop() {
    unit().blocks.removeLast();
  }

  /**
   * Emits what leaving all open blocks needs, innermost first.
   *
   * @param keepTop whether the value on top of the stack is the one to return
   * @param toLoop whether to stop at the innermost loop
   */
  Unwound unwindAll(Location at, boolean keepTop, boolean toLoop) {
    List<FrameBlock> blocks = unit().blocks;
    List<FrameBlock> removed = new ArrayList<>();
    FrameBlock loop = null;
    Location location = at;
    while (!blocks.isEmpty()) {
      FrameBlock top = blocks.getLast();
      if (top.kind() == FrameBlock.Kind.EXCEPTION_GROUP_HANDLER) {
        throw new CompileError(
            "'break', 'continue' and 'return' cannot appear in an except* block", location);
      }
      if (toLoop && top.isLoop()) {
        loop = top;
        break;
      }
      // The block is closed while it is unwound: its own finally must not see it.
      removed.add(blocks.removeLast());
      location = unwind(top, location, keepTop);
    }
    blocks.addAll(removed.reversed());
    return new Unwound(location, loop);
  }

  /** Emits what leaving one block needs; returns the location of what follows. */
  Location unwind(FrameBlock block, Location at, boolean keepTop) {
    switch (block.kind()) {
      case WHILE_LOOP, EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER, ASYNC_COMPREHENSION -> {
        // nothing on the stack
      }
      case FOR_LOOP, POP_VALUE -> popBelow(at, keepTop);
      case TRY_EXCEPT -> add(POP_BLOCK, at);
      case FINALLY_TRY -> {
        return unwindFinally(block, at, keepTop);
      }
      case FINALLY_END -> {
        popBelow(at, keepTop);
        swap(at, keepTop);
        add(POP_BLOCK, at);
        add(POP_EXCEPT, at);
      }
      case WITH, ASYNC_WITH -> {
        return unwindWith(block, keepTop);
      }
      case HANDLER_CLEANUP -> unwindHandler(block, at, keepTop);
    }
    return at;
  }

  private Location unwindFinally(FrameBlock block, Location at, boolean keepTop) {
    // This one takes the line of the statement that leaves.
    add(POP_BLOCK, at);
    if (keepTop) {
      push(FrameBlock.of(FrameBlock.Kind.POP_VALUE), at);
    }
    visitAll(block.finalBody());
    if (keepTop) {
      pop();
    }
    // What follows runs after the finally block, so it has no line of its own.
    return Locations.NONE;
  }

  private Location unwindWith(FrameBlock block, boolean keepTop) {
    Location at = block.withLocation();
    add(POP_BLOCK, at);
    swap(at, keepTop);
    callExitWithNones(at);
    if (block.kind() == FrameBlock.Kind.ASYNC_WITH) {
      add(GET_AWAITABLE, 2, at);
      await(at);
    }
    add(POP_TOP, at);
    return Locations.NONE;
  }

  private void unwindHandler(FrameBlock block, Location at, boolean keepTop) {
    String name = block.boundName();
    if (name != null) {
      add(POP_BLOCK, at);
    }
    swap(at, keepTop);
    add(POP_BLOCK, at);
    add(POP_EXCEPT, at);
    if (name != null) {
      clearName(name, at);
    }
  }

  /** {@code name = None; del name}: the end of an {@code except … as name}. */
  void clearName(String name, Location at) {
    loadConstant(Constant.Singleton.NONE, at);
    generator.names.store(name, at);
    generator.names.delete(name, at);
  }

  /** Calls the {@code __exit__} below the top with three {@code None}. */
  void callExitWithNones(Location at) {
    loadConstant(Constant.Singleton.NONE, at);
    loadConstant(Constant.Singleton.NONE, at);
    loadConstant(Constant.Singleton.NONE, at);
    add(CALL, 2, at);
  }

  private void popBelow(Location at, boolean keepTop) {
    swap(at, keepTop);
    add(POP_TOP, at);
  }

  private void swap(Location at, boolean keepTop) {
    if (keepTop) {
      add(SWAP, 2, at);
    }
  }
}
