package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.NumberItems;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.Exports;
import org.krait.runtime.execution.GuardFailed;
import org.krait.runtime.execution.Profile;

/**
 * {@code bytearray}.
 *
 * <p>The bytes lie somewhere in the array, so that taking some from the front is cheap. While a buffer
 * is lent, the size is fixed and with it the array.
 */
@BuiltinType(
    name = "bytearray",
    parts = {
      ByteArrayMethods.class,
      BytesMethods.class,
      BytesSearchMethods.class,
      BytesSplitMethods.class,
      BytesCaseMethods.class,
      BytesLayoutMethods.class
    },
    pattern = BuiltinType.Pattern.SELF,
    basicSize = 56)
public class PyByteArray extends PyByteString implements NumberItems {
  public static final PyType TYPE = PyType.builtin(new PyByteArrayTable());
  private static final byte[] NONE = {};

  private byte[] array = NONE;
  private int start;
  private int length;
  private final Exports exports = new Exports();

  public PyByteArray() {}

  /** A bytearray that takes over the array. */
  public static PyByteArray of(byte[] bytes) {
    PyByteArray made = new PyByteArray();
    made.array = bytes;
    made.length = bytes.length;
    return made;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final int length() {
    return length;
  }

  @Override
  final byte[] store() {
    return array;
  }

  @Override
  final int start() {
    return start;
  }

  @Override
  final PyByteString make(byte[] content) {
    return of(content);
  }

  @Override
  final String kind() {
    return "bytearray";
  }

  @Override
  final byte[] data() {
    if (Concurrency.active()) {
      return copy();
    }
    return start == 0 && length == array.length ? array : copy();
  }

  /** The bytes in a fresh array. */
  public final byte[] copy() {
    if (Concurrency.active()) {
      synchronized (this) {
        return Arrays.copyOfRange(array, start, start + length);
      }
    }
    return Arrays.copyOfRange(array, start, start + length);
  }

  public final void set(int index, byte value) {
    if (Concurrency.active()) {
      synchronized (this) {
        array[start + index] = value;
      }
    } else {
      array[start + index] = value;
    }
  }

  @Override
  public final int numberKind() {
    return Profile.LONG;
  }

  private int place(long index) {
    long at = index < 0 ? index + length : index;
    if (getClass() == PyByteArray.class && at >= 0 && at < length) {
      return (int) at;
    }
    throw GuardFailed.INSTANCE;
  }

  @Override
  public final long longItem(long index) {
    return get(place(index)) & 0xff;
  }

  @Override
  public final double doubleItem(long index) {
    throw GuardFailed.INSTANCE;
  }

  @Override
  public final void setLongItem(long index, long value) {
    int at = place(index);
    if (value != (value & 0xff)) {
      throw GuardFailed.INSTANCE;
    }
    set(at, (byte) value);
  }

  @Override
  public final void setDoubleItem(long index, double value) {
    throw GuardFailed.INSTANCE;
  }

  public final void append(byte value) {
    append(new byte[] {value});
  }

  /** Appends a byte; throws where it is none, or while a buffer may be lent to somebody. */
  public final void append(long value) {
    if (value != (value & 0xff) || exports.isOpen()) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active()) {
      append((byte) value);
      return;
    }
    int size = length;
    if (start + size == array.length) {
      makeRoom(size, size, 1, size + 1);
    }
    array[start + size] = (byte) value;
    length = size + 1;
  }

  /** Puts bytes at the end. */
  public final void append(byte[] more) {
    if (Concurrency.active()) {
      synchronized (this) {
        replaceHere(length, length, more, 0, more.length);
      }
    } else {
      replaceHere(length, length, more, 0, more.length);
    }
  }

  /**
   * Throws BufferError while a buffer is lent to somebody.
   *
   * @param often whether this is what programs do all the time, so that asking each time costs too much
   */
  private void checkResizable(boolean often) {
    if (exports.isOpen()) {
      if (often ? exports.isSurelyHeld() : exports.any()) {
        throw Errors.make(
            PyExceptions.BufferError, "Existing exports of data: object cannot be re-sized");
      }
      if (exports.isOpen()) {
        // Nobody is supposed to have it; if somebody does, this memory stays what it is.
        array = Arrays.copyOfRange(array, start, start + length);
        start = 0;
        exports.forget();
      }
    }
  }

  /** Puts {@code count} bytes of an array in the place of {@code from} to {@code to}, exclusive. */
  public final void replace(int from, int to, byte[] source, int at, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        replaceHere(Math.min(from, length), Math.min(to, length), source, at, count);
      }
    } else {
      replaceHere(from, to, source, at, count);
    }
  }

  private void replaceHere(int from, int to, byte[] source, int at, int count) {
    int size = length - (to - from) + count;
    if (size != length) {
      checkResizable(false);
    }
    if (from == 0 && count <= to) {
      start += to - count;
    } else if (size != length) {
      makeRoom(from, to, count, size);
    }
    length = size;
    System.arraycopy(source, at, array, start + from, count);
  }

  private void makeRoom(int from, int to, int count, int size) {
    byte[] target = array;
    int origin = start;
    if (start + size > array.length) {
      boolean roomy = size <= array.length - (array.length >> 2);
      target = roomy ? array : new byte[size < 16 ? 16 : size + (size >> 3) + 8];
      origin = 0;
      System.arraycopy(array, start, target, 0, from);
    }
    System.arraycopy(array, start + to, target, origin + from + count, length - to);
    array = target;
    start = origin;
  }

  /** Deletes bytes at the front, as readers of streams do behind {@code bytes(memoryview(b)[:n])}. */
  final synchronized void dropFront(int count) {
    checkResizable(true);
    replaceHere(0, Math.min(count, length), NONE, 0, 0);
  }

  /** Takes over an array as the whole content. */
  final synchronized void setContent(byte[] content) {
    checkResizable(false);
    array = content;
    start = 0;
    length = content.length;
  }

  @Override
  final PyByteString part(int from, int to) {
    if (Concurrency.active()) {
      synchronized (this) {
        int last = Math.min(to, length);
        return of(Arrays.copyOfRange(array, start + Math.min(from, last), start + last));
      }
    }
    return super.part(from, to);
  }

  @Override
  final PyByteString settled() {
    return Concurrency.active() ? new PyBytes(copy()) : this;
  }

  @Override
  public Buffer exportBuffer(int flags) {
    Buffer[] self = new Buffer[1];
    Buffer buffer =
        Buffer.ofBytes(this, array, start, length, false, flags, new Release(exports, self));
    self[0] = buffer;
    exports.add(buffer);
    return buffer;
  }

  /** Ends the count of a buffer. */
  private record Release(Exports exports, Buffer[] buffer) implements Runnable {
    @Override
    public void run() {
      exports.remove(buffer[0]);
    }
  }
}
