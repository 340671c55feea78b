package org.krait.runtime.execution;

import org.krait.runtime.PyObject;

/** Takes what a generator yields, one after the other; numbers as they are where machine code has them. */
public abstract class Sink {
  /** Takes a value; false when it wants no more. */
  public abstract boolean take(PyObject value);

  public boolean take(long value) {
    return take(GuardedOperations.box(value));
  }

  public boolean take(double value) {
    return take(GuardedOperations.box(value));
  }

  public boolean take(boolean value) {
    return take(GuardedOperations.box(value));
  }
}
