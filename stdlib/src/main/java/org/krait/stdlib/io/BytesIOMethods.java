package org.krait.stdlib.io;

import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** The methods of {@code BytesIO}. */
final class BytesIOMethods {
  private BytesIOMethods() {}

  @Method("readable(self, /)")
  static PyObject readable(PyBytesIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method("writable(self, /)")
  static PyObject writable(PyBytesIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method("seekable(self, /)")
  static PyObject seekable(PyBytesIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method("flush(self, /)")
  static void flush(PyBytesIO self) {
    self.checkOpen();
  }

  @Method("isatty(self, /)")
  static boolean isatty(PyBytesIO self) {
    self.checkOpen();
    return false;
  }

  @Method("tell(self, /)")
  static long tell(PyBytesIO self) {
    self.checkOpen();
    return self.position();
  }

  @Method("write(self, b, /)")
  static PyObject write(PyBytesIO self, PyObject data) {
    self.checkOpen();
    self.checkResizable();
    return PyLong.of(self.write(Buffers.bytes(data)));
  }

  @Method("writelines(self, lines, /)")
  static void writelines(PyBytesIO self, PyObject lines) {
    self.checkOpen();
    PyObject iterator = Iteration.iterator(lines);
    for (PyObject line = Iteration.next(iterator); line != null; line = Iteration.next(iterator)) {
      write(self, line);
    }
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyBytesIO self, PyObject size) {
    return self.read(Streams.size(size));
  }

  @Method("read1(self, size=-1, /)")
  static PyObject read1(PyBytesIO self, PyObject size) {
    return self.read(Streams.size(size));
  }

  @Method("readinto(self, buffer, /)")
  static long readinto(PyBytesIO self, PyObject room) {
    self.checkOpen();
    try (Buffer buffer = Streams.writable(room, "readinto() argument")) {
      return self.readInto(buffer);
    }
  }

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyBytesIO self, PyObject size) {
    return self.readLine(Streams.size(size));
  }

  @Method("readlines(self, size=None, /)")
  static PyObject readlines(PyBytesIO self, PyObject size) {
    self.checkOpen();
    long most = -1;
    if (size != null && size != PyNone.NONE) {
      if (!(size instanceof PyInt) && size.type().special(Special.INDEX) == null) {
        throw Errors.typeError("integer argument expected, got '%s'", size.type().fullName());
      }
      most = Arguments.toLong(size);
    }
    PyList lines = PyList.withRoom(16);
    long total = 0;
    for (PyBytes line = self.readLine(-1); line.length() > 0; line = self.readLine(-1)) {
      lines.append(line);
      total += line.length();
      if (most > 0 && total >= most) {
        break;
      }
    }
    return lines;
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyBytesIO self) {
    return self;
  }

  @Method("__next__(self, /)")
  static PyObject next(PyBytesIO self) {
    PyBytes line = self.readLine(-1);
    return line.length() == 0 ? null : line;
  }

  @Method("getvalue(self, /)")
  static PyObject getvalue(PyBytesIO self) {
    return self.value();
  }

  @Method("seek(self, pos, whence=0, /)")
  static long seek(PyBytesIO self, long offset, int whence) {
    self.checkOpen();
    if (whence == 0 && offset < 0) {
      throw PyBytesIO.negative("seek", offset);
    }
    long base =
        switch (whence) {
          case 0 -> 0;
          case 1 -> self.position();
          case 2 -> self.size();
          default ->
              throw Errors.valueError("invalid whence (%d, should be 0, 1 or 2)", whence);
        };
    if (offset > Long.MAX_VALUE - base) {
      throw Errors.overflowError("new position too large");
    }
    self.setPosition(Math.max(base + offset, 0));
    return self.position();
  }

  @Method("truncate(self, size=None, /)")
  static long truncate(PyBytesIO self, PyObject size) {
    self.checkOpen();
    self.checkResizable();
    long length =
        size == null || size == PyNone.NONE ? self.position() : Streams.size(size);
    if (length < 0) {
      throw PyBytesIO.negative("size", length);
    }
    self.truncate(length);
    return length;
  }

  @Method(value = "__getstate__(self, /)", textSignature = false)
  static PyObject getState(PyBytesIO self) {
    PyDict own = self.ownDict();
    return PyTuple.of(
        self.value(),
        PyLong.of(self.position()),
        own == null || own.size() == 0 ? PyNone.NONE : own.copy());
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  static void setState(PyBytesIO self, PyObject state) {
    if (!(state instanceof PyTuple parts) || parts.size() < 3) {
      throw Errors.typeError(
          "%s.__setstate__ argument should be 3-tuple, got %s",
          self.type().fullName(), state.type().fullName());
    }
    self.checkResizable();
    self.checkOpen();
    PyObject content = parts.get(0);
    Buffers.bytes(content);
    self.restore(content, StatePosition.of(parts.get(1), ", not "));
    StatePosition.update(self, parts.get(2), "third");
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  static long sizeof(PyBytesIO self) {
    return 64 + 33 + self.size();
  }
}
