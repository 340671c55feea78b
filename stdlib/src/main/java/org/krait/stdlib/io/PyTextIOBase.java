package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io._TextIOBase}: the names of what text streams can do. */
@BuiltinType(
    name = "_TextIOBase",
    module = "_io",
    base = PyIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 32)
public class PyTextIOBase extends PyIOBase {
  public static final PyType TYPE = PyType.builtin(new PyTextIOBaseTable());

  PyTextIOBase(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    checkNoArguments(cls, args);
    return new PyTextIOBase(cls);
  }

  @Method("detach(self, /)")
  static PyObject detach(PyTextIOBase self) {
    throw Streams.unsupported("detach");
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyTextIOBase self, PyObject size) {
    throw Streams.unsupported("read");
  }

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyTextIOBase self, PyObject size) {
    throw Streams.unsupported("readline");
  }

  @Method("write(self, s, /)")
  static PyObject write(PyTextIOBase self, PyObject text) {
    throw Streams.unsupported("write");
  }

  @Getter("encoding")
  static PyObject getEncoding(PyTextIOBase self) {
    return PyNone.NONE;
  }

  @Getter("newlines")
  static PyObject getNewlines(PyTextIOBase self) {
    return PyNone.NONE;
  }

  @Getter("errors")
  static PyObject getErrors(PyTextIOBase self) {
    return PyNone.NONE;
  }
}
