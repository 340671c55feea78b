package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;

/** All that a raw stream of any class still has. */
final class RawContent {
  private RawContent() {}

  /** Everything up to the end; null when nothing is there yet. */
  static byte[] readAll(PyObject raw) {
    PyObject readall = Attributes.getOrNull(raw, Streams.READALL);
    if (readall != null) {
      PyObject answer = readall.call();
      if (answer != PyNone.NONE && !(answer instanceof PyBytes)) {
        throw Errors.typeError("readall() should return bytes");
      }
      return answer instanceof PyBytes bytes ? bytes.array() : null;
    }
    byte[] all = null;
    while (true) {
      PyObject part = Streams.call(raw, Streams.READ);
      if (part != PyNone.NONE && !(part instanceof PyBytes)) {
        throw Errors.typeError("read() should return bytes");
      }
      byte[] bytes = part instanceof PyBytes some ? some.array() : null;
      if (bytes == null || bytes.length == 0) {
        return all == null ? bytes : all;
      }
      all = all == null ? bytes : join(all, bytes);
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
