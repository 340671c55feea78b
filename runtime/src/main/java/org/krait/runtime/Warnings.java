package org.krait.runtime;

import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** Warnings that the machine itself gives, through the {@code warnings} module. */
public final class Warnings {
  private Warnings() {}

  public static void deprecated(String message) {
    warn(PyExceptions.DeprecationWarning, message, 1);
  }

  /** Warns of something that was dropped and had to be closed. */
  public static void unclosed(PyObject source, String message) {
    function().call(
            new PyObject[] {
              PyStr.of(message), PyExceptions.ResourceWarning, PyLong.of(1), source
            },
            null);
  }

  /**
   * Gives a warning.
   *
   * @param level which frame it is about; 1 is the running one
   */
  public static void warn(PyType category, String message, int level) {
    function().call(PyStr.of(message), category, PyLong.of(level));
  }

  private static PyObject function() {
    Interpreter interpreter = ThreadState.current().interpreter;
    PyObject module = interpreter.loadedModule("_warnings");
    if (module == null) {
      module = interpreter.importModule("_warnings");
    }
    return Attributes.get(module, "warn");
  }
}
