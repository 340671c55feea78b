package org.krait.runtime.execution;

import org.krait.bytecode.Opcodes;
import org.krait.runtime.PyObject;

/** When code is looked at more closely, and when machine code takes over. */
final class Tiering {
  /** Nanoseconds from call to call of code whose loops need not be entered in mid-run for long. */
  private static final long SOON = 100_000_000;

  private Tiering() {}

  /** Counts a call. */
  static void call(PyFrame frame) {
    PyCode code = frame.code;
    Heat heat = code.heat;
    if (code.profile != null && heat.arguments != null) {
      Profile.arguments(code, frame);
    }
    heat.count += heat.loops != null && isCalledAgainSoon(heat) ? Heat.CALL_WITH_LOOPS : Heat.CALL;
    if (heat.count >= heat.limit) {
      warm(frame, -1);
    }
  }

  private static boolean isCalledAgainSoon(Heat heat) {
    long now = System.nanoTime();
    boolean soon = now - heat.called < SOON;
    heat.called = now;
    return soon;
  }

  /** Counts that a generator is run on: what it waits for in {@code yield from} makes its only turns. */
  static void resumption(PyFrame frame) {
    Heat heat = frame.code.heat;
    if (++heat.count >= heat.limit) {
      warm(frame, -1);
    }
  }

  /**
   * Called at a jump back, when the count is full.
   *
   * @param head the loop's head
   * @return null to go on; {@link CompiledCode#CONTINUE} when the frame's place has changed; else what the
   *     frame returned
   */
  static PyObject turn(PyFrame frame, int head, int sp) {
    Heat heat = frame.code.heat;
    CompiledCode entry = CompiledLoop.find(heat.loops, head);
    if (entry == null) {
      if (isBehindHandler(frame, head)) {
        return null;
      }
      frame.sp = sp;
      warm(frame, head);
      return null;
    }
    if (entry.stale || entry.globals != frame.globals || frame.thread.pending) {
      return null;
    }
    frame.pc = head - 1;
    frame.sp = sp;
    return entry.run(frame.thread, frame);
  }

  /** Whether the jump leads from an exception's handler, which lie behind the rest, to what follows. */
  private static boolean isBehindHandler(PyFrame frame, int head) {
    if ((frame.code.original(head) & 0xff) == Opcodes.FOR_ITER) {
      return false;
    }
    int first = frame.code.firstHandler();
    return first > head && first <= frame.pc;
  }

  private static void warm(PyFrame frame, int head) {
    PyCode code = frame.code;
    Heat heat = code.heat;
    HotCode compiler = frame.thread.interpreter.hotCode;
    if (compiler == null) {
      heat.limit = Integer.MAX_VALUE;
      return;
    }
    int warm = heat.translations == 0 ? compiler.warm(code) : 0;
    if (heat.count < warm) {
      heat.limit = warm;
    } else if (heat.refused != null || heat.requested || code.compiled != null && head < 0) {
      heat.limit = heat.count + compiler.noting();
    } else if (code.profile == null && heat.translations == 0) {
      heat.arguments = new byte[code.parameterCount];
      code.profile = new byte[code.instructions.length];
      heat.limit = heat.count + compiler.noting();
    } else {
      heat.limit = heat.count + compiler.noting();
      compiler.request(frame, head);
    }
  }
}
