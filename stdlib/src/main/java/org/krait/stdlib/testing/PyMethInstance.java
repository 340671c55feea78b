package org.krait.stdlib.testing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.*;

/** {@code _testcapi.MethInstance}: methods of instances, of every way to be called. */
@BuiltinType(
    name = "MethInstance",
    subclassable = false,
    doc = "Class with normal (instance) methods to test calling conventions")
public final class PyMethInstance extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyMethInstanceTable());

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyMethInstance();
  }

  @Method(value = "meth_varargs(self, /, *args)", parseTuple = true, textSignature = false)
  static PyObject varargs(PyObject self, PyObject[] args) {
    return PyTuple.of(self, PyTuple.of(args));
  }

  @Method(value = "meth_varargs_keywords(self, /, *args, **kwargs)", textSignature = false)
  static PyObject varargsKeywords(PyObject self, PyObject[] args, PyDict kwargs) {
    return PyTuple.of(self, PyTuple.of(args), kwargs.size() == 0 ? PyNone.NONE : kwargs);
  }

  @Method(value = "meth_o(self, arg, /)", textSignature = false)
  static PyObject one(PyObject self, PyObject arg) {
    return PyTuple.of(self, arg);
  }

  @Method(value = "meth_noargs(self, /)", textSignature = false)
  static PyObject noArguments(PyObject self) {
    return self;
  }

  @Method(value = "meth_fastcall(self, /, *args)", textSignature = false)
  static PyObject fastcall(PyObject self, PyObject[] args) {
    return PyTuple.of(self, PyTuple.of(args));
  }

  @Method(value = "meth_fastcall_keywords(self, /, *args, **kwargs)", textSignature = false)
  static PyObject fastcallKeywords(PyObject self, PyObject[] args, PyDict kwargs) {
    return PyTuple.of(self, PyTuple.of(args), kwargs);
  }
}
