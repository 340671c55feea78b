package org.krait.stdlib.thread;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;

/** What is done with an exception that ends a thread. */
final class ExceptHook {
  static final StructSequenceType ARGS =
      StructSequenceType.of(
          "_thread._ExceptHookArgs", 4, "exc_type", "exc_value", "exc_traceback", "thread");

  private ExceptHook() {}

  /**
   * Whether the interpreter closes its files under a thread that nobody waited for. In CPython such a thread runs no
   * further, so that it has nothing to say of that.
   */
  private static boolean isOver(ThreadState thread) {
    return thread.interpreter.finalizing && thread != thread.interpreter.mainThread();
  }

  /** {@code threading.excepthook}: prints unless it is SystemExit. */
  static void print(ThreadState thread, PyObject args) {
    if (!(args instanceof PyStructSequence all) || all.type() != ARGS.type()) {
      throw Errors.typeError("_thread._excepthook argument type must be ExceptHookArgs");
    }
    if (all.field(0) == PyExceptions.SystemExit || isOver(thread)) {
      return;
    }
    PyObject stderr = thread.interpreter.sysDict().get(PyStr.interned("stderr"));
    if (stderr == null || stderr == PyNone.NONE) {
      stderr = all.field(3) == PyNone.NONE ? null : Attributes.getOrNull(all.field(3), "_stderr");
    }
    if (stderr == null || stderr == PyNone.NONE) {
      return;
    }
    PyObject named = all.field(3) == PyNone.NONE ? null : Attributes.getOrNull(all.field(3), "_name");
    PyObject name = named == null ? PyLong.of(Thread.currentThread().threadId()) : named;
    PyObject write = Attributes.get(stderr, "write");
    write.call(PyStr.of("Exception in thread " + name + ":\n"));
    PyObject traceback = thread.interpreter.importModule("traceback");
    Attributes.get(traceback, "print_exception")
        .call(
            new PyObject[] {all.field(0), all.field(1), all.field(2), PyNone.NONE, stderr}, null);
    Attributes.get(stderr, "flush").call();
  }
}
