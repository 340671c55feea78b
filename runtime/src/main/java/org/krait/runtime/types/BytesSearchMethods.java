package org.krait.runtime.types;

import java.io.ByteArrayOutputStream;
import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.buffer.Buffers;

/** The methods of {@code bytes} and {@code bytearray} that look for a part. */
final class BytesSearchMethods {
  private BytesSearchMethods() {}

  /** A part to look for: bytes, or an int for one byte. */
  private static byte[] part(PyObject sub) {
    if (Buffers.isBuffer(sub)) {
      return Buffers.bytes(sub);
    }
    if (!Subscripts.isIndex(sub)) {
      throw Errors.typeError(
          "argument should be integer or bytes-like object, not '%s'", sub.type().fullName());
    }
    return new byte[] {BytesMethods.byteValue(sub)};
  }

  private static int from(PyByteString self, long start) {
    int from = StrSearchMethods.from(start, self.length());
    return from > self.length() ? Integer.MAX_VALUE : self.start() + from;
  }

  private static int to(PyByteString self, long end) {
    return self.start() + StrSearchMethods.to(end, self.length());
  }

  private static int place(PyByteString self, int at) {
    return at < 0 ? -1 : at - self.start();
  }

  @Method(value = "find(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int find(PyByteString bytes, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    byte[] part = part(sub);
    PyByteString self = bytes.settled();
    return place(
        self, ByteSearch.indexOf(self.store(), from(self, start), to(self, end), part));
  }

  @Method(value = "rfind(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int rfind(PyByteString bytes, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    byte[] part = part(sub);
    PyByteString self = bytes.settled();
    return place(
        self, ByteSearch.lastIndexOf(self.store(), from(self, start), to(self, end), part));
  }

  @Method(value = "index(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int index(PyByteString self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    return found(find(self, sub, start, end));
  }

  @Method(value = "rindex(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int rindex(PyByteString self, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    return found(rfind(self, sub, start, end));
  }

  private static int found(int at) {
    if (at < 0) {
      throw Errors.valueError("subsection not found");
    }
    return at;
  }

  @Method(value = "count(self, sub, start=0, end=sys.maxsize, /)", parseTuple = true)
  static int count(PyByteString bytes, PyObject sub, @SliceIndex long start, @SliceIndex long end) {
    byte[] part = part(sub);
    PyByteString self = bytes.settled();
    return ByteSearch.count(self.store(), from(self, start), to(self, end), part);
  }

  @Method(value = "startswith(self, prefix, start=0, end=sys.maxsize, /)", parseTuple = true)
  static boolean startswith(
      PyByteString self, PyObject prefix, @SliceIndex long start, @SliceIndex long end) {
    return hasAffix(self, prefix, start, end, "startswith");
  }

  @Method(value = "endswith(self, suffix, start=0, end=sys.maxsize, /)", parseTuple = true)
  static boolean endswith(
      PyByteString self, PyObject suffix, @SliceIndex long start, @SliceIndex long end) {
    return hasAffix(self, suffix, start, end, "endswith");
  }

  private static boolean hasAffix(
      PyByteString self, PyObject affix, long start, long end, String method) {
    int from = from(self, start);
    int to = to(self, end);
    boolean front = method.equals("startswith");
    if (affix instanceof PyTuple several) {
      for (PyObject one : several.items()) {
        if (hasAffix(self, Buffers.bytes(one), from, to, front)) {
          return true;
        }
      }
      return false;
    }
    if (!Buffers.isBuffer(affix)) {
      throw Errors.typeError(
          "%s first arg must be bytes or a tuple of bytes, not %s",
          method, affix.type().fullName());
    }
    return hasAffix(self, Buffers.bytes(affix), from, to, front);
  }

  private static boolean hasAffix(
      PyByteString self, byte[] affix, int from, int to, boolean front) {
    return from <= to
        && affix.length <= to - from
        && ByteSearch.matches(self.store(), front ? from : to - affix.length, affix);
  }

