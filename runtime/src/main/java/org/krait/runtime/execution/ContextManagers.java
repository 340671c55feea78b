package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.types.PyBaseException;

/** {@code with} and {@code async with}. */
final class ContextManagers {
  private ContextManagers() {}

  /** Replaces the manager by its {@code __exit__} and what {@code __enter__} gave. */
  static int enter(PyObject[] s, int sp) {
    PyObject manager = s[sp - 1];
    PyObject enter = SpecialCalls.lookup(manager, Special.ENTER);
    if (enter == null) {
      throw Errors.typeError(
          "'%s' object does not support the context manager protocol", manager.type().fullName());
    }
    PyObject exit = SpecialCalls.lookup(manager, Special.EXIT);
    if (exit == null) {
      throw Errors.typeError(
          "'%s' object does not support the context manager protocol (missed __exit__ method)",
          manager.type().fullName());
    }
    s[sp - 1] = exit;
    s[sp] = enter.call();
    return sp + 1;
  }

  static int enterAsync(PyObject[] s, int sp) {
    PyObject manager = s[sp - 1];
    PyObject enter = SpecialCalls.lookup(manager, Special.AENTER);
    if (enter == null) {
      throw Errors.typeError(
          "'%s' object does not support the asynchronous context manager protocol",
          manager.type().fullName());
    }
    PyObject exit = SpecialCalls.lookup(manager, Special.AEXIT);
    if (exit == null) {
      throw Errors.typeError(
          "'%s' object does not support the asynchronous context manager protocol (missed"
              + " __aexit__ method)",
          manager.type().fullName());
    }
    s[sp - 1] = exit;
    s[sp] = enter.call();
    return sp + 1;
  }

  /** What {@code __exit__} says to the exception on top of the stack. */
  static PyObject exit(PyObject[] s, int sp) {
    PyBaseException value = (PyBaseException) s[sp - 1];
    return s[sp - 4].call(value.type(), value, value.traceback());
  }
}
