package org.krait.stdlib.io;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What a {@code TextIOWrapper} says about itself. */
final class TextAttributes {
  private TextAttributes() {}

  @Method("fileno(self, /)")
  static PyObject fileno(PyTextIOWrapper self) {
    self.checkAttached();
    return Streams.call(self.buffer, Streams.FILENO);
  }

  @Method("seekable(self, /)")
  static PyObject seekable(PyTextIOWrapper self) {
    self.checkAttached();
    return Streams.call(self.buffer, Streams.SEEKABLE);
  }

  @Method("readable(self, /)")
  static PyObject readable(PyTextIOWrapper self) {
    self.checkAttached();
    return Streams.call(self.buffer, Streams.READABLE);
  }

  @Method("writable(self, /)")
  static PyObject writable(PyTextIOWrapper self) {
    self.checkAttached();
    return Streams.call(self.buffer, Streams.WRITABLE);
  }

  @Method("isatty(self, /)")
  static PyObject isatty(PyTextIOWrapper self) {
    self.checkAttached();
    return Streams.call(self.buffer, Streams.ISATTY);
  }

  @Method("__repr__(self, /)")
  static String repr(PyTextIOWrapper self) {
    self.checkInitialized();
    String type = self.type().fullName();
    if (!ReprGuard.enter(self)) {
      throw Errors.runtimeError("reentrant call inside %s.__repr__", type);
    }
    try {
      StringBuilder text = new StringBuilder("<").append(type);
      append(text, self, Streams.NAME);
      append(text, self, Streams.MODE);
      PyObject encoding = PyStr.of(self.codec.name);
      return text.append(" encoding=").append(Objects.repr(encoding)).append('>').toString();
    } finally {
      ReprGuard.leave(self);
    }
  }

  private static void append(StringBuilder text, PyTextIOWrapper self, PyStr name) {
    PyObject value;
    try {
      value = Attributes.get(self, name);
    } catch (PyException e) {
      boolean expected = e.is(PyExceptions.AttributeError) || e.is(PyExceptions.ValueError);
      if (!expected) {
        throw e;
      }
      return;
    }
    text.append(' ').append(name).append('=').append(Objects.repr(value));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyTextIOWrapper self) {
    throw Streams.cannotPickle(self);
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  static PyObject reduceEx(PyTextIOWrapper self, PyObject protocol) {
    throw Streams.cannotPickle(self);
  }

  @Getter(value = "encoding", member = true)
  static PyObject encoding(PyTextIOWrapper self) {
    return self.codec == null ? PyNone.NONE : PyStr.of(self.codec.name);
  }

  @Getter(value = "buffer", member = true)
  static PyObject buffer(PyTextIOWrapper self) {
    return self.buffer == null ? PyNone.NONE : self.buffer;
  }

  @Getter(value = "line_buffering", member = true)
  static PyObject lineBuffering(PyTextIOWrapper self) {
    return PyBool.of(self.lineBuffering);
  }

  @Getter(value = "write_through", member = true)
  static PyObject writeThrough(PyTextIOWrapper self) {
    return PyBool.of(self.writeThrough);
  }

  @Getter(value = "_finalizing", member = true)
  static PyObject finalizing(PyTextIOWrapper self) {
    return PyBool.of(self.finalizing);
  }

  @Setter("_finalizing")
  static void setFinalizing(PyTextIOWrapper self, PyObject value) {
    self.finalizing = Objects.isTrue(value);
  }

  @Getter("name")
  static PyObject name(PyTextIOWrapper self) {
    self.checkAttached();
    return Attributes.get(self.buffer, Streams.NAME);
  }

  @Getter("closed")
  static PyObject closed(PyTextIOWrapper self) {
    self.checkAttached();
    return Attributes.get(self.buffer, Streams.CLOSED);
  }

  @Getter("newlines")
  static PyObject newlines(PyTextIOWrapper self) {
    self.checkAttached();
    return self.reader != null && self.reader.decoder instanceof StreamDecoder.Universal some
        ? some.newlines.seen()
        : PyNone.NONE;
  }

  @Getter("errors")
  static PyObject errors(PyTextIOWrapper self) {
    self.checkInitialized();
    return PyStr.of(self.codec.errors);
  }

  @Getter("_CHUNK_SIZE")
  static PyObject chunkSize(PyTextIOWrapper self) {
    self.checkAttached();
    return PyLong.of(self.chunkSize);
  }

  @Setter("_CHUNK_SIZE")
  static void setChunkSize(PyTextIOWrapper self, PyObject value) {
    self.checkAttached();
    if (value == null) {
      throw Errors.attributeError(
          self, PyStr.interned("_CHUNK_SIZE"), "cannot delete attribute");
    }
    long size = org.krait.runtime.Arguments.sequenceIndex(value);
    if (size <= 0) {
      throw Errors.valueError("a strictly positive integer is required");
    }
    self.chunkSize = (int) Math.min(size, 1 << 30);
  }
}
