package org.krait.stdlib.testing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.*;

/** {@code _testcapi.MethStatic}: methods without an object, of every way to be called. */
@BuiltinType(
    name = "MethStatic",
    subclassable = false,
    doc = "Class with static methods to test calling conventions")
public final class PyMethStatic extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMethStaticTable());

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyMethStatic();
  }

  @Method(value = "meth_varargs(*args)", parseTuple = true, textSignature = false)
  static PyObject varargs(PyObject[] args) {
    return PyTuple.of(PyNone.NONE, PyTuple.of(args));
  }

  @Method(value = "meth_varargs_keywords(*args, **kwargs)", textSignature = false)
  static PyObject varargsKeywords(PyObject[] args, PyDict kwargs) {
    return PyTuple.of(PyNone.NONE, PyTuple.of(args), kwargs.size() == 0 ? PyNone.NONE : kwargs);
  }

  @Method(value = "meth_o(arg, /)", textSignature = false)
  static PyObject one(PyObject arg) {
    return PyTuple.of(PyNone.NONE, arg);
  }

  @Method(value = "meth_noargs()", textSignature = false)
  static PyObject noArguments() {
    return PyNone.NONE;
  }

  @Method(value = "meth_fastcall(*args)", textSignature = false)
  static PyObject fastcall(PyObject[] args) {
    return PyTuple.of(PyNone.NONE, PyTuple.of(args));
  }

  @Method(value = "meth_fastcall_keywords(*args, **kwargs)", textSignature = false)
  static PyObject fastcallKeywords(PyObject[] args, PyDict kwargs) {
    return PyTuple.of(PyNone.NONE, PyTuple.of(args), kwargs);
  }
}
