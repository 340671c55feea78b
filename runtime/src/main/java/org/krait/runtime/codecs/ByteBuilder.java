package org.krait.runtime.codecs;

import java.util.Arrays;

/** Bytes under construction. */
public final class ByteBuilder {
  private byte[] bytes;
  private int length;

  public ByteBuilder(int capacity) {
    bytes = new byte[Math.max(capacity, 16)];
  }

  public int length() {
    return length;
  }

  public ByteBuilder append(int b) {
    if (length == bytes.length) {
      grow(1);
    }
    bytes[length++] = (byte) b;
    return this;
  }

  public ByteBuilder append(byte[] more) {
    return append(more, 0, more.length);
  }

  public ByteBuilder append(byte[] more, int from, int count) {
    if (length + count > bytes.length) {
      grow(count);
    }
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    return this;
  }

  /** Appends ASCII text. */
  public ByteBuilder append(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      append(ascii.charAt(i));
    }
    return this;
  }

  private void grow(int more) {
    bytes = Arrays.copyOf(bytes, Math.max(length + more, length + (length >> 1) + 16));
  }

  public byte[] toByteArray() {
    // Whatever is added to a full array goes to a copy of it.
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
