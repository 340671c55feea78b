package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io._RawIOBase}: bytes without a buffer; {@code read} by means of {@code readinto}. */
@BuiltinType(
    name = "_RawIOBase",
    module = "_io",
    base = PyIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 32)
public class PyRawIOBase extends PyIOBase {
  public static final PyType TYPE = PyType.builtin(new PyRawIOBaseTable());

  PyRawIOBase(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    checkNoArguments(cls, args);
    return new PyRawIOBase(cls);
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyRawIOBase self, long size) {
    if (size < 0) {
      return Streams.call(self, Streams.READALL);
    }
    PyByteArray room = PyByteArray.of(new byte[Math.toIntExact(size)]);
    PyObject answer = Streams.call(self, Streams.READINTO, room);
    if (answer == PyNone.NONE) {
      return answer;
    }
    long count = Arguments.toLong(answer);
    if (count < 0 || count > size) {
      throw Errors.valueError(
          "readinto returned %d outside buffer size %d", count, size);
    }
    byte[] bytes = room.copy();
    return PyBytes.of(count < bytes.length ? Arrays.copyOf(bytes, (int) count) : bytes);
  }

  @Method("readall(self, /)")
  static PyObject readall(PyRawIOBase self) {
    byte[] all = new byte[0];
    for (boolean first = true; ; first = false) {
      PyObject part =
          Streams.call(self, Streams.READ, PyLong.of(Streams.DEFAULT_BUFFER_SIZE));
      if (part == PyNone.NONE) {
        return first ? part : PyBytes.of(all);
      }
      if (!(part instanceof PyBytes bytes)) {
        throw Errors.typeError("read() should return bytes");
      }
      if (bytes.length() == 0) {
        return PyBytes.of(all);
      }
      int old = all.length;
      all = Arrays.copyOf(all, old + bytes.length());
      System.arraycopy(bytes.array(), 0, all, old, bytes.length());
    }
  }

  @Method(value = "readinto(self, *args)", textSignature = false)
  static PyObject readinto(PyRawIOBase self, PyObject[] args) {
    throw Errors.of(PyExceptions.NotImplementedError);
  }

  @Method(value = "write(self, *args)", textSignature = false)
  static PyObject write(PyRawIOBase self, PyObject[] args) {
    throw Errors.of(PyExceptions.NotImplementedError);
  }
}
