package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.ThreadState;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Codecs;
import org.krait.runtime.text.BytesPercentFormat;

/** What {@code bytes} and {@code bytearray} do alike as sequences and values. */
final class BytesMethods {
  private BytesMethods() {}

  @Method("__len__(self, /)")
  static long len(PyByteString self) {
    return self.length();
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyByteString self, PyObject other, int op) {
    if (other instanceof PyStr || other instanceof PyInt) {
      warnOfComparison(self, other, op);
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (self instanceof PyBytes && !(other instanceof PyBytes)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (other instanceof PyByteString bytes) {
      PyByteString right = bytes.settled();
      return compareBytes(self, right.store(), right.start(), right.end(), op);
    }
    if (!Buffers.isBuffer(other)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    byte[] right = Buffers.anyBytes(other);
    return compareBytes(self, right, 0, right.length, op);
  }

  /** {@code -b}: what is never equal is seldom meant to be compared. */
  private static void warnOfComparison(PyByteString self, PyObject other, int op) {
    boolean isMeant = other instanceof PyStr || self instanceof PyBytes;
    if ((op == Comparison.EQ || op == Comparison.NE) && isMeant && givesWarnings()) {
      String kind = other instanceof PyStr ? "string" : "int";
      Warnings.warn(
          PyExceptions.BytesWarning, "Comparison between " + self.kind() + " and " + kind, 1);
    }
  }

  private static boolean givesWarnings() {
    ThreadState thread = ThreadState.currentOrNull();
    return thread != null && thread.interpreter.options.bytesWarning > 0;
  }

  /** {@code -b}: the text of bytes is seldom what is meant. */
  static void warnOfText(PyByteString self) {
    if (givesWarnings()) {
      Warnings.warn(PyExceptions.BytesWarning, "str() on a " + self.kind() + " instance", 1);
    }
  }

  private static PyObject compareBytes(PyByteString left, byte[] right, int from, int to, int op) {
    PyByteString self = left.settled();
    if (op == Comparison.EQ || op == Comparison.NE) {
      boolean equal = Arrays.equals(self.store(), self.start(), self.end(), right, from, to);
      return PyBool.of(equal == (op == Comparison.EQ));
    }
    int order = Arrays.compareUnsigned(self.store(), self.start(), self.end(), right, from, to);
    return PyBool.of(Comparison.holds(order, op));
  }

  @Method("__getitem__(self, key, /)")
  static PyObject getitem(PyByteString self, PyObject key) {
    if (key instanceof PySlice slice) {
      return slice(self, slice.bounds().within(self.length()));
    }
    if (!Subscripts.isIndex(key)) {
      throw Subscripts.wrongKey(self instanceof PyBytes ? "byte" : "bytearray", key);
    }
    long index = Subscripts.index(key);
    long place = index < 0 ? index + self.length() : index;
    if (place < 0 || place >= self.length()) {
      throw Errors.indexError(
          self instanceof PyBytes ? "index out of range" : "bytearray index out of range");
    }
    return PyLong.of(self.get((int) place) & 0xff);
  }

  private static PyObject slice(PyByteString self, SliceBounds range) {
    int count = range.length();
    if (range.step() == 1) {
      boolean whole = count == self.length() && self.getClass() == PyBytes.class;
      return whole ? self : self.part((int) range.start(), (int) range.start() + count);
    }
    byte[] picked = new byte[count];
    for (int i = 0; i < count; i++) {
      picked[i] = self.get((int) range.start() + i * (int) range.step());
    }
    return self.make(picked);
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyByteString bytes, PyObject key) {
    PyByteString self = bytes.settled();
    if (Subscripts.isIndex(key)) {
      return ByteSearch.indexOf(
              self.store(), self.start(), self.end(), new byte[] {byteValue(key)})
          >= 0;
    }
    return ByteSearch.indexOf(self.store(), self.start(), self.end(), Buffers.bytes(key)) >= 0;
  }

  /** The byte that an int is, or ValueError. */
  static byte byteValue(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 255) {
      throw Errors.valueError("byte must be in range(0, 256)");
    }
    return (byte) number.longValue();
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyByteString self, PyObject value) {
    if (!Buffers.isBuffer(value)) {
      throw Errors.typeError(
          "can't concat %s to %s", value.type().fullName(), self.type().fullName());
    }
    if (self.getClass() == PyBytes.class && value.getClass() == PyBytes.class) {
      return ((PyBytes) self).concat((PyBytes) value);
    }
    byte[] right = Buffers.anyBytes(value);
    if (self.getClass() == PyBytes.class && right.length == 0) {
      return self;
    }
    if (self instanceof PyBytes && self.length() == 0 && value.getClass() == PyBytes.class) {
      return value;
    }
    byte[] all = Arrays.copyOf(self.data(), checkedLength((long) self.length() + right.length));
    System.arraycopy(right, 0, all, self.length(), right.length);
    return self.make(all);
  }

  static int checkedLength(long length) {
    if (length > Integer.MAX_VALUE - 8) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    return (int) length;
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyByteString self, long count) {
    if (count == 1 && self.getClass() == PyBytes.class) {
      return self;
    }
    return self.make(repeated(self, count));
  }

  static byte[] repeated(PyByteString self, long count) {
    int length = self.length();
    if (count <= 0 || length == 0) {
      return new byte[0];
    }
    if (count > Long.MAX_VALUE / length) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    byte[] all = Arrays.copyOf(self.data(), checkedLength(count * length));
    if (length == 1) {
      Arrays.fill(all, all[0]);
      return all;
    }
    for (int done = length; done < all.length; done *= 2) {
      System.arraycopy(all, 0, all, done, Math.min(done, all.length - done));
    }
    return all;
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyByteString self) {
    return self instanceof PyBytes ? new PyBytesIterator(self) : new PyByteArrayIterator(self);
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyObject self, PyObject value) {
    return self instanceof PyByteString format
        ? format.make(BytesPercentFormat.format(format.data(), value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rmod__(self, value, /)")
  static PyObject rmod(PyObject self, PyObject value) {
    boolean alike = value instanceof PyByteString left && self instanceof PyByteString right
        && left.kind().equals(right.kind());
    return alike ? mod(value, self) : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__buffer__(self, flags, /)")
  static PyObject buffer(PyByteString self, int flags) {
    return PyMemoryView.of(Buffers.lend(self, self, flags));
  }

  @Method("decode(self, /, encoding='utf-8', errors='strict')")
  static PyObject decode(PyByteString self, String encoding, String errors) {
    return Codecs.decodeText(self, encoding, errors);
  }

  @Method("join(self, iterable_of_bytes, /)")
  static PyObject join(PyByteString self, PyObject iterable) {
    if (self instanceof PyBytes) {
      return joinItems(self, iterable);
    }
    // The iterable must not change the separator under us.
    Buffer held = self.exportBuffer(BufferFlags.SIMPLE);
    try {
      return joinItems(self, iterable);
    } finally {
      held.close();
    }
  }

  private static PyObject joinItems(PyByteString self, PyObject iterable) {
    PyObject[] items = Iteration.items(iterable, "can only join an iterable");
    if (items.length == 1 && self instanceof PyBytes && items[0].getClass() == PyBytes.class) {
      return items[0];
    }
    byte[] separator = self.data();
    byte[][] parts = new byte[items.length][];
    long total = (long) separator.length * Math.max(0, items.length - 1);
    for (int i = 0; i < items.length; i++) {
      if (!Buffers.isBuffer(items[i])) {
        throw Errors.typeError(
            "sequence item %d: expected a bytes-like object, %s found",
            i, items[i].type().fullName());
      }
      parts[i] = Buffers.bytes(items[i]);
      total += parts[i].length;
    }
    byte[] all = new byte[checkedLength(total)];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        System.arraycopy(separator, 0, all, at, separator.length);
        at += separator.length;
      }
      System.arraycopy(parts[i], 0, all, at, parts[i].length);
      at += parts[i].length;
    }
    return self.make(all);
  }

  @Method("hex(self, /, sep=NULL, bytes_per_sep=1)")
  static PyObject hex(PyByteString self, PyObject sep, int bytesPerSep) {
    return PyStr.ofUnits(BytesHex.format(self.data(), sep, bytesPerSep));
  }

  @Method("fromhex(cls, string, /)")
  static PyObject fromhex(PyType cls, PyStr string) {
    byte[] bytes = BytesHex.parse(string);
    if (cls == PyBytes.TYPE) {
      return PyBytes.of(bytes);
    }
    return cls == PyByteArray.TYPE ? PyByteArray.of(bytes) : cls.call(PyBytes.of(bytes));
  }

  @Method("translate(self, table, /, delete=NULL)")
  static PyObject translate(PyByteString self, PyObject table, PyObject delete) {
    byte[] map = table == PyNone.NONE ? null : Buffers.bytes(table);
    if (map != null && map.length != 256) {
      throw Errors.valueError("translation table must be 256 characters long");
    }
    boolean[] deleted = new boolean[256];
    if (delete != null) {
      for (byte b : Buffers.bytes(delete)) {
        deleted[b & 0xff] = true;
      }
    }
    byte[] result = new byte[self.length()];
    int count = 0;
    for (int i = 0; i < self.length(); i++) {
      int b = self.get(i) & 0xff;
      if (!deleted[b]) {
        result[count++] = map == null ? (byte) b : map[b];
      }
    }
    return self.make(count == result.length ? result : Arrays.copyOf(result, count));
  }

  @Method("maketrans(frm, to, /)")
  static PyObject maketrans(PyObject from, PyObject to) {
    byte[] source = Buffers.bytes(from);
    byte[] target = Buffers.bytes(to);
    if (source.length != target.length) {
      throw Errors.valueError("maketrans arguments must have same length");
    }
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) i;
    }
    for (int i = 0; i < source.length; i++) {
      table[source[i] & 0xff] = target[i];
    }
    return PyBytes.of(table);
  }
}
