package org.krait.stdlib.audio;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;

/** Samples of a width in bytes. */
final class Samples {
  private static final int WIDEST = 4;

  final int width;
  final byte[] bytes;

  private Samples(int width, byte[] bytes) {
    this.width = width;
    this.bytes = bytes;
  }

  /** Those of a fragment, which must be whole. */
  static Samples of(PyObject fragment, int width) {
    byte[] bytes = Buffers.bytes(fragment);
    check(width);
    if (bytes.length % width != 0) {
      throw error("not a whole number of frames");
    }
    return new Samples(width, bytes);
  }

  static Samples empty(int width, long count) {
    long size = count * width;
    if (size > Integer.MAX_VALUE - 8) {
      throw Errors.of(org.krait.runtime.types.PyExceptions.MemoryError);
    }
    return new Samples(width, new byte[(int) size]);
  }

  static void check(int width) {
    if (width < 1 || width > WIDEST) {
      throw error("Size should be 1, 2, 3 or 4");
    }
  }

  static PyException error(String message) {
    return Errors.make(AudioopModule.ERROR, "%s", message);
  }

  int count() {
    return bytes.length / width;
  }

  int get(int index) {
    int at = index * width;
    int value = bytes[at + width - 1];
    for (int i = width - 2; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  void set(int index, int value) {
    for (int i = 0; i < width; i++) {
      bytes[index * width + i] = (byte) (value >> 8 * i);
    }
  }

  /** A sample as one of 32 bits. */
  int full(int index) {
    return get(index) << 32 - 8 * width;
  }

  void setFull(int index, int value) {
    set(index, value >> 32 - 8 * width);
  }

  int highest() {
    return (int) ((1L << 8 * width - 1) - 1);
  }

  int lowest() {
    return (int) -(1L << 8 * width - 1);
  }

  /** Sets what a computation gave, within bounds and rounded down. */
  void setBounded(int index, double value) {
    double bounded = value;
    if (bounded > highest()) {
      bounded = highest();
    } else if (bounded < lowest() + 1.0) {
      bounded = lowest();
    }
    set(index, (int) Math.floor(bounded));
  }
}
