package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Reading, writing and moving in {@code _io.FileIO}. */
final class FileIOMethods {
  private static final int CHUNK = 1 << 16;

  private FileIOMethods() {}

  @Method("read(self, size=-1, /)")
  static PyObject read(PyFileIO self, PyObject size) {
    long wanted = Streams.size(size);
    self.checkOpen();
    checkReads(self);
    if (wanted < 0) {
      return readall(self);
    }
    byte[] bytes = new byte[(int) Math.min(wanted, Integer.MAX_VALUE - 8)];
    int count = self.readInto(bytes, 0, bytes.length);
    return count < 0 ? PyNone.NONE : Streams.bytes(bytes, count);
  }

  private static void checkReads(PyFileIO self) {
    if (!self.mode().reads()) {
      throw Streams.unsupported("File not open for reading");
    }
  }

  @Method("readall(self, /)")
  static PyObject readall(PyFileIO self) {
    byte[] all = readAll(self);
    return all == null ? PyNone.NONE : PyBytes.of(all);
  }

  /** Everything up to the end; null when nothing is there yet. */
  static byte[] readAll(PyFileIO self) {
    self.checkOpen();
    long rest = self.remaining();
    byte[] all = new byte[rest < 0 || rest > 1 << 30 ? CHUNK : (int) rest + 1];
    int length = 0;
    while (true) {
      if (length == all.length) {
        all = Arrays.copyOf(all, length + Math.max(CHUNK, length >> 1));
      }
      int count = self.file().read(all, length, all.length - length);
      if (count <= 0) {
        return count < 0 && length == 0
            ? null
            : length == all.length ? all : Arrays.copyOf(all, length);
      }
      length += count;
    }
  }

  @Method("readinto(self, buffer, /)")
  static PyObject readinto(PyFileIO self, PyObject room) {
    try (Buffer buffer = Streams.writable(room, "readinto() argument 1")) {
      self.checkOpen();
      checkReads(self);
      int length = buffer.length();
      if (buffer.memory().hasArray()) {
        int from = buffer.memory().arrayOffset() + buffer.offset();
        return count(self.readInto(buffer.memory().array(), from, length));
      }
      byte[] bytes = new byte[length];
      int count = self.readInto(bytes, 0, length);
      buffer.memory().put(buffer.offset(), bytes, 0, Math.max(count, 0));
      return count(count);
    }
  }

  private static PyObject count(int count) {
    return count < 0 ? PyNone.NONE : PyLong.of(count);
  }

  @Method("write(self, b, /)")
  static PyObject write(PyFileIO self, PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    return count(self.writeFrom(bytes, 0, bytes.length));
  }

  @Method("seek(self, pos, whence=0, /)")
  static PyObject seek(PyFileIO self, PyObject position, int whence) {
    self.checkOpen();
    return PyLong.of(self.moveTo(Streams.offset(position), whence));
  }

  @Method("tell(self, /)")
  static PyObject tell(PyFileIO self) {
    return PyLong.of(self.moveTo(0, 1));
  }

  @Method("truncate(self, size=None, /)")
  static PyObject truncate(PyFileIO self, PyObject size) {
    self.checkOpen();
    if (!self.mode().writes()) {
      throw Streams.unsupported("File not open for writing");
    }
    PyObject length = size == null || size == PyNone.NONE ? tell(self) : size;
    self.file().truncate(Streams.offset(length));
    return length;
  }

  @Method("readable(self, /)")
  static PyObject readable(PyFileIO self) {
    self.checkOpen();
    return PyBool.of(self.mode().reads());
  }

  @Method("writable(self, /)")
  static PyObject writable(PyFileIO self) {
    self.checkOpen();
    return PyBool.of(self.mode().writes());
  }

  @Method("fileno(self, /)")
  static PyObject fileno(PyFileIO self) {
    return PyLong.of(self.descriptor());
  }

  @Method("isatty(self, /)")
  static PyObject isatty(PyFileIO self) {
    self.checkOpen();
    return PyBool.of(self.isTerminal());
  }

  @Getter("closefd")
  static PyObject closefd(PyFileIO self) {
    return PyBool.of(self.closesDescriptor());
  }

  @Getter("mode")
  static PyObject mode(PyFileIO self) {
    return PyStr.of(self.mode().toString());
  }

  @Method(value = "_dealloc_warn(self, source, /)", textSignature = false)
  static PyObject deallocWarn(PyFileIO self, PyObject source) {
    if (!self.isClosed() && self.closesDescriptor()) {
      try {
        Warnings.unclosed(source, "unclosed file " + org.krait.runtime.Objects.repr(source));
      } catch (PyException ignored) {
        // Nobody to tell: the file is being dropped.
      }
    }
    return PyNone.NONE;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyFileIO self) {
    throw Streams.cannotPickle(self);
  }

  @Method(value = "__reduce_ex__(self, protocol, /)", textSignature = false)
  static PyObject reduceEx(PyFileIO self, PyObject protocol) {
    throw Streams.cannotPickle(self);
  }
}
