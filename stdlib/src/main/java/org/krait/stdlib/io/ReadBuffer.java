package org.krait.stdlib.io;

import java.util.Arrays;

/** Bytes that were read ahead of the program. */
final class ReadBuffer {
  private static final byte[] NONE = {};

  byte[] bytes = NONE;
  int at;
  int end;

  int available() {
    return end - at;
  }

  void clear() {
    at = 0;
    end = 0;
  }

  /** Gives the memory back. */
  void free() {
    clear();
    bytes = NONE;
  }

  /** Room for what comes next, when everything before was taken. */
  byte[] room(int size) {
    clear();
    if (bytes.length != size) {
      bytes = new byte[size];
    }
    return bytes;
  }

  byte[] take(int count) {
    byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
    at += count;
    return taken;
  }

  int take(byte[] target, int from, int most) {
    int count = Math.min(most, available());
    System.arraycopy(bytes, at, target, from, count);
    at += count;
    return count;
  }

  /** How many bytes up to and with the next newline, or -1; no more than {@code most} are looked at. */
  int lineLength(int most) {
    byte[] array = bytes;
    int stop = at + Math.min(most, available());
    for (int i = at; i < stop; i++) {
      if (array[i] == '\n') {
        return i + 1 - at;
      }
    }
    return -1;
  }
}
