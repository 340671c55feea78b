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
    PyObject hook = ThreadState.current().interpreter.sysDict().get(HOOK);
    if (hook == null || hook == PyNone.NONE) {
      return;
    }
    PyObject args =
        ARGS.make(
            e.value().type(),
            e.value(),
            e.value().traceback(),
            message == null ? PyNone.NONE : PyStr.of(message),
            object == null ? PyNone.NONE : object);
    try {
      AuditHooks.audit("sys.unraisablehook", hook, args);
      hook.call(args);
    } catch (PyException ignored) {
      // A hook that fails has nobody to tell.
    }
  }
}
