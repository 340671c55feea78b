package org.krait.runtime;

import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.StructSequenceType;

/** Exceptions that nobody can catch: they are shown through {@code sys.unraisablehook}. */
public final class Unraisable {
  private static final PyStr HOOK = PyStr.interned("unraisablehook");

  /** What {@code sys.unraisablehook} is called with. */
  public static final StructSequenceType ARGS =
      StructSequenceType.of(
          "UnraisableHookArgs", 5, "exc_type", "exc_value", "exc_traceback", "err_msg", "object");

  private Unraisable() {}

  /**
   * Shows an exception.
   *
   * @param message what went wrong, or null for the usual words
   * @param object what it happened to, or null
   */
  public static void report(PyException e, String message, PyObject object) {
    Interpreter interpreter = ThreadState.current().interpreter;
    PyObject args = args(e, message, object);
    PyObject hook = interpreter.sysDict().get(HOOK);
    if (hook != null) {
      try {
        AuditHooks.audit("sys.unraisablehook", hook, args);
      } catch (PyException refused) {
        print(interpreter, args(refused, "Exception ignored in audit hook", null));
        return;
      }
    }
    if (hook == null || hook == PyNone.NONE) {
      print(interpreter, args);
      return;
    }
    try {
      hook.call(args);
    } catch (PyException failure) {
      print(interpreter, args(failure, "Exception ignored in sys.unraisablehook", hook));
    }
  }

  private static PyObject args(PyException e, String message, PyObject object) {
    return ARGS.make(
        e.value().type(),
        e.value(),
        e.value().traceback(),
        message == null ? PyNone.NONE : PyStr.of(message),
        object == null ? PyNone.NONE : object);
  }

  /** Shows it without the hook; what fails then has nobody to tell. */
  private static void print(Interpreter interpreter, PyObject args) {
    try {
      interpreter.unraisable.accept(args);
    } catch (PyException ignored) {
      // The stream for errors is broken.
    }
  }
}
