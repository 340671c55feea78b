package org.krait.stdlib.pickle;

import java.util.Arrays;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;

/** The bytes of a pickle while it is written, in frames from protocol 4 on. */
final class PickleOutput {
  private static final int FRAME_HEADER = 9;
  private static final int SMALLEST_FRAME = 4;
  private static final int FRAME_TARGET = 64 * 1024;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[512];
  private int size;
  private boolean framing;
  private int frameStart = -1;

  /** The method {@code write} of the file, or null when everything is kept. */
  private final PyObject write;

  PickleOutput(PyObject write) {
    this.write = write;
  }

  void clear() {
    size = 0;
    framing = false;
    frameStart = -1;
  }

  void setFraming(boolean on) {
    framing = on;
  }

  private void room(int count) {
    if (frameStart < 0 && framing) {
      openFrame();
    }
    if (bytes.length - size < count) {
      grow(count);
    }
  }

  private void openFrame() {
    if (bytes.length - size < FRAME_HEADER) {
      grow(FRAME_HEADER);
    }
    frameStart = size;
    size += FRAME_HEADER;
  }

  private void grow(int count) {
    long wanted = (long) size + count;
    if (wanted > LARGEST) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, wanted + (wanted >> 1)));
  }

  /** An instruction without argument. */
  void op(int op) {
    room(1);
    bytes[size++] = (byte) op;
  }

  /** An instruction with a byte. */
  void op1(int op, int argument) {
    room(2);
    bytes[size] = (byte) op;
    bytes[size + 1] = (byte) argument;
    size += 2;
  }

  /** An instruction with two bytes, the low one first. */
  void op2(int op, int argument) {
    room(3);
    bytes[size] = (byte) op;
    bytes[size + 1] = (byte) argument;
    bytes[size + 2] = (byte) (argument >> 8);
    size += 3;
  }

  /** An instruction with four bytes, the low one first. */
  void op4(int op, int argument) {
    room(5);
    bytes[size++] = (byte) op;
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[size++] = (byte) (argument >> shift);
    }
  }

  /** An instruction with eight bytes, the high one first. */
  void op8(int op, long argument) {
    room(9);
    bytes[size++] = (byte) op;
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (argument >> shift);
    }
  }

  /** An instruction with a line of ASCII. */
  void line(int op, String text) {
    int length = text.length();
    room(length + 2);
    bytes[size++] = (byte) op;
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    bytes[size++] = '\n';
  }

  /** Bytes as they are. */
  void raw(byte[] data) {
    room(data.length);
    System.arraycopy(data, 0, bytes, size, data.length);
    size += data.length;
  }

  /**
   * Writes an instruction, the length of its data and ASCII text.
   *
   * @param width the number of bytes of the length: 1, 4 or 8
   */
  @SuppressWarnings("deprecation") // the low byte of each char is what is wanted
  void ascii(int op, int width, String text) {
    int length = text.length();
    room(1 + width + length);
    header(op, width, length);
    text.getBytes(0, length, bytes, size);
    size += length;
  }

  private void header(int op, int width, int length) {
    bytes[size++] = (byte) op;
    for (int i = 0; i < width; i++) {
      bytes[size++] = (byte) (i < 4 ? length >> 8 * i : 0);
    }
  }

  /** Whether data of this length stay outside of frames. */
  static boolean isLarge(int length) {
    return length >= FRAME_TARGET;
  }

  /**
   * Writes an instruction, the length of its data and the data; large data by themselves.
   *
   * @param payload what is given to the file for large data, or null for fresh bytes
   */
  void data(int op, int width, byte[] data, PyObject payload) {
    if (!isLarge(data.length)) {
      room(1 + width + data.length);
      header(op, width, data.length);
      System.arraycopy(data, 0, bytes, size, data.length);
      size += data.length;
      return;
    }
    boolean framed = framing;
    commitFrame();
    framing = false;
    room(1 + width);
    header(op, width, data.length);
    if (write != null) {
      flush();
      write.call(payload != null ? payload : PyBytes.of(data));
    } else {
      raw(data);
    }
    framing = framed;
  }

  /** Between two objects: a frame that is large enough ends. */
  void boundary() {
    if (frameStart >= 0 && size - frameStart - FRAME_HEADER >= FRAME_TARGET) {
      commitFrame();
      if (write != null) {
        flush();
      }
    }
  }

  void commitFrame() {
    if (frameStart < 0) {
      return;
    }
    int start = frameStart;
    int length = size - start - FRAME_HEADER;
    if (length >= SMALLEST_FRAME) {
      bytes[start] = (byte) Op.FRAME;
      for (int i = 0; i < 8; i++) {
        bytes[start + 1 + i] = (byte) ((long) length >> 8 * i);
      }
    } else {
      System.arraycopy(bytes, start + FRAME_HEADER, bytes, start, length);
      size -= FRAME_HEADER;
    }
    frameStart = -1;
  }

  /** Gives everything to the file. */
  void flush() {
    PyBytes all = take();
    write.call(all);
  }

  /** Everything since the last time. */
  PyBytes take() {
    commitFrame();
    PyBytes all = PyBytes.of(Arrays.copyOf(bytes, size));
    size = 0;
    return all;
  }
}
