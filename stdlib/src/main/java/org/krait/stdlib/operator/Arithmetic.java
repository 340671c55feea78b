package org.krait.stdlib.operator;

import org.krait.annotations.Function;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;

/** The arithmetic operators as functions. */
final class Arithmetic {
  private Arithmetic() {}

  @Function("add(a, b, /)")
  static PyObject add(PyObject a, PyObject b) {
    return Operators.add(a, b);
  }

  @Function("sub(a, b, /)")
  static PyObject sub(PyObject a, PyObject b) {
    return Operators.sub(a, b);
  }

  @Function("mul(a, b, /)")
  static PyObject mul(PyObject a, PyObject b) {
    return Operators.mul(a, b);
  }

  @Function("matmul(a, b, /)")
  static PyObject matmul(PyObject a, PyObject b) {
    return Operators.matmul(a, b);
  }

  @Function("truediv(a, b, /)")
  static PyObject truediv(PyObject a, PyObject b) {
    return Operators.truediv(a, b);
  }

  @Function("floordiv(a, b, /)")
  static PyObject floordiv(PyObject a, PyObject b) {
    return Operators.floordiv(a, b);
  }

  @Function("mod(a, b, /)")
  static PyObject mod(PyObject a, PyObject b) {
    return Operators.mod(a, b);
  }

  @Function("lshift(a, b, /)")
  static PyObject lshift(PyObject a, PyObject b) {
    return Operators.lshift(a, b);
  }

  @Function("rshift(a, b, /)")
  static PyObject rshift(PyObject a, PyObject b) {
    return Operators.rshift(a, b);
  }

  @Function("and_(a, b, /)")
  static PyObject and(PyObject a, PyObject b) {
    return Operators.and_(a, b);
  }

  @Function("xor(a, b, /)")
  static PyObject xor(PyObject a, PyObject b) {
    return Operators.xor(a, b);
  }

  @Function("or_(a, b, /)")
  static PyObject or(PyObject a, PyObject b) {
    return Operators.or_(a, b);
  }

  @Function("pow(a, b, /)")
  static PyObject pow(PyObject a, PyObject b) {
    return Operators.pow(a, b);
  }

  @Function("iadd(a, b, /)")
  static PyObject iadd(PyObject a, PyObject b) {
    return Operators.iadd(a, b);
  }

  @Function("isub(a, b, /)")
  static PyObject isub(PyObject a, PyObject b) {
    return Operators.isub(a, b);
  }

  @Function("imul(a, b, /)")
  static PyObject imul(PyObject a, PyObject b) {
    return Operators.imul(a, b);
  }

  @Function("imatmul(a, b, /)")
  static PyObject imatmul(PyObject a, PyObject b) {
    return Operators.imatmul(a, b);
  }

  @Function("itruediv(a, b, /)")
  static PyObject itruediv(PyObject a, PyObject b) {
    return Operators.itruediv(a, b);
  }

  @Function("ifloordiv(a, b, /)")
  static PyObject ifloordiv(PyObject a, PyObject b) {
    return Operators.ifloordiv(a, b);
  }

  @Function("imod(a, b, /)")
  static PyObject imod(PyObject a, PyObject b) {
    return Operators.imod(a, b);
  }

  @Function("ilshift(a, b, /)")
  static PyObject ilshift(PyObject a, PyObject b) {
    return Operators.ilshift(a, b);
  }

  @Function("irshift(a, b, /)")
  static PyObject irshift(PyObject a, PyObject b) {
    return Operators.irshift(a, b);
  }

  @Function("iand(a, b, /)")
  static PyObject iand(PyObject a, PyObject b) {
    return Operators.iand(a, b);
  }

  @Function("ixor(a, b, /)")
  static PyObject ixor(PyObject a, PyObject b) {
    return Operators.ixor(a, b);
  }

  @Function("ior(a, b, /)")
  static PyObject ior(PyObject a, PyObject b) {
    return Operators.ior(a, b);
  }

  @Function("ipow(a, b, /)")
  static PyObject ipow(PyObject a, PyObject b) {
    return Operators.ipow(a, b);
  }

  @Function("neg(a, /)")
  static PyObject neg(PyObject a) {
    return a.type().slots.neg(a);
  }

  @Function("pos(a, /)")
  static PyObject pos(PyObject a) {
    return a.type().slots.pos(a);
  }

  @Function("abs(a, /)")
  static PyObject abs(PyObject a) {
    return a.type().slots.abs(a);
  }

  @Function("inv(a, /)")
  static PyObject inv(PyObject a) {
    return a.type().slots.invert(a);
  }

  @Function("invert(a, /)")
  static PyObject invert(PyObject a) {
    return a.type().slots.invert(a);
  }
}
