package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Takes what a generator yields, one after the other.
 *
 * <p>What machine code yields is offered first, numbers as they are: a sink that takes it then has run no Python code, so
 * that the generator need not have been suspended.
 */
public abstract class Sink {
  /** Takes a value; false when it wants no more. */
  public abstract boolean take(PyObject value);

  /** Takes a value if no Python code has to run for that and more is wanted; false otherwise, with nothing taken. */
  public boolean offer(PyObject value) {
    return false;
  }

  public boolean offer(long value) {
    return offer(GuardedOperations.box(value));
  }

  public boolean offer(double value) {
    return offer(GuardedOperations.box(value));
  }

  public boolean offer(boolean value) {
    return offer(GuardedOperations.box(value));
  }

  /** Whether hashing and comparing a value with others of which this is true runs no Python code. */
  public static boolean isPlain(PyObject value) {
    Class<?> kind = value.getClass();
    if (kind == PyTuple.class) {
      for (PyObject item : ((PyTuple) value).items()) {
        if (!isPlain(item)) {
          return false;
        }
      }
      return true;
    }
    return kind == PyStr.class || kind == PyLong.class || kind == PyFloat.class || kind == PyBool.class
        || kind == PyNone.class;
  }
}
