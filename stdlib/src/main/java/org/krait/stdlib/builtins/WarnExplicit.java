package org.krait.stdlib.builtins;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.syntax.DiagnosticListener;

/** Gives what the compiler finds odd as warnings about a line of the source. */
record WarnExplicit(ThreadState thread, String filename) implements DiagnosticListener {
  @Override
  public boolean invertsBool() {
    try {
      PyBool.TRUE.type().slots.invert(PyBool.TRUE);
      return true;
    } catch (PyException e) {
      return false;
    }
  }

  @Override
  public boolean warn(Category category, String message, int line) {
    PyType type =
        category == Category.SYNTAX_WARNING
            ? PyExceptions.SyntaxWarning
            : PyExceptions.DeprecationWarning;
    PyObject warnings = thread.interpreter.importModule("_warnings");
    try {
      Attributes.get(warnings, "warn_explicit")
          .call(
              new PyObject[] {
                PyStr.of(message), type, PyStr.of(filename), PyLong.of(line), PyNone.NONE, new PyDict()
              },
              null);
      return true;
    } catch (PyException e) {
      if (e.is(type)) {
        return false;
      }
      throw e;
    }
  }
}
