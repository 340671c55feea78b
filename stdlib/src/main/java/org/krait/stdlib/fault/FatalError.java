package org.krait.stdlib.fault;

import org.krait.runtime.Interpreter;
import org.krait.runtime.ThreadState;
import org.krait.stdlib.os.Descriptors;
import org.krait.stdlib.signal.Signals;

/** The end of a process that cannot go on: what C programs call {@code Py_FatalError} for. */
public final class FatalError {
  private static final int ERROR_STREAM = 2;

  private FatalError() {}

  /**
   * Says what happened and what the threads were doing, and aborts.
   *
   * @param thread that which met the error; null when it runs no Python code
   */
  public static void end(Interpreter interpreter, ThreadState thread, String function, String message) {
    StackText text = new StackText();
    text.line("Fatal Python error: " + function + ": " + message);
    text.line("Python runtime state: initialized\n");
    text.threads(interpreter, thread);
    text.extensions(interpreter);
    Descriptors table = Descriptors.current();
    text.writeTo(table.isOpen(ERROR_STREAM) ? table.get(ERROR_STREAM) : null);
    Signals.die(FatalSignals.ABORT);
  }
}
