package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** {@code _multibytecodec.MultibyteIncrementalEncoder}; these encodings leave nothing for later. */
@BuiltinType(
    name = "MultibyteIncrementalEncoder",
    module = "_multibytecodec",
    heapType = true,
    basicSize = 56)
final class PyIncrementalEncoder extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyIncrementalEncoderTable());

  private final CharTable table;
  private PyStr errors;

  private PyIncrementalEncoder(PyType cls, PyStr errors) {
    super(cls);
    table = PyMultibyteCodec.ofClass(cls);
    this.errors = errors;
  }

  @Method("__new__(cls, errors='strict')")
  static PyObject make(PyType cls, PyStr errors) {
    return new PyIncrementalEncoder(cls, errors);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {}

  @Method("encode(self, input, final=False)")
  PyObject encode(PyObject input, boolean last) {
    PyStr text = PyMultibyteCodec.text(input);
    return PyBytes.of(new Runs.Encoder(table, text, errors.toString()).encode());
  }

  @Method("getstate(self, /)")
  int getState() {
    return 0;
  }

  @Method("setstate(self, state, /)")
  void setState(PyObject state) {
    Arguments.instance(state, PyInt.class, "setstate() argument", "int");
  }

  @Method("reset(self, /)")
  void reset() {}

  @Getter("errors")
  PyObject errors() {
    return errors;
  }

  @Setter("errors")
  void setErrors(PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("errors must be a string");
    }
    errors = text;
  }
}
