package org.krait.stdlib.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Arrays from and to lists, bytes, text and files. */
final class ArrayBytes {
  private static final int BLOCK = 64 * 1024;

  private ArrayBytes() {}

  @Method("tolist(self, /)")
  static PyObject toList(PyArray self) {
    PyObject[] all = new PyObject[self.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = self.get(i);
    }
    return PyList.of(all);
  }

  @Method("fromlist(self, list, /)")
  static void fromList(PyArray self, PyObject list) {
    if (!(list instanceof PyList source)) {
      throw Errors.typeError("arg must be list");
    }
    int size = source.size();
    ByteBuffer added =
        ByteBuffer.allocate(size * self.items.size).order(ByteOrder.nativeOrder());
    for (int i = 0; i < size; i++) {
      self.items.put(added, i * self.items.size, source.get(i));
      if (source.size() != size) {
        throw Errors.runtimeError("list changed size during iteration");
      }
    }
    self.replace(self.size(), self.size(), added.array());
  }

  @Method("tobytes(self, /)")
  static PyObject toBytes(PyArray self) {
    return PyBytes.of(self.copy());
  }

  @Method("frombytes(self, buffer, /)")
  static void fromBytes(PyArray self, PyObject source) {
    byte[] added;
    try (Buffer buffer = Buffers.get(source, BufferFlags.SIMPLE)) {
      if (buffer.itemSize() != 1) {
        throw Errors.typeError("a bytes-like object is required");
      }
      added = buffer.copy();
    }
    if (added.length % self.items.size != 0) {
      throw Errors.valueError("bytes length not a multiple of item size");
    }
    self.replace(self.size(), self.size(), added);
  }

  @Method("buffer_info(self, /)")
  static PyObject bufferInfo(PyArray self) {
    return PyTuple.of(PyInt.of(Objects.id(self)), PyInt.of(self.size()));
  }

  // ---- text

  @Method("tounicode(self, /)")
  static PyObject toUnicode(PyArray self) {
    if (self.items != ItemType.CHARACTER) {
      throw Errors.valueError("tounicode() may only be called on unicode type arrays");
    }
    return toText(self);
  }

  static PyStr toText(PyArray self) {
    int[] points = new int[self.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = ((PyStr) self.get(i)).codePointAt(0);
    }
    return PyStr.ofCodePoints(points, 0, points.length);
  }

  @Method("fromunicode(self, ustr, /)")
  static void fromUnicode(PyArray self, PyStr text) {
    if (self.items != ItemType.CHARACTER) {
      throw Errors.valueError("fromunicode() may only be called on unicode type arrays");
    }
    fromText(self, text);
  }

  static void fromText(PyArray self, PyStr text) {
    ByteBuffer added = ByteBuffer.allocate(text.length() * 4).order(ByteOrder.nativeOrder());
    for (int i = 0; i < text.length(); i++) {
      added.putInt(i * 4, text.codePointAt(i));
    }
    self.replace(self.size(), self.size(), added.array());
  }

  // ---- files

  @Method("tofile(self, f, /)")
  static void toFile(PyArray self, PyObject file) {
    PyObject write = Attributes.get(file, PyStr.interned("write"));
    byte[] all = self.copy();
    for (int at = 0; at < all.length; at += BLOCK) {
      int end = Math.min(all.length, at + BLOCK);
      write.call(PyBytes.of(java.util.Arrays.copyOfRange(all, at, end)));
    }
  }

  @Method("fromfile(self, f, n, /)")
  static void fromFile(PyArray self, PyObject file, long n) {
    if (n < 0) {
      throw Errors.valueError("negative count");
    }
    long wanted = Math.multiplyExact(Math.min(n, Integer.MAX_VALUE), self.items.size);
    PyObject read = Attributes.get(file, PyStr.interned("read"));
    if (!(read.call(PyLong.of(wanted)) instanceof PyBytes bytes)) {
      throw Errors.typeError("read() didn't return bytes");
    }
    fromBytes(self, bytes);
    if (bytes.length() != wanted) {
      throw Errors.make(PyExceptions.EOFError, "read() didn't return enough bytes");
    }
  }
}
