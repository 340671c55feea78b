package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;

/** {@code _io._BufferedIOBase}: {@code readinto} by means of {@code read}, and refusals. */
@BuiltinType(
    name = "_BufferedIOBase",
    module = "_io",
    base = PyIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 32)
public class PyBufferedIOBase extends PyIOBase {
  public static final PyType TYPE = PyType.builtin(new PyBufferedIOBaseTable());

  PyBufferedIOBase(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    checkNoArguments(cls, args);
    return new PyBufferedIOBase(cls);
  }

  @Method("detach(self, /)")
  static PyObject detach(PyBufferedIOBase self) {
    throw Streams.unsupported("detach");
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyBufferedIOBase self, PyObject size) {
    throw Streams.unsupported("read");
  }

  @Method("read1(self, size=-1, /)")
  static PyObject read1(PyBufferedIOBase self, PyObject size) {
    throw Streams.unsupported("read1");
  }

  @Method("readinto(self, buffer, /)")
  static PyObject readinto(PyBufferedIOBase self, PyObject room) {
    return fill(self, room, "readinto() argument", Streams.READ);
  }

  @Method("readinto1(self, buffer, /)")
  static PyObject readinto1(PyBufferedIOBase self, PyObject room) {
    return fill(self, room, "readinto1() argument", Streams.READ1);
  }

  private static PyObject fill(PyBufferedIOBase self, PyObject room, String which, PyStr method) {
    try (Buffer buffer = Streams.writable(room, which)) {
      int length = buffer.length();
      PyObject data = Streams.call(self, method, PyLong.of(length));
      if (!(data instanceof PyBytes bytes)) {
        throw Errors.typeError("read() should return bytes");
      }
      if (bytes.length() > length) {
        throw Errors.valueError(
            "read() returned too much data: %d bytes requested, %d returned",
            length, bytes.length());
      }
      buffer.memory().put(buffer.offset(), bytes.array(), 0, bytes.length());
      return PyLong.of(bytes.length());
    }
  }

  @Method("write(self, b, /)")
  static PyObject write(PyBufferedIOBase self, PyObject data) {
    throw Streams.unsupported("write");
  }
}
