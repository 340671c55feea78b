package org.krait.stdlib.sre;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** The text or bytes in which a pattern is looked for. */
final class Subject {
  /** What the program passed. */
  final PyObject object;

  /** Text in which each char is a character; else null. */
  final String text;

  /** The characters of other text; else null. */
  final int[] points;

  /** The bytes, when it is no text; else null. */
  final byte[] bytes;

  final int length;

  Subject(PyObject object) {
    this.object = object;
    PyStr str = object instanceof PyStr s ? s : null;
    this.text = str == null ? null : str.units();
    this.points = str != null && text == null ? str.wide() : null;
    this.bytes = str == null ? content(object) : null;
    this.length = str != null ? str.length() : bytes.length;
  }

  private static byte[] content(PyObject object) {
    if (!Buffers.isBuffer(object)) {
      throw Errors.typeError(
          "expected string or bytes-like object, got '%s'", object.type().fullName());
    }
    return Buffers.bytes(object);
  }

  boolean isBytes() {
    return bytes != null;
  }

  int at(int index) {
    String units = text;
    return units != null ? units.charAt(index) : rare(index);
  }

  private int rare(int index) {
    return points != null ? points[index] : bytes[index] & 0xff;
  }

  /** A part, as {@code match.group()} gives it. */
  PyObject slice(int from, int to) {
    if (bytes == null) {
      return ((PyStr) object).substring(from, to);
    }
    if (object.getClass() == PyBytes.class) {
      boolean whole = from == 0 && to == length;
      return whole ? object : PyBytes.of(java.util.Arrays.copyOfRange(bytes, from, to));
    }
    return now(from, to);
  }

  /** A part of what the object has now: it may have changed since. */
  private PyObject now(int from, int to) {
    try (Buffer buffer = Buffers.get(object, BufferFlags.SIMPLE)) {
      int stop = Math.min(to, buffer.length());
      byte[] part = new byte[Math.max(0, stop - from)];
      if (part.length > 0) {
        buffer.memory().get(buffer.offset() + from, part);
      }
      return PyBytes.of(part);
    }
  }

  /** Has the object keep its size until the buffer is closed; null when it does so anyway. */
  Buffer hold() {
    boolean fixed = bytes == null || object.getClass() == PyBytes.class;
    return fixed ? null : Buffers.get(object, BufferFlags.SIMPLE);
  }
}
