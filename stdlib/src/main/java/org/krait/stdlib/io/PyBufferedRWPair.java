package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;

/** {@code _io.BufferedRWPair}: a reader on one raw stream and a writer on another. */
@BuiltinType(
    name = "BufferedRWPair",
    module = "_io",
    base = PyBufferedIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 48,
    textSignature = "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)")
public class PyBufferedRWPair extends PyBufferedIOBase {
  public static final PyType TYPE = PyType.builtin(new PyBufferedRWPairTable());

  private PyObject reader;
  private PyObject writer;

  PyBufferedRWPair(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyBufferedRWPair(cls);
  }

  @Method("__init__(self, reader, writer, buffer_size=8192, /)")
  void init(PyObject rawReader, PyObject rawWriter, long bufferSize) {
    Streams.check(rawReader, Streams.READABLE);
    Streams.check(rawWriter, Streams.WRITABLE);
    PyBufferedReader in = new PyBufferedReader(PyBufferedReader.TYPE);
    in.init(rawReader, bufferSize);
    PyBufferedWriter out = new PyBufferedWriter(PyBufferedWriter.TYPE);
    out.init(rawWriter, bufferSize);
    reader = in;
    writer = out;
  }

  private static PyObject forward(PyObject stream, String method, PyObject[] args) {
    if (stream == null) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
    return Attributes.get(stream, method).call(args, null);
  }

  @Method(value = "read(self, *args)", textSignature = false)
  PyObject readPair(PyObject[] args) {
    return forward(reader, "read", args);
  }

  @Method(value = "peek(self, *args)", textSignature = false)
  PyObject peek(PyObject[] args) {
    return forward(reader, "peek", args);
  }

  @Method(value = "read1(self, *args)", textSignature = false)
  PyObject read1Pair(PyObject[] args) {
    return forward(reader, "read1", args);
  }

  @Method(value = "readinto(self, *args)", textSignature = false)
  PyObject readintoPair(PyObject[] args) {
    return forward(reader, "readinto", args);
  }

  @Method(value = "readinto1(self, *args)", textSignature = false)
  PyObject readinto1Pair(PyObject[] args) {
    return forward(reader, "readinto1", args);
  }

  @Method(value = "write(self, *args)", textSignature = false)
  PyObject writePair(PyObject[] args) {
    return forward(writer, "write", args);
  }

  @Method(value = "flush(self, *args)", textSignature = false)
  PyObject flushPair(PyObject[] args) {
    return forward(writer, "flush", args);
  }

  @Method(value = "readable(self, *args)", textSignature = false)
  PyObject readablePair(PyObject[] args) {
    return forward(reader, "readable", args);
  }

  @Method(value = "writable(self, *args)", textSignature = false)
  PyObject writablePair(PyObject[] args) {
    return forward(writer, "writable", args);
  }

  @Method(value = "close(self)", textSignature = false)
  PyObject closePair() {
    PyObject[] result = new PyObject[1];
    Streams.both(
        () -> forward(writer, "close", NO_ARGS),
        () -> result[0] = forward(reader, "close", NO_ARGS));
    return result[0];
  }

  @Method(value = "isatty(self)", textSignature = false)
  PyObject isattyPair() {
    PyObject answer = forward(writer, "isatty", NO_ARGS);
    return answer != PyBool.FALSE ? answer : forward(reader, "isatty", NO_ARGS);
  }

  @Getter("closed")
  PyObject getClosedPair() {
    if (writer == null) {
      throw Errors.runtimeError("the BufferedRWPair object is being garbage-collected");
    }
    return Attributes.get(writer, Streams.CLOSED);
  }
}
