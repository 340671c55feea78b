package org.krait.stdlib.operator;

import org.krait.annotations.Function;
import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.GuardedNumbers;

/** Comparisons and truth as functions. */
final class Comparisons {
  private Comparisons() {}

  @Function("lt(a, b, /)")
  static PyObject lt(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.LT);
  }

  @Function("le(a, b, /)")
  static PyObject le(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.LE);
  }

  @Function("eq(a, b, /)")
  static PyObject eq(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.EQ);
  }

  @Function("ne(a, b, /)")
  static PyObject ne(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.NE);
  }

  @Function("gt(a, b, /)")
  static PyObject gt(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.GT);
  }

  @Function("ge(a, b, /)")
  static PyObject ge(PyObject a, PyObject b) {
    return Comparison.compare(a, b, Comparison.GE);
  }

  @Function("is_(a, b, /)")
  static boolean is(PyObject a, PyObject b) {
    return GuardedNumbers.isSameObject(a, b);
  }

  @Function("is_not(a, b, /)")
  static boolean isNot(PyObject a, PyObject b) {
    return !GuardedNumbers.isSameObject(a, b);
  }

  @Function("truth(a, /)")
  static boolean truth(PyObject a) {
    return Objects.isTrue(a);
  }

  @Function("not_(a, /)")
  static boolean not(PyObject a) {
    return !Objects.isTrue(a);
  }
}
