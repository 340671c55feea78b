package org.krait.stdlib.sre;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** The text or bytes in which a pattern is looked for. */
final class Subject {
  /** What the program passed. */
  final PyObject object;

  /** Text in which each char is a character; else null. */
  final String text;

  private final int[] points;
  private final byte[] bytes;
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
    if (from == 0 && to == length && object.getClass() == PyBytes.class) {
      return object;
    }
    return PyBytes.of(java.util.Arrays.copyOfRange(bytes, from, to));
  }
}
