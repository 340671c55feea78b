package org.krait.stdlib.io;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The methods of {@code StringIO}. */
final class StringIOMethods {
  private StringIOMethods() {}

  @Method("write(self, s, /)")
  static PyObject write(PyStringIO self, PyObject given) {
    if (!(given instanceof PyStr text)) {
      throw Errors.typeError("string argument expected, got '%s'", given.type().fullName());
    }
    self.checkOpen();
    self.writeText(text);
    return PyLong.of(text.length());
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyStringIO self, PyObject size) {
    long count = Streams.size(size);
    self.checkOpen();
    return self.read(count);
  }

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyStringIO self, PyObject size) {
    long limit = Streams.size(size);
    self.checkOpen();
    return self.readLine(limit);
  }

  @Method("__next__(self, /)")
  static PyObject next(PyStringIO self) {
    self.checkOpen();
    PyObject line;
    if (self.type() == PyStringIO.TYPE) {
      line = self.readLine(-1);
    } else {
      line = Streams.call(self, Streams.READLINE);
      if (!(line instanceof PyStr)) {
        throw Errors.make(
            PyExceptions.OSError,
            "readline() should have returned a str object, not '%s'",
            line.type().fullName());
      }
    }
    return ((PyStr) line).length() == 0 ? null : line;
  }

  @Method("getvalue(self, /)")
  static PyObject getvalue(PyStringIO self) {
    self.checkOpen();
    return self.value();
  }

  @Method("tell(self, /)")
  static long tell(PyStringIO self) {
    self.checkOpen();
    return self.position();
  }

  @Method("seek(self, pos, whence=0, /)")
  static long seek(PyStringIO self, long offset, int whence) {
    self.checkOpen();
    if (whence < 0 || whence > 2) {
      throw Errors.valueError("Invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (whence == 0 && offset < 0) {
      throw Errors.valueError("Negative seek position %d", offset);
    }
    if (whence != 0 && offset != 0) {
      throw Errors.make(PyExceptions.OSError, "Can't do nonzero cur-relative seeks");
    }
    switch (whence) {
      case 0 -> self.setPosition(offset);
      case 2 -> self.setPosition(self.length());
      default -> {}
    }
    return self.position();
  }

  @Method("truncate(self, pos=None, /)")
  static long truncate(PyStringIO self, PyObject size) {
    self.checkOpen();
    long length =
        size == null || size == PyNone.NONE ? self.position() : Streams.size(size);
    if (length < 0) {
      throw Errors.valueError("Negative size value %d", length);
    }
    self.truncate(length);
    return length;
  }

  @Method("seekable(self, /)")
  static PyObject seekable(PyStringIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method("readable(self, /)")
  static PyObject readable(PyStringIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method("writable(self, /)")
  static PyObject writable(PyStringIO self) {
    self.checkOpen();
    return PyBool.TRUE;
  }

  @Method(value = "__getstate__(self, /)", textSignature = false)
  static PyObject getState(PyStringIO self) {
    self.checkOpen();
    PyDict own = self.ownDict();
    return PyTuple.of(
        self.value(),
        self.newlineArgument(),
        PyLong.of(self.position()),
        own == null || own.size() == 0 ? PyNone.NONE : own.copy());
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  static void setState(PyStringIO self, PyObject state) {
    self.checkNotClosed();
    if (!(state instanceof PyTuple parts) || parts.size() < 4) {
      throw Errors.typeError(
          "%s.__setstate__ argument should be 4-tuple, got %s",
          self.type().fullName(), state.type().fullName());
    }
    self.restore(parts.get(0), parts.get(1));
    self.setPosition(StatePosition.of(parts.get(2), ", got "));
    StatePosition.update(self, parts.get(3), "fourth");
  }
}
