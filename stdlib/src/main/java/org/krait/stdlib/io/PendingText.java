package org.krait.stdlib.io;

import java.util.Arrays;

/** Encoded text on its way to a buffer. */
final class PendingText {
  private static final int FIRST_ROOM = 512;

  private byte[] bytes = new byte[FIRST_ROOM];
  private int count;

  int count() {
    return count;
  }

  /** The array to write into, from {@link #count} on, with room for so many bytes more. */
  byte[] room(int length, int usual) {
    if (count + length > bytes.length) {
      int larger = Math.max(count + length, Math.min(bytes.length * 4, usual));
      bytes = Arrays.copyOf(bytes, larger);
    }
    return bytes;
  }

  /** Counts bytes that were put into the room. */
  void added(int length) {
    count += length;
  }

  byte[] array() {
    return bytes;
  }

  /** Forgets the bytes; their array stays as it is until the next are put into it. */
  int clear() {
    int length = count;
    count = 0;
    return length;
  }

  /** Gives memory back after an uncommonly long text. */
  void shrink(int usual) {
    if (bytes.length > 2 * usual) {
      bytes = new byte[usual];
    }
  }

  byte[] take() {
    return Arrays.copyOf(bytes, clear());
  }
}
