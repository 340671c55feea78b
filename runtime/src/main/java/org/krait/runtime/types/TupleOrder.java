package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/** The order of two tuples, where the items that decide it are ints of 64 bits, floats and texts. */
public final class TupleOrder {
  /** What the items say has to be asked in the general way. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private TupleOrder() {}

  /** Negative, zero, positive, or {@link #UNKNOWN}. */
  public static int of(PyTuple left, PyTuple right) {
    PyObject[] a = left.items();
    PyObject[] b = right.items();
    int common = Math.min(a.length, b.length);
    for (int i = 0; i < common; i++) {
      // What is the same object counts as equal, also where it does not equal itself.
      int order = a[i] == b[i] ? 0 : ofItems(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int ofItems(PyObject a, PyObject b) {
    Class<?> kind = a.getClass();
    if (kind != b.getClass()) {
      return UNKNOWN;
    }
    if (kind == PyLong.class) {
      return Long.compare(((PyLong) a).value, ((PyLong) b).value);
    }
    if (kind == PyStr.class) {
      return Integer.signum(((PyStr) a).compareTo((PyStr) b));
    }
    if (kind == PyFloat.class) {
      double x = ((PyFloat) a).value;
      double y = ((PyFloat) b).value;
      return x < y ? -1 : x > y ? 1 : x == y ? 0 : UNKNOWN;
    }
    return UNKNOWN;
  }
}
