package org.krait.compiler.codegen;

import java.util.List;
import org.krait.compiler.ir.Label;
import org.krait.syntax.ast.Location;
import org.krait.syntax.ast.Stmt;

/**
 * A part of a statement that {@code return}, {@code break} or {@code continue} may leave early.
 *
 * @param start where a loop goes on; null where nothing jumps there
 * @param exit where a loop ends; null where nothing jumps there
 * @param finalBody the statements of a {@code finally} that are to run
 * @param withLocation the {@code with} statement whose manager is to be closed
 * @param boundName the name that an {@code except … as} clears at its end, or null
 */
record FrameBlock(
    Kind kind,
    Label start,
    Label exit,
    List<Stmt> finalBody,
    Location withLocation,
    String boundName) {

  /** What has to be undone. */
  enum Kind {
    WHILE_LOOP,
    FOR_LOOP,
    TRY_EXCEPT,
    FINALLY_TRY,
    FINALLY_END,
    WITH,
    ASYNC_WITH,
    HANDLER_CLEANUP,
    POP_VALUE,
    EXCEPTION_HANDLER,
    EXCEPTION_GROUP_HANDLER,
    ASYNC_COMPREHENSION
  }

  static FrameBlock of(Kind kind) {
    return new FrameBlock(kind, null, null, null, null, null);
  }

  static FrameBlock loop(Kind kind, Label start, Label exit) {
    return new FrameBlock(kind, start, exit, null, null, null);
  }

  static FrameBlock finallyTry(List<Stmt> finalBody) {
    return new FrameBlock(Kind.FINALLY_TRY, null, null, finalBody, null, null);
  }

  static FrameBlock with(Kind kind, Location location) {
    return new FrameBlock(kind, null, null, null, location, null);
  }

  static FrameBlock handlerCleanup(String boundName) {
    return new FrameBlock(Kind.HANDLER_CLEANUP, null, null, null, null, boundName);
  }

  boolean isLoop() {
    return kind == Kind.WHILE_LOOP || kind == Kind.FOR_LOOP;
  }
}
