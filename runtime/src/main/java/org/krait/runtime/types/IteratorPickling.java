package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** What {@code __reduce__} of iterators is made of. */
public final class IteratorPickling {
  private IteratorPickling() {}

  /** The builtin of this name, as the running program has it. */
  public static PyObject builtin(String name) {
    return ThreadState.current().interpreter.builtins().get(PyStr.interned(name));
  }

  /** {@code (function, (subject,))}. */
  public static PyTuple fresh(String function, PyObject subject) {
    return PyTuple.of(builtin(function), PyTuple.of(subject));
  }

  /** {@code (iter, ((),))}: an iterator at its end. */
  public static PyTuple exhausted() {
    return fresh("iter", PyTuple.EMPTY);
  }
}
