package org.krait.stdlib.pickle;

import java.util.Arrays;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyNone;

/**
 * The bytes of a pickle: all of them, or what was read of a file.
 *
 * <p>Of a file no more is taken than the pickle needs; what is looked at ahead is only peeked.
 */
final class PickleInput {
  private static final int PREFETCH = 128 * 1024;

  /** What is at hand, and the place of the next byte. */
  byte[] bytes;

  int at;

  /** Bytes before this place have been taken from the file. */
  private int taken;

  private PyObject read;
  private PyObject readline;
  private PyObject readinto;
  private PyObject peek;

  private PickleInput(byte[] bytes) {
    this.bytes = bytes;
  }

  static PickleInput ofBytes(byte[] bytes) {
    return new PickleInput(bytes);
  }

  static PickleInput ofFile(PyObject file) {
    PickleInput input = new PickleInput(new byte[0]);
    input.peek = Attributes.getOrNull(file, "peek");
    input.readinto = Attributes.getOrNull(file, "readinto");
    input.read = Attributes.getOrNull(file, "read");
    input.readline = Attributes.getOrNull(file, "readline");
    if (input.read == null || input.readline == null) {
      throw Errors.typeError("file must have 'read' and 'readline' attributes");
    }
    return input;
  }

  // ---- from the file

  /** Takes from the file what was read of what had been peeked. */
  void takeConsumed() {
    int consumed = at - taken;
    if (read == null || consumed <= 0) {
      return;
    }
    read.call(PyLong.of(consumed));
    taken = at;
  }

  private void give(PyObject data) {
    if (!Buffers.isBuffer(data)) {
      throw Buffers.notBytesLike(data);
    }
    bytes = Buffers.bytes(data);
    at = 0;
    taken = bytes.length;
  }

  /** Has at least this many bytes at hand, or an error. */
  void need(long count) {
    if (bytes.length - at >= count) {
      return;
    }
    if (read == null) {
      throw PickleErrors.truncated();
    }
    takeConsumed();
    if (peek != null && count < PREFETCH && peeked(count)) {
      return;
    }
    give(read.call(PyLong.of(count)));
    if (bytes.length < count) {
      throw PickleErrors.truncated();
    }
  }

  private boolean peeked(long count) {
    PyObject data;
    try {
      data = peek.call(PyLong.of(PREFETCH));
    } catch (PyException e) {
      if (!e.is(PyExceptions.NotImplementedError)) {
        throw e;
      }
      peek = null;
      return false;
    }
    give(data);
    taken = 0;
    return count <= bytes.length;
  }

  // ---- pieces

  /** A byte, from 0 to 255. */
  int next() {
    if (at < bytes.length) {
      return bytes[at++] & 0xff;
    }
    need(1);
    return bytes[at++] & 0xff;
  }

  /** The place of so many bytes, which are taken. */
  int place(int count) {
    if (bytes.length - at < count) {
      need(count);
    }
    int place = at;
    at += count;
    return place;
  }

  /** Two bytes, the low one first. */
  int next2() {
    int place = place(2);
    return bytes[place] & 0xff | (bytes[place + 1] & 0xff) << 8;
  }

  /** Four bytes, the low one first. */
  int next4() {
    int place = place(4);
    return bytes[place] & 0xff
        | (bytes[place + 1] & 0xff) << 8
        | (bytes[place + 2] & 0xff) << 16
        | bytes[place + 3] << 24;
  }

  /** Eight bytes, the low one first. */
  long next8() {
    long low = next4() & 0xffffffffL;
    return low | (long) next4() << 32;
  }

  /** A line with its end; an error when it has none. */
  byte[] line() {
    for (int i = at; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        byte[] line = Arrays.copyOfRange(bytes, at, i + 1);
        at = i + 1;
        return line;
      }
    }
    if (read == null) {
      throw PickleErrors.truncated();
    }
    takeConsumed();
    give(readline.call());
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw PickleErrors.truncated();
    }
    at = bytes.length;
    return bytes;
  }

  /** A line with its end, which has something before it. */
  byte[] fullLine() {
    byte[] line = line();
    if (line.length < 2) {
      throw PickleErrors.truncated();
    }
    return line;
  }

  /** So many bytes in a fresh array, straight from the file when they are not at hand. */
  byte[] take(long count) {
    int there = bytes.length - at;
    if (count <= there) {
      byte[] piece = Arrays.copyOfRange(bytes, at, at + (int) count);
      at += (int) count;
      return piece;
    }
    if (read == null) {
      throw PickleErrors.truncated();
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    byte[] piece = new byte[(int) count];
    System.arraycopy(bytes, at, piece, 0, there);
    at = bytes.length;
    takeConsumed();
    fill(piece, there);
    return piece;
  }

  private void fill(byte[] piece, int from) {
    int wanted = piece.length - from;
    if (readinto == null) {
      PyObject data = read.call(PyLong.of(wanted));
      if (!(data instanceof PyBytes more)) {
        throw Errors.valueError("read() returned non-bytes object (%s)", Objects.repr(data));
      }
      if (more.length() < wanted) {
        throw PickleErrors.truncated();
      }
      System.arraycopy(more.array(), 0, piece, from, wanted);
      return;
    }
    PyByteArray room = PyByteArray.of(new byte[wanted]);
    PyMemoryView view = PyMemoryView.of(room);
    PyObject count = readinto.call(view);
    view.release();
    long got = org.krait.runtime.Arguments.toLong(count == PyNone.NONE ? PyLong.ZERO : count);
    if (got < 0) {
      throw Errors.valueError("readinto() returned negative size");
    }
    if (got < wanted) {
      throw PickleErrors.truncated();
    }
    System.arraycopy(room.copy(), 0, piece, from, wanted);
  }
}
