package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** {@code _multibytecodec.MultibyteStreamWriter}. */
@BuiltinType(
    name = "MultibyteStreamWriter",
    module = "_multibytecodec",
    heapType = true,
    basicSize = 64)
final class PyStreamWriter extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyStreamWriterTable());

  private final PendingText text;
  private final PyObject stream;
  private PyStr errors;

  private PyStreamWriter(PyType cls, PyObject stream, PyStr errors) {
    super(cls);
    text = new PendingText(PyMultibyteCodec.ofClass(cls));
    this.stream = stream;
    this.errors = errors;
  }

  @Method("__new__(cls, stream, errors='strict')")
  static PyObject make(PyType cls, PyObject stream, PyStr errors) {
    return new PyStreamWriter(cls, stream, errors);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {}

  @Method("write(self, strobj, /)")
  void write(PyObject piece) {
    byte[] bytes = text.encode(PyMultibyteCodec.text(piece), errors.toString(), false);
    Attributes.get(stream, "write").call(PyBytes.of(bytes));
  }

  @Method("writelines(self, lines, /)")
  void writeLines(PyObject lines) {
    for (PyObject line : Iteration.toArray(lines)) {
      write(line);
    }
  }

  @Method("reset(self, /)")
  void reset() {
    if (text.isWaiting()) {
      byte[] rest = text.encode(PyStr.EMPTY, errors.toString(), true);
      if (rest.length > 0) {
        Attributes.get(stream, "write").call(PyBytes.of(rest));
      }
    }
  }

  @Getter(value = "stream", member = true)
  PyObject stream() {
    return stream;
  }

  @Getter("errors")
  PyObject errors() {
    return errors;
  }

  @Setter("errors")
  void setErrors(PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    if (!(value instanceof PyStr name)) {
      throw Errors.typeError("errors must be a string");
    }
    errors = name;
  }
}
