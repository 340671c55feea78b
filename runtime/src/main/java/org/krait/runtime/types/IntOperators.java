package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;

/** The binary operators of {@code int}. */
final class IntOperators {
  private IntOperators() {}

  private static PyObject no() {
    return PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.add(self, other) : no();
  }

  @Method("__radd__(self, value, /)")
  static PyObject reflectedAdd(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.add(other, self) : no();
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.sub(self, other) : no();
  }

  @Method("__rsub__(self, value, /)")
  static PyObject reflectedSub(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.sub(other, self) : no();
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.mul(self, other) : no();
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedMul(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.mul(other, self) : no();
  }

  @Method("__floordiv__(self, value, /)")
  static PyObject floorDiv(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.floorDiv(self, other) : no();
  }

  @Method("__rfloordiv__(self, value, /)")
  static PyObject reflectedFloorDiv(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.floorDiv(other, self) : no();
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.mod(self, other) : no();
  }

  @Method("__rmod__(self, value, /)")
  static PyObject reflectedMod(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.mod(other, self) : no();
  }

  @Method("__divmod__(self, value, /)")
  static PyObject divMod(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.divMod(self, other) : no();
  }

  @Method("__rdivmod__(self, value, /)")
  static PyObject reflectedDivMod(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.divMod(other, self) : no();
  }

  @Method("__lshift__(self, value, /)")
  static PyObject leftShift(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.shiftLeft(self, other) : no();
  }

  @Method("__rlshift__(self, value, /)")
  static PyObject reflectedLeftShift(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.shiftLeft(other, self) : no();
  }

  @Method("__rshift__(self, value, /)")
  static PyObject rightShift(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.shiftRight(self, other) : no();
  }

  @Method("__rrshift__(self, value, /)")
  static PyObject reflectedRightShift(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.shiftRight(other, self) : no();
  }

  @Method("__and__(self, value, /)")
  static PyObject and(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.and(self, other) : no();
  }

  @Method("__rand__(self, value, /)")
  static PyObject reflectedAnd(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.and(other, self) : no();
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.or(self, other) : no();
  }

  @Method("__ror__(self, value, /)")
  static PyObject reflectedOr(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.or(other, self) : no();
  }

  @Method("__xor__(self, value, /)")
  static PyObject xor(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.xor(self, other) : no();
  }

  @Method("__rxor__(self, value, /)")
  static PyObject reflectedXor(PyInt self, PyObject value) {
    return value instanceof PyInt other ? IntArithmetic.xor(other, self) : no();
  }

  @Method("__truediv__(self, value, /)")
  static PyObject trueDiv(PyInt self, PyObject value) {
    return value instanceof PyInt other ? PyFloat.of(IntArithmetic.trueDiv(self, other)) : no();
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject reflectedTrueDiv(PyInt self, PyObject value) {
    return value instanceof PyInt other ? PyFloat.of(IntArithmetic.trueDiv(other, self)) : no();
  }

  @Method("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyInt self, PyObject value, PyObject mod) {
    return value instanceof PyInt exponent ? power(self, exponent, mod) : no();
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static PyObject reflectedPow(PyInt self, PyObject value, PyObject mod) {
    return value instanceof PyInt base ? power(base, self, mod) : no();
  }

  private static PyObject power(PyInt base, PyInt exponent, PyObject mod) {
    if (mod == PyNone.NONE) {
      return exponent.signum() >= 0
          ? IntArithmetic.pow(base, exponent)
          : FloatArithmetic.pow(base.doubleValue(), exponent.doubleValue());
    }
    return mod instanceof PyInt modulus ? IntArithmetic.powMod(base, exponent, modulus) : no();
  }
}
