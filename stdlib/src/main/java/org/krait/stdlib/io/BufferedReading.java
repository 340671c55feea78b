package org.krait.stdlib.io;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** The methods of {@code BufferedReader} and {@code BufferedRandom} that read. */
final class BufferedReading {
  private BufferedReading() {}

  @Method("readable(self, /)")
  static PyObject readable(PyBuffered self) {
    return Streams.call(self.raw(), Streams.READABLE);
  }

  @Method("read(self, size=-1, /)")
  static PyObject read(PyBuffered self, PyObject size) {
    long count = Streams.size(size);
    if (count < -1) {
      self.checkInitialized();
      throw Errors.valueError("read length must be non-negative or -1");
    }
    byte[] bytes = readBytes(self, count);
    return bytes == null ? PyNone.NONE : PyBytes.of(bytes);
  }

  /** Reads so many bytes, or all for -1; null when none are there yet. */
  static byte[] readBytes(PyBuffered self, long count) {
    self.checkOpen("read of closed file");
    self.enter();
    try {
      return count < 0
          ? self.readAll()
          : self.read((int) Math.min(count, Integer.MAX_VALUE - 8));
    } finally {
      self.leave();
    }
  }

  @Method("read1(self, size=-1, /)")
  static PyObject read1(PyBuffered self, long size) {
    return PyBytes.of(read1Bytes(self, size));
  }

  static byte[] read1Bytes(PyBuffered self, long size) {
    self.checkInitialized();
    long count = size < 0 ? self.size() : size;
    self.checkOpen("read of closed file");
    self.enter();
    try {
      return self.read1((int) Math.min(count, Integer.MAX_VALUE - 8));
    } finally {
      self.leave();
    }
  }

  @Method("readinto(self, buffer, /)")
  static PyObject readinto(PyBuffered self, PyObject room) {
    return readinto(self, room, "readinto() argument", false);
  }

  @Method("readinto1(self, buffer, /)")
  static PyObject readinto1(PyBuffered self, PyObject room) {
    return readinto(self, room, "readinto1() argument", true);
  }

  private static PyObject readinto(PyBuffered self, PyObject room, String which, boolean once) {
    try (Buffer buffer = Streams.writable(room, which)) {
      self.checkInitialized();
      self.checkOpen("readinto of closed file");
      int length = buffer.length();
      boolean isArray = buffer.memory().hasArray();
      byte[] target = isArray ? buffer.memory().array() : new byte[length];
      int from = isArray ? buffer.memory().arrayOffset() + buffer.offset() : 0;
      int count = locked(self, target, from, length, once);
      if (!isArray && count > 0) {
        buffer.memory().put(buffer.offset(), target, 0, count);
      }
      return count < 0 ? PyNone.NONE : PyLong.of(count);
    }
  }

  private static int locked(PyBuffered self, byte[] target, int from, int length, boolean once) {
    self.enter();
    try {
      return self.readInto(target, from, length, once);
    } finally {
      self.leave();
    }
  }

  @Method("peek(self, size=0, /)")
  static PyObject peek(PyBuffered self, long size) {
    self.checkOpen("peek of closed file");
    self.enter();
    try {
      return PyBytes.of(self.peek());
    } finally {
      self.leave();
    }
  }

  @Method("readline(self, size=-1, /)")
  static PyObject readline(PyBuffered self, PyObject size) {
    return line(self, Streams.size(size));
  }

  private static PyObject line(PyBuffered self, long limit) {
    self.checkOpen("readline of closed file");
    self.enter();
    try {
      return PyBytes.of(self.readLine(limit));
    } finally {
      self.leave();
    }
  }

  @Method("__next__(self, /)")
  static PyObject next(PyBuffered self) {
    PyType type = self.type();
    PyObject line;
    if (type == PyBufferedReader.TYPE || type == PyBufferedRandom.TYPE) {
      line = line(self, -1);
    } else {
      line = Streams.call(self, Streams.READLINE);
      if (!(line instanceof PyBytes)) {
        throw Errors.make(
            PyExceptions.OSError,
            "readline() should have returned a bytes object, not '%s'",
            line.type().fullName());
      }
    }
    return ((PyBytes) line).length() == 0 ? null : line;
  }
}
