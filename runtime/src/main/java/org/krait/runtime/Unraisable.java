package org.krait.runtime;

import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySimpleNamespace;
import org.krait.runtime.types.PyStr;

/** Exceptions that nobody can catch: they are shown through {@code sys.unraisablehook}. */
public final class Unraisable {
  private static final PyStr HOOK = PyStr.interned("unraisablehook");

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
    PySimpleNamespace args = new PySimpleNamespace(PySimpleNamespace.TYPE);
    set(args, "exc_type", e.value().type());
    set(args, "exc_value", e.value());
    set(args, "exc_traceback", Attributes.getOrNull(e.value(), "__traceback__"));
    set(args, "err_msg", message == null ? null : PyStr.of(message));
    set(args, "object", object);
    try {
      hook.call(args);
    } catch (PyException ignored) {
      // A hook that fails has nobody to tell.
    }
  }

  private static void set(PyObject args, String name, PyObject value) {
    args.setOwnAttribute(PyStr.interned(name), value == null ? PyNone.NONE : value);
  }
}
