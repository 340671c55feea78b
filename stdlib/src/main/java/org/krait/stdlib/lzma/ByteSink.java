package org.krait.stdlib.lzma;

import java.util.Arrays;

/** Bytes that grow at the end. */
final class ByteSink {
  byte[] bytes = new byte[256];
  int size;

  private void room(int count) {
    if (bytes.length - size < count) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, (int) Math.min(size * 2L, Integer.MAX_VALUE - 8)));
    }
  }

  void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void put(byte[] data, int from, int count) {
    room(count);
    System.arraycopy(data, from, bytes, size, count);
    size += count;
  }

  void put(byte[] data) {
    put(data, 0, data.length);
  }

  /** A number of so many bytes, the low one first. */
  void number(long value, int count) {
    for (int i = 0; i < count; i++) {
      put((int) (value >>> 8 * i));
    }
  }

  /** A number of seven bits a byte. */
  void variable(long value) {
    long rest = value;
    while (rest >= 0x80) {
      put((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
  }

  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }
}
