package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFunction;

/**
 * Calls, in machine code, of functions that make generators and coroutines: nothing of theirs runs, and
 * the arguments lie where the frame keeps them.
 */
public final class Creation {
  private Creation() {}

  /** What the function makes; leaves where a call would be watched or has gone too deep. */
  public static PyObject created(
      ThreadState thread, PyFunction function, PyCode code, PyObject[] slots) {
    return Generators.make(frame(thread, function, code, slots));
  }

  /** The same for a coroutine that is started at once, so that nobody has to look for its end yet. */
  public static PyObject awaited(
      ThreadState thread, PyFunction function, PyCode code, PyObject[] slots) {
    return awaited(frame(thread, function, code, slots));
  }

  static PyCoroutine awaited(PyFrame frame) {
    Generators.begin(frame);
    PyCoroutine made = new PyCoroutine(frame);
    made.startsAtOnce();
    frame.generator = made;
    return made;
  }

  private static PyFrame frame(
      ThreadState thread, PyFunction function, PyCode code, PyObject[] slots) {
    if (code.pending || slots.length != code.frameSize) {
      throw GuardFailed.INSTANCE;
    }
    PyFrame frame = new PyFrame(thread, code, function, slots);
    if (!Generators.isPlain(frame)) {
      throw GuardFailed.INSTANCE;
    }
    count(frame);
    return frame;
  }

  static void count(PyFrame frame) {
    if (frame.code.compiled == null) {
      Tiering.call(frame);
    }
  }
}
