package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;

/** The arithmetic of a proxy: that of its object. */
public final class WeakProxyOperators {
  private WeakProxyOperators() {}

  private static PyObject live(PyObject value) {
    return PyWeakProxy.live(value);
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyObject self, PyObject value) {
    return Operators.add(live(self), live(value));
  }

  @Method("__radd__(self, value, /)")
  static PyObject radd(PyObject self, PyObject value) {
    return Operators.add(live(value), live(self));
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyObject self, PyObject value) {
    return Operators.sub(live(self), live(value));
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(PyObject self, PyObject value) {
    return Operators.sub(live(value), live(self));
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(PyObject self, PyObject value) {
    return Operators.mul(live(self), live(value));
  }

  @Method("__rmul__(self, value, /)")
  static PyObject rmul(PyObject self, PyObject value) {
    return Operators.mul(live(value), live(self));
  }

  @Method("__matmul__(self, value, /)")
  static PyObject matmul(PyObject self, PyObject value) {
    return Operators.matmul(live(self), live(value));
  }

  @Method("__rmatmul__(self, value, /)")
  static PyObject rmatmul(PyObject self, PyObject value) {
    return Operators.matmul(live(value), live(self));
  }

  @Method("__truediv__(self, value, /)")
  static PyObject truediv(PyObject self, PyObject value) {
    return Operators.truediv(live(self), live(value));
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject rtruediv(PyObject self, PyObject value) {
    return Operators.truediv(live(value), live(self));
  }

  @Method("__floordiv__(self, value, /)")
  static PyObject floordiv(PyObject self, PyObject value) {
    return Operators.floordiv(live(self), live(value));
  }

  @Method("__rfloordiv__(self, value, /)")
  static PyObject rfloordiv(PyObject self, PyObject value) {
    return Operators.floordiv(live(value), live(self));
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyObject self, PyObject value) {
    return Operators.mod(live(self), live(value));
  }

  @Method("__rmod__(self, value, /)")
  static PyObject rmod(PyObject self, PyObject value) {
    return Operators.mod(live(value), live(self));
  }

  @Method("__divmod__(self, value, /)")
  static PyObject divmod(PyObject self, PyObject value) {
    return Operators.divmod(live(self), live(value));
  }

  @Method("__rdivmod__(self, value, /)")
  static PyObject rdivmod(PyObject self, PyObject value) {
    return Operators.divmod(live(value), live(self));
  }

  @Method("__lshift__(self, value, /)")
  static PyObject lshift(PyObject self, PyObject value) {
    return Operators.lshift(live(self), live(value));
  }

  @Method("__rlshift__(self, value, /)")
  static PyObject rlshift(PyObject self, PyObject value) {
    return Operators.lshift(live(value), live(self));
  }

  @Method("__rshift__(self, value, /)")
  static PyObject rshift(PyObject self, PyObject value) {
    return Operators.rshift(live(self), live(value));
  }

  @Method("__rrshift__(self, value, /)")
  static PyObject rrshift(PyObject self, PyObject value) {
    return Operators.rshift(live(value), live(self));
  }

  @Method("__and__(self, value, /)")
  static PyObject and(PyObject self, PyObject value) {
    return Operators.and_(live(self), live(value));
  }

  @Method("__rand__(self, value, /)")
  static PyObject rand(PyObject self, PyObject value) {
    return Operators.and_(live(value), live(self));
  }

  @Method("__xor__(self, value, /)")
  static PyObject xor(PyObject self, PyObject value) {
    return Operators.xor(live(self), live(value));
  }

  @Method("__rxor__(self, value, /)")
  static PyObject rxor(PyObject self, PyObject value) {
    return Operators.xor(live(value), live(self));
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    return Operators.or_(live(self), live(value));
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return Operators.or_(live(value), live(self));
  }

  @Method("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyObject self, PyObject value, PyObject mod) {
    return Operators.pow(live(self), live(value), live(mod));
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static PyObject rpow(PyObject self, PyObject value, PyObject mod) {
    return Operators.pow(live(value), live(self), live(mod));
  }

  @Method("__neg__(self, /)")
  static PyObject neg(PyObject self) {
    return live(self).type().slots.neg(live(self));
  }

  @Method("__pos__(self, /)")
  static PyObject pos(PyObject self) {
    return live(self).type().slots.pos(live(self));
  }

  @Method("__abs__(self, /)")
  static PyObject abs(PyObject self) {
    return live(self).type().slots.abs(live(self));
  }

  @Method("__invert__(self, /)")
  static PyObject invert(PyObject self) {
    return live(self).type().slots.invert(live(self));
  }

  @Method("__int__(self, /)")
  static PyObject toInt(PyObject self) {
    return live(self).type().slots.int_(live(self));
  }

  @Method("__float__(self, /)")
  static PyObject toFloat(PyObject self) {
    return live(self).type().slots.float_(live(self));
  }

  @Method("__index__(self, /)")
  static PyObject index(PyObject self) {
    return Arguments.index(live(self));
  }
}
