package org.krait.stdlib.interpreters;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyLong;

/** {@code InterpreterID}: names an interpreter and is as good as its number. */
@BuiltinType(name = "InterpreterID", doc = "A interpreter ID identifies a interpreter and may be used as an int.")
public final class PyInterpreterId extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyInterpreterIdTable());

  final long number;

  PyInterpreterId(PyType cls, long number) {
    super(cls);
    this.number = number;
  }

  static PyInterpreterId of(long number) {
    return new PyInterpreterId(TYPE, number);
  }

  @Method("__new__(cls, id, force=False)")
  static PyObject make(PyType cls, PyObject id, boolean force) {
    long number = Numbers.of(id, "interpreter");
    if (!force && ThreadState.current().interpreter.siblings.find(number) == null) {
      throw Errors.runtimeError("unrecognized interpreter ID %d", number);
    }
    return new PyInterpreterId(cls, number);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    return Numbers.compare(number, other instanceof PyInterpreterId id && id.number == number, other, op);
  }

  @Method("__hash__(self, /)")
  long hash() {
    return number;
  }

  @Method("__int__(self, /)")
  PyObject toInt() {
    return PyLong.of(number);
  }

  @Method("__index__(self, /)")
  PyObject index() {
    return PyLong.of(number);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return type().name() + "(" + number + ")";
  }

  @Method("__str__(self, /)")
  String str() {
    return Long.toString(number);
  }
}
