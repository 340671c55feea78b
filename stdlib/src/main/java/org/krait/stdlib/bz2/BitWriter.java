package org.krait.stdlib.bz2;

import java.util.Arrays;

/** Collects bits into bytes, the highest first. */
final class BitWriter {
  private byte[] bytes = new byte[1024];
  private int size;
  private long pending;
  private int count;

  /** Writes up to 32 bits. */
  void bits(int width, int value) {
    pending = pending << width | value & (1L << width) - 1;
    count += width;
    while (count >= 8) {
      count -= 8;
      put((byte) (pending >>> count));
    }
  }

  private void put(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = value;
  }

  /** Fills the last byte with zeros. */
  void finish() {
    if (count > 0) {
      bits(8 - count, 0);
    }
  }

  /** The whole bytes since the last time. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }
}
