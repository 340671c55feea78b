package org.krait.stdlib.testing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.*;

/** {@code _testcapi.MethClass}: methods of the class, of every way to be called. */
@BuiltinType(
    name = "MethClass",
    subclassable = false,
    doc = "Class with class methods to test calling conventions")
public final class PyMethClass extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMethClassTable());

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyMethClass();
  }

  @Method(value = "meth_varargs(cls, /, *args)", parseTuple = true, textSignature = false)
  static PyObject varargs(PyType cls, PyObject[] args) {
    return PyTuple.of(cls, PyTuple.of(args));
  }

  @Method(value = "meth_varargs_keywords(cls, /, *args, **kwargs)", textSignature = false)
  static PyObject varargsKeywords(PyType cls, PyObject[] args, PyDict kwargs) {
    return PyTuple.of(cls, PyTuple.of(args), kwargs.size() == 0 ? PyNone.NONE : kwargs);
  }

  @Method(value = "meth_o(cls, arg, /)", textSignature = false)
  static PyObject one(PyType cls, PyObject arg) {
    return PyTuple.of(cls, arg);
  }

  @Method(value = "meth_noargs(cls, /)", textSignature = false)
  static PyObject noArguments(PyType cls) {
    return cls;
  }

  @Method(value = "meth_fastcall(cls, /, *args)", textSignature = false)
  static PyObject fastcall(PyType cls, PyObject[] args) {
    return PyTuple.of(cls, PyTuple.of(args));
  }

  @Method(value = "meth_fastcall_keywords(cls, /, *args, **kwargs)", textSignature = false)
  static PyObject fastcallKeywords(PyType cls, PyObject[] args, PyDict kwargs) {
    return PyTuple.of(cls, PyTuple.of(args), kwargs);
  }
}
