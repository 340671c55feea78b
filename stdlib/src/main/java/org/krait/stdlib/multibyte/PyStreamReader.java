package org.krait.stdlib.multibyte;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _multibytecodec.MultibyteStreamReader}. */
@BuiltinType(
    name = "MultibyteStreamReader",
    module = "_multibytecodec",
    heapType = true,
    basicSize = 64)
final class PyStreamReader extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyStreamReaderTable());

  private final PendingBytes bytes;
  private final PyObject stream;
  private PyStr errors;

  private PyStreamReader(PyType cls, PyObject stream, PyStr errors) {
    super(cls);
    bytes = new PendingBytes(PyMultibyteCodec.ofClass(cls));
    this.stream = stream;
    this.errors = errors;
  }

  @Method("__new__(cls, stream, errors='strict')")
  static PyObject make(PyType cls, PyObject stream, PyStr errors) {
    return new PyStreamReader(cls, stream, errors);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {}

  /** Reads until there is text or the stream ends; a negative size is all of it. */
  private PyStr read(String method, long size) {
    if (size == 0) {
      return PyStr.EMPTY;
    }
    while (true) {
      PyObject function = Attributes.get(stream, method);
      PyObject piece = size < 0 ? function.call() : function.call(PyLong.of(size));
      if (!(piece instanceof PyBytes data)) {
        throw Errors.typeError(
            "stream function returned a non-bytes object (%s)", piece.type().fullName());
      }
      boolean last = data.length() == 0 || size < 0;
      PyStr text = bytes.decode(data.array(), errors.toString(), last);
      if (last || text.length() > 0) {
        return text;
      }
    }
  }

  private static long size(PyObject value) {
    return value == PyNone.NONE ? -1 : Arguments.toLong(value);
  }

  @Method("read(self, sizeobj=None, /)")
  PyObject read(PyObject size) {
    return read("read", size(size));
  }

  @Method("readline(self, sizeobj=None, /)")
  PyObject readLine(PyObject size) {
    return read("readline", size(size));
  }

  @Method("readlines(self, sizehintobj=None, /)")
  PyObject readLines(PyObject size) {
    return Attributes.get(read("read", size(size)), "splitlines")
        .call(org.krait.runtime.types.PyBool.TRUE);
  }

  @Method("reset(self, /)")
  void reset() {
    bytes.reset();
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
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError("errors must be a string");
    }
    errors = text;
  }
}
