package org.krait.runtime.types;

import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** Comparison of the elements of containers: quick for the common types, bounded for nested ones. */
public final class Elements {
  private Elements() {}

  /** {@code a is b or a == b}. */
  public static boolean same(PyObject a, PyObject b) {
    if (a == b) {
      return true;
    }
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      return ((PyLong) a).value == ((PyLong) b).value;
    }
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return a.equals(b);
    }
    return equal(a, b);
  }

  private static boolean equal(PyObject a, PyObject b) {
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in comparison");
    try {
      return Comparison.test(a, b, Comparison.EQ);
    } finally {
      thread.leaveRecursion();
    }
  }

  /** What a comparison of two containers gives whose first difference is between these elements. */
  public static PyObject decide(PyObject a, PyObject b, int op) {
    if (op == Comparison.EQ) {
      return PyBool.FALSE;
    }
    if (op == Comparison.NE) {
      return PyBool.TRUE;
    }
    ThreadState thread = ThreadState.current();
    thread.enterRecursion(" in comparison");
    try {
      return Comparison.compare(a, b, op);
    } finally {
      thread.leaveRecursion();
    }
  }

  /** The items of a sequence repeated; MemoryError when there would be too many. */
  public static PyObject[] repeat(PyObject[] items, long times) {
    if (times <= 0 || items.length == 0) {
      return PyObject.NO_ARGS;
    }
    if (times > (Integer.MAX_VALUE - 8) / items.length) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    int once = items.length;
    PyObject[] all = new PyObject[once * (int) times];
    if (once == 1) {
      java.util.Arrays.fill(all, items[0]);
      return all;
    }
    for (int at = 0; at < all.length; at += once) {
      System.arraycopy(items, 0, all, at, once);
    }
    return all;
  }

  /** The items of one array, then those of another. */
  public static PyObject[] concat(PyObject[] left, PyObject[] right) {
    PyObject[] all = java.util.Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }
}
