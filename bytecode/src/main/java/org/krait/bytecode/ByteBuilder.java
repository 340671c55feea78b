package org.krait.bytecode;

import java.util.Arrays;

/** A byte array that grows; unlike Java's own, without a lock, since tables are written often. */
final class ByteBuilder {
  private static final byte[] EMPTY = {};

  private byte[] bytes = EMPTY;
  private int size;

  /** Appends the lowest eight bits. */
  void write(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(64, size * 2));
    }
    bytes[size++] = (byte) value;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
