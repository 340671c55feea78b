package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;

/** What every iterator has: {@code iter(it)} is {@code it}. */
public final class IteratorMethods {
  private IteratorMethods() {}

  @Method("__iter__(self, /)")
  public static PyObject iter(PyObject self) {
    return self;
  }
}
