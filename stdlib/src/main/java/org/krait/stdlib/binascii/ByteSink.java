package org.krait.stdlib.binascii;

import java.util.Arrays;
import org.krait.runtime.types.PyBytes;

/** Bytes that grow at the end. */
final class ByteSink {
  private byte[] bytes;
  private int length;

  ByteSink(int expected) {
    bytes = new byte[Math.max(expected, 16)];
  }

  void add(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }

  /** Adds the lowest three bytes, the upper one first. */
  void addThree(int value) {
    if (length + 3 > bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    byte[] to = bytes;
    int at = length;
    to[at] = (byte) (value >> 16);
    to[at + 1] = (byte) (value >> 8);
    to[at + 2] = (byte) value;
    length = at + 3;
  }

  /** Takes the last byte away. */
  void drop() {
    length--;
  }

  int length() {
    return length;
  }

  PyBytes toBytes() {
    return PyBytes.of(Arrays.copyOf(bytes, length));
  }
}