  /** The value itself where nothing changes, for bytes; a copy for bytearray. */
  static PyObject unchanged(PyByteString self) {
    return self.getClass() == PyBytes.class ? self : self.part(0, self.length());
  }

  @Method("removeprefix(self, prefix, /)")
  static PyObject removeprefix(PyByteString self, PyObject prefix) {
    byte[] part = Buffers.bytes(prefix);
    return part.length > 0 && hasAffix(self, part, self.start(), self.end(), true)
        ? self.part(part.length, self.length())
        : unchanged(self);
  }

  @Method("removesuffix(self, suffix, /)")
  static PyObject removesuffix(PyByteString self, PyObject suffix) {
    byte[] part = Buffers.bytes(suffix);
    return part.length > 0 && hasAffix(self, part, self.start(), self.end(), false)
        ? self.part(0, self.length() - part.length)
        : unchanged(self);
  }

  @Method("replace(self, old, new, count=-1, /)")
  static PyObject replace(PyByteString self, PyObject old, PyObject by, long count) {
    byte[] part = Buffers.bytes(old);
    byte[] with = Buffers.bytes(by);
    long left = count < 0 ? Long.MAX_VALUE : count;
    byte[] bytes = self.data();
    if (part.length == 0) {
      return left == 0 ? unchanged(self) : self.make(interleave(bytes, with, left));
    }
    int at = left == 0 ? -1 : ByteSearch.indexOf(bytes, 0, bytes.length, part);
    if (at < 0) {
      return unchanged(self);
    }
    if (part.length == 1 && with.length == 1) {
      return self.make(replaceByte(bytes.clone(), at, part[0], with[0], left));
    }
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + 16);
    int done = 0;
    for (; at >= 0 && left > 0; left--) {
      result.write(bytes, done, at - done);
      result.write(with, 0, with.length);
      done = at + part.length;
      at = ByteSearch.indexOf(bytes, done, bytes.length, part);
    }
    result.write(bytes, done, bytes.length - done);
    return self.make(result.toByteArray());
  }

  private static byte[] replaceByte(byte[] bytes, int from, byte old, byte by, long count) {
    long left = count;
    for (int i = from; i < bytes.length && left > 0; i++) {
      if (bytes[i] == old) {
        bytes[i] = by;
        left--;
      }
    }
    return bytes;
  }

  private static byte[] interleave(byte[] bytes, byte[] with, long count) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + 16);
    long left = count;
    for (int i = 0; i <= bytes.length; i++) {
      if (left > 0) {
        left--;
        result.write(with, 0, with.length);
      }
      if (i < bytes.length) {
        result.write(bytes[i]);
      }
    }
    return result.toByteArray();
  }

  @Method("partition(self, sep, /)")
  static PyObject partition(PyByteString self, PyObject sep) {
    byte[] part = separator(sep);
    int at = place(self, ByteSearch.indexOf(self.store(), self.start(), self.end(), part));
    return at < 0
        ? PyTuple.of(unchanged(self), self.make(new byte[0]), self.make(new byte[0]))
        : around(self, sep, part, at);
  }

  @Method("rpartition(self, sep, /)")
  static PyObject rpartition(PyByteString self, PyObject sep) {
    byte[] part = separator(sep);
    int at = place(self, ByteSearch.lastIndexOf(self.store(), self.start(), self.end(), part));
    return at < 0
        ? PyTuple.of(self.make(new byte[0]), self.make(new byte[0]), unchanged(self))
        : around(self, sep, part, at);
  }

  private static PyTuple around(PyByteString self, PyObject sep, byte[] part, int at) {
    PyObject middle = self instanceof PyBytes ? sep : self.make(part.clone());
    return PyTuple.of(
        self.part(0, at), middle, self.part(at + part.length, self.length()));
  }

  static byte[] separator(PyObject sep) {
    byte[] part = Buffers.bytes(sep);
    if (part.length == 0) {
      throw Errors.valueError("empty separator");
    }
    return part;
  }
}
