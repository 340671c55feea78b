package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;

/** Where {@code bool} is not as {@code int}: its text, and logic between two bools. */
final class BoolMethods {
  private BoolMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyBool self) {
    return self.toString();
  }

  @Method("__invert__(self, /)")
  static PyObject invert(PyBool self) {
    Warnings.deprecated(
        "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the"
            + " underlying int object and is usually not what you expect from negating a bool."
            + " Use the 'not' operator for boolean negation or ~int(x) if you really want the"
            + " bitwise inversion of the underlying int.");
    return IntArithmetic.invert(self);
  }

  @Method("__and__(self, value, /)")
  static PyObject and(PyBool self, PyObject value) {
    return value instanceof PyBool other
        ? PyBool.of(self == PyBool.TRUE && other == PyBool.TRUE)
        : IntOperators.and(self, value);
  }

  @Method("__rand__(self, value, /)")
  static PyObject reflectedAnd(PyBool self, PyObject value) {
    return and(self, value);
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyBool self, PyObject value) {
    return value instanceof PyBool other
        ? PyBool.of(self == PyBool.TRUE || other == PyBool.TRUE)
        : IntOperators.or(self, value);
  }

  @Method("__ror__(self, value, /)")
  static PyObject reflectedOr(PyBool self, PyObject value) {
    return or(self, value);
  }

  @Method("__xor__(self, value, /)")
  static PyObject xor(PyBool self, PyObject value) {
    return value instanceof PyBool ? PyBool.of(self != value) : IntOperators.xor(self, value);
  }

  @Method("__rxor__(self, value, /)")
  static PyObject reflectedXor(PyBool self, PyObject value) {
    return xor(self, value);
  }
}
