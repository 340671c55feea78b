package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;

/** The methods of {@code bytes} and {@code bytearray} that cut them: split, lines, strip. */
final class BytesSplitMethods {
  private BytesSplitMethods() {}

  /** White space of ASCII. */
  static boolean isSpace(byte b) {
    return b == ' ' || b >= 9 && b <= 13;
  }

  @Method("split(self, /, sep=None, maxsplit=-1)")
  static PyList split(PyByteString self, PyObject sep, long maxsplit) {
    long limit = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    return sep == PyNone.NONE
        ? splitWords(self, limit)
        : splitAt(self, BytesSearchMethods.separator(sep), limit);
  }

  private static PyList splitWords(PyByteString self, long limit) {
    PyList parts = new PyList();
    int length = self.length();
    int at = skipSpace(self, 0);
    for (long left = limit; at < length && left > 0; left--) {
      int end = at + 1;
      while (end < length && !isSpace(self.get(end))) {
        end++;
      }
      parts.append(self.part(at, end));
      at = skipSpace(self, end);
    }
    if (at < length) {
      parts.append(self.part(at, length));
    }
    return parts;
  }

  private static int skipSpace(PyByteString self, int from) {
    int at = from;
    while (at < self.length() && isSpace(self.get(at))) {
      at++;
    }
    return at;
  }

  private static int skipSpaceBack(PyByteString self, int to) {
    int end = to;
    while (end > 0 && isSpace(self.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static PyList splitAt(PyByteString self, byte[] separator, long limit) {
    PyList parts = new PyList();
    byte[] bytes = self.data();
    int done = 0;
    for (long left = limit; left > 0; left--) {
      int at = ByteSearch.indexOf(bytes, done, bytes.length, separator);
      if (at < 0) {
        break;
      }
      parts.append(self.part(done, at));
      done = at + separator.length;
    }
    parts.append(done == 0 ? BytesSearchMethods.unchanged(self) : self.part(done, bytes.length));
    return parts;
  }

  @Method("rsplit(self, /, sep=None, maxsplit=-1)")
  static PyList rsplit(PyByteString self, PyObject sep, long maxsplit) {
    long limit = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    PyList parts = new PyList();
    if (sep == PyNone.NONE) {
      rsplitWords(self, limit, parts);
    } else {
      rsplitAt(self, BytesSearchMethods.separator(sep), limit, parts);
    }
    ListMethods.reverse(parts);
    return parts;
  }

  private static void rsplitWords(PyByteString self, long limit, PyList parts) {
    int end = skipSpaceBack(self, self.length());
    for (long left = limit; end > 0 && left > 0; left--) {
      int at = end - 1;
      while (at > 0 && !isSpace(self.get(at - 1))) {
        at--;
      }
      parts.append(self.part(at, end));
      end = skipSpaceBack(self, at);
    }
    if (end > 0) {
      parts.append(self.part(0, end));
    }
  }

  private static void rsplitAt(PyByteString self, byte[] separator, long limit, PyList parts) {
    byte[] bytes = self.data();
    int end = bytes.length;
    for (long left = limit; left > 0; left--) {
      int at = ByteSearch.lastIndexOf(bytes, 0, end, separator);
      if (at < 0) {
        break;
      }
      parts.append(self.part(at + separator.length, end));
      end = at;
    }
    parts.append(
        end == bytes.length ? BytesSearchMethods.unchanged(self) : self.part(0, end));
  }

  @Method("splitlines(self, /, keepends=False)")
  static PyList splitlines(PyByteString self, boolean keepends) {
    PyList lines = new PyList();
    int length = self.length();
    int at = 0;
    while (at < length) {
      int end = at;
      while (end < length && self.get(end) != '\n' && self.get(end) != '\r') {
        end++;
      }
      int next = end;
      if (end < length) {
        boolean pair =
            self.get(end) == '\r' && end + 1 < length && self.get(end + 1) == '\n';
        next = end + (pair ? 2 : 1);
      }
      lines.append(self.part(at, keepends ? next : end));
      at = next;
    }
    return lines;
  }

  @Method("strip(self, bytes=None, /)")
  static PyObject strip(PyByteString self, PyObject bytes) {
    return strip(self, bytes, true, true);
  }

  @Method("lstrip(self, bytes=None, /)")
  static PyObject lstrip(PyByteString self, PyObject bytes) {
    return strip(self, bytes, true, false);
  }

  @Method("rstrip(self, bytes=None, /)")
  static PyObject rstrip(PyByteString self, PyObject bytes) {
    return strip(self, bytes, false, true);
  }

  private static PyObject strip(PyByteString self, PyObject chars, boolean left, boolean right) {
    byte[] set = chars == PyNone.NONE ? null : Buffers.bytes(chars);
    int from = 0;
    int to = self.length();
    while (left && from < to && isStripped(self.get(from), set)) {
      from++;
    }
    while (right && to > from && isStripped(self.get(to - 1), set)) {
      to--;
    }
    return from == 0 && to == self.length()
        ? BytesSearchMethods.unchanged(self)
        : self.part(from, to);
  }

  private static boolean isStripped(byte b, byte[] set) {
    if (set == null) {
      return isSpace(b);
    }
    for (byte one : set) {
      if (one == b) {
        return true;
      }
    }
    return false;
  }
}
