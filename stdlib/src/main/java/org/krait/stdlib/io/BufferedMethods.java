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

/** The methods that all buffered streams on one raw stream have. */
final class BufferedMethods {
  private BufferedMethods() {}

  @Method("detach(self, /)")
  static PyObject detach(PyBuffered self) {
    self.checkInitialized();
    Streams.call(self, Streams.FLUSH);
    return self.detachRaw();
  }

  @Method("close(self, /)")
  static PyObject close(PyBuffered self) {
    self.checkInitialized();
    if (self.isClosed()) {
      return PyNone.NONE;
    }
    if (self.finalizing) {
      deallocWarn(self, self);
    }
    PyObject[] result = {PyNone.NONE};
    Streams.both(
        () -> Streams.call(self, Streams.FLUSH),
        () -> {
          self.enter();
          try {
            result[0] = Streams.call(self.raw(), Streams.CLOSE);
          } finally {
            self.free();
            self.leave();
          }
        });
    return result[0];
  }

  @Method("seekable(self, /)")
  static PyObject seekable(PyBuffered self) {
    return Streams.call(self.raw(), Streams.SEEKABLE);
  }

  @Method("fileno(self, /)")
  static PyObject fileno(PyBuffered self) {
    return Streams.call(self.raw(), Streams.FILENO);
  }

  @Method("isatty(self, /)")
  static PyObject isatty(PyBuffered self) {
    return Streams.call(self.raw(), Streams.ISATTY);
  }

  @Method("_dealloc_warn(self, source, /)")
  static PyObject deallocWarn(PyBuffered self, PyObject source) {
    try {
      Attributes.get(self.raw(), PyStr.interned("_dealloc_warn")).call(source);
    } catch (PyException ignored) {
      // Raw streams need not have it.
    }
    return PyNone.NONE;
  }

  @Method("tell(self, /)")
  static PyObject tell(PyBuffered self) {
    self.checkInitialized();
    self.enter();
    try {
      return PyLong.of(self.position());
    } finally {
      self.leave();
    }
  }

  @Method("seek(self, target, whence=0, /)")
  static PyObject seek(PyBuffered self, PyObject target, int whence) {
    self.checkInitialized();
    if (whence < 0 || whence > 2) {
      throw Errors.valueError("whence value %d unsupported", whence);
    }
    self.checkOpen("seek of closed file");
    Streams.check(self.raw(), Streams.SEEKABLE);
    long offset = Streams.offset(target);
    self.enter();
    try {
      return PyLong.of(self.moveTo(offset, whence));
    } finally {
      self.leave();
    }
  }

  @Method("truncate(self, pos=None, /)")
  static PyObject truncate(PyBuffered self, PyObject position) {
    self.checkInitialized();
    self.checkOpen("truncate of closed file");
    if (!self.writes()) {
      throw Streams.unsupported("truncate");
    }
    self.enter();
    try {
      self.rewind();
      PyObject length =
          Streams.call(
              self.raw(), Streams.TRUNCATE, position == null ? PyNone.NONE : position);
      forgetPosition(self);
      return length;
    } finally {
      self.leave();
    }
  }

  private static void forgetPosition(PyBuffered self) {
    try {
      self.rawTell();
    } catch (PyException e) {
      if (!e.is(PyExceptions.Exception)) {
        throw e;
      }
    }
  }

  @Method("__repr__(self, /)")
  static String repr(PyBuffered self) {
    String type = self.type().fullName();
    PyObject name;
    try {
      name = Attributes.get(self, Streams.NAME);
    } catch (PyException e) {
      if (!e.is(PyExceptions.AttributeError) && !e.is(PyExceptions.ValueError)) {
        throw e;
      }
      return "<" + type + ">";
    }
    if (!ReprGuard.enter(self)) {
      throw Errors.runtimeError("reentrant call inside %s.__repr__", type);
    }
    try {
      return "<" + type + " name=" + Objects.repr(name) + ">";
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__sizeof__(self, /)")
  static long sizeof(PyBuffered self) {
    return 152 + self.memory();
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyBuffered self) {
    throw Streams.cannotPickle(self);
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  static PyObject reduceEx(PyBuffered self, PyObject protocol) {
    throw Streams.cannotPickle(self);
  }

  @Getter(value = "raw", member = true)
  static PyObject raw(PyBuffered self) {
    return self.raw == null ? PyNone.NONE : self.raw;
  }

  @Getter(value = "_finalizing", member = true)
  static PyObject finalizing(PyBuffered self) {
    return PyBool.of(self.finalizing);
  }

  @Setter("_finalizing")
  static void setFinalizing(PyBuffered self, PyObject value) {
    self.finalizing = Objects.isTrue(value);
  }

  @Getter("closed")
  static PyObject closed(PyBuffered self) {
    return Attributes.get(self.raw(), Streams.CLOSED);
  }

  @Getter("name")
  static PyObject name(PyBuffered self) {
    return Attributes.get(self.raw(), Streams.NAME);
  }

  @Getter("mode")
  static PyObject mode(PyBuffered self) {
    return Attributes.get(self.raw(), Streams.MODE);
  }
}
