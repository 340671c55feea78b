package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What all layers need: calls of the layer below, sizes from arguments, and the words for failures. */
final class Streams {
  static final int DEFAULT_BUFFER_SIZE = 8192;
  private static final int EAGAIN = 11;

  static final PyStr CLOSED = PyStr.interned("closed");
  static final PyStr CLOSE = PyStr.interned("close");
  static final PyStr FILENO = PyStr.interned("fileno");
  static final PyStr FLUSH = PyStr.interned("flush");
  static final PyStr ISATTY = PyStr.interned("isatty");
  static final PyStr MODE = PyStr.interned("mode");
  static final PyStr NAME = PyStr.interned("name");
  static final PyStr PEEK = PyStr.interned("peek");
  static final PyStr READ = PyStr.interned("read");
  static final PyStr READ1 = PyStr.interned("read1");
  static final PyStr READABLE = PyStr.interned("readable");
  static final PyStr READALL = PyStr.interned("readall");
  static final PyStr READINTO = PyStr.interned("readinto");
  static final PyStr READLINE = PyStr.interned("readline");
  static final PyStr SEEK = PyStr.interned("seek");
  static final PyStr SEEKABLE = PyStr.interned("seekable");
  static final PyStr TELL = PyStr.interned("tell");
  static final PyStr TRUNCATE = PyStr.interned("truncate");
  static final PyStr WRITABLE = PyStr.interned("writable");
  static final PyStr WRITE = PyStr.interned("write");

  /** The exception class of an interpreter: programs may hang attributes on it. */
  private record Unsupported(PyType type) {
    Unsupported(Interpreter interpreter) {
      this(make());
    }

    private static PyType make() {
      PyDict dict = new PyDict();
      dict.put(PyStr.interned("__module__"), PyStr.interned("io"));
      return (PyType)
          PyType.TYPE.call(
              PyStr.interned("UnsupportedOperation"),
              PyTuple.of(PyExceptions.OSError, PyExceptions.ValueError),
              dict);
    }
  }

  private Streams() {}

  /** {@code io.UnsupportedOperation}. */
  static PyType unsupportedOperation() {
    return ThreadState.current().interpreter.service(Unsupported.class, Unsupported::new).type();
  }

  static PyException unsupported(String message) {
    return Errors.make(unsupportedOperation(), message);
  }

  static PyException closed() {
    return Errors.valueError("I/O operation on closed file.");
  }

  /** {@code stream.name()}. */
  static PyObject call(PyObject stream, PyStr name) {
    return Attributes.get(stream, name).call();
  }

  static PyObject call(PyObject stream, PyStr name, PyObject argument) {
    return Attributes.get(stream, name).call(argument);
  }

  /** Whether {@code stream.closed} is true. */
  static boolean isClosed(PyObject stream) {
    PyType type = stream.type();
    if (type == PyFileIO.TYPE) {
      return ((PyFileIO) stream).isClosed();
    }
    if (type == PyBytesIO.TYPE) {
      return ((PyBytesIO) stream).isClosed();
    }
    if (type == PyBufferedReader.TYPE || type == PyBufferedWriter.TYPE) {
      return ((PyBuffered) stream).isClosed();
    }
    return Objects.isTrue(Attributes.get(stream, CLOSED));
  }

  static void checkClosed(PyObject stream) {
    if (isClosed(stream)) {
      throw closed();
    }
  }

  /** Throws UnsupportedOperation unless {@code stream.readable()} is {@code True}, and so on. */
  static void check(PyObject stream, PyStr ability) {
    if (call(stream, ability) != org.krait.runtime.types.PyBool.TRUE) {
      throw unsupported("File or stream is not " + ability + ".");
    }
  }

  /** A size argument: {@code None} stands for -1. */
  static long size(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return ((PyLong) value).value;
    }
    if (value == PyNone.NONE) {
      return -1;
    }
    if (!(value instanceof PyInt) && value.type().special(Special.INDEX) == null) {
      throw Errors.typeError("argument should be integer or None, not '%s'", value.type().fullName());
    }
    return Arguments.sequenceIndex(value);
  }

  /** A position in a file. */
  static long offset(PyObject value) {
    PyInt number = Arguments.index(value);
    if (number.fitsLong()) {
      return number.longValue();
    }
    throw Errors.valueError("cannot fit '%s' into an offset-sized integer", value.type().fullName());
  }

  /** The room of an argument that is to be filled, such as a bytearray. */
  static Buffer writable(PyObject value, String function) {
    try {
      if (Buffers.isBuffer(value)) {
        Buffer buffer = Buffers.get(value, BufferFlags.WRITABLE);
        if (buffer.isContiguous()) {
          return buffer;
        }
        buffer.close();
      }
    } catch (PyException e) {
      if (!e.is(PyExceptions.BufferError)) {
        throw e;
      }
    }
    throw Errors.typeError(
        "%s must be read-write bytes-like object, not %s",
        function, value == PyNone.NONE ? "None" : value.type().fullName());
  }

  /** {@code BlockingIOError}, with how much was written all the same. */
  static PyException wouldBlock(long written) {
    return Errors.of(
        PyExceptions.BlockingIOError,
        PyLong.of(EAGAIN),
        PyStr.of("write could not complete without blocking"),
        PyLong.of(written));
  }

  /** The bytes of an array up to a length, as an object that owns them. */
  static PyBytes bytes(byte[] array, int length) {
    return PyBytes.of(length == array.length ? array : Arrays.copyOf(array, length));
  }

  /** The refusal of {@code __reduce__}. */
  static PyException cannotPickle(PyObject stream) {
    return Errors.typeError("cannot pickle '%s' instances", stream.type().name());
  }

  /** Runs two steps of closing; the second also when the first failed, whose error is then its context. */
  static void both(Runnable first, Runnable second) {
    PyException failure = null;
    try {
      first.run();
    } catch (PyException e) {
      failure = e;
    }
    try {
      second.run();
    } catch (PyException e) {
      if (failure != null) {
        e.value().setContextFrom(failure.value());
      }
      throw e;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
