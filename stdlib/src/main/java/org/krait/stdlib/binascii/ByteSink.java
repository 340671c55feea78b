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
