package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;

/** The operators of a proxy that change its object: {@code p += x}. */
public final class WeakProxyInPlace {
  private WeakProxyInPlace() {}

  private static PyObject live(PyObject value) {
    return PyWeakProxy.live(value);
  }

  @Method("__iadd__(self, value, /)")
  static PyObject iadd(PyObject self, PyObject value) {
    return Operators.iadd(live(self), live(value));
  }

  @Method("__isub__(self, value, /)")
  static PyObject isub(PyObject self, PyObject value) {
    return Operators.isub(live(self), live(value));
  }

  @Method("__imul__(self, value, /)")
  static PyObject imul(PyObject self, PyObject value) {
    return Operators.imul(live(self), live(value));
  }

  @Method("__imatmul__(self, value, /)")
  static PyObject imatmul(PyObject self, PyObject value) {
    return Operators.imatmul(live(self), live(value));
  }

  @Method("__itruediv__(self, value, /)")
  static PyObject itruediv(PyObject self, PyObject value) {
    return Operators.itruediv(live(self), live(value));
  }

  @Method("__ifloordiv__(self, value, /)")
  static PyObject ifloordiv(PyObject self, PyObject value) {
    return Operators.ifloordiv(live(self), live(value));
  }

  @Method("__imod__(self, value, /)")
  static PyObject imod(PyObject self, PyObject value) {
    return Operators.imod(live(self), live(value));
  }

  @Method("__ilshift__(self, value, /)")
  static PyObject ilshift(PyObject self, PyObject value) {
    return Operators.ilshift(live(self), live(value));
  }

  @Method("__irshift__(self, value, /)")
  static PyObject irshift(PyObject self, PyObject value) {
    return Operators.irshift(live(self), live(value));
  }

  @Method("__iand__(self, value, /)")
  static PyObject iand(PyObject self, PyObject value) {
    return Operators.iand(live(self), live(value));
  }

  @Method("__ixor__(self, value, /)")
  static PyObject ixor(PyObject self, PyObject value) {
    return Operators.ixor(live(self), live(value));
  }

  @Method("__ior__(self, value, /)")
  static PyObject ior(PyObject self, PyObject value) {
    return Operators.ior(live(self), live(value));
  }

  @Method("__ipow__(self, value, /)")
  static PyObject ipow(PyObject self, PyObject value) {
    return Operators.ipow(live(self), live(value));
  }
}
