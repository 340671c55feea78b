package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** The six comparisons, with the common types first. */
final class Compare {
  private Compare() {}

  static PyObject compare(PyObject a, PyObject b, int op) {
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      return PyBool.of(Comparison.holds(Long.compare(((PyLong) a).value, ((PyLong) b).value), op));
    }
    return compareSlow(a, b, op);
  }

  private static PyObject compareSlow(PyObject a, PyObject b, int op) {
    if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      return PyBool.of(Comparison.holds(((PyFloat) a).value, ((PyFloat) b).value, op));
    }
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return PyBool.of(
          op == Comparison.EQ ? a.equals(b) : Comparison.holds(((PyStr) a).compareTo((PyStr) b), op));
    }
    return Comparison.compare(a, b, op);
  }
}
