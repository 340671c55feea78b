package org.krait.stdlib.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.NumberItems;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferExporter;
import org.krait.runtime.buffer.Exports;
import org.krait.runtime.execution.GuardFailed;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

/** {@code array.array}: items of one machine type, one after another. */
@BuiltinType(
    name = "array",
    module = "array",
    weakReferences = true,
    parts = {ArrayMethods.class, ArraySubscripts.class, ArrayBytes.class, ArrayPickling.class},
    pattern = BuiltinType.Pattern.SEQUENCE)
public final class PyArray extends PyInstance implements BufferExporter, NumberItems {
  public static final PyType TYPE = PyType.builtin(new PyArrayTable());

  final ItemType items;
  /** Whether no class of a program can say otherwise what its items are. */
  private final boolean exact;

  /** Whether it is exact and its items are doubles: by far the commonest, with the shortest way. */
  private final boolean doubles;

  private final Exports exports = new Exports();
  private byte[] bytes;
  private ByteBuffer memory;
  private int size;

  /** An array that takes over the bytes, which are a whole number of items. */
  PyArray(PyType type, ItemType items, byte[] bytes) {
    super(type);
    this.exact = type == TYPE;
    this.items = items;
    this.doubles = exact && items == ItemType.FLOAT64;
    this.size = bytes.length / items.size;
    setBytes(bytes);
  }

  private void setBytes(byte[] content) {
    bytes = content;
    memory = ByteBuffer.wrap(content).order(ByteOrder.nativeOrder());
  }

  int size() {
    return size;
  }

  PyObject get(int index) {
    return items.get(memory, index * items.size);
  }

  void set(int index, PyObject value) {
    items.put(memory, index * items.size, value);
  }

  @Override
  public int numberKind() {
    return items.numberKind();
  }

  private int place(long index) {
    long place = index < 0 ? index + size : index;
    if (place >= 0 && place < size) {
      return (int) place;
    }
    throw GuardFailed.INSTANCE;
  }

  /** The place of an item, in bytes. */
  private int at(long index) {
    if (exact) {
      return place(index) * items.size;
    }
    throw GuardFailed.INSTANCE;
  }

  @Override
  public long longItem(long index) {
    return items.getLong(bytes, at(index));
  }

  @Override
  public double doubleItem(long index) {
    return doubles
        ? ItemType.getDoubleAt(bytes, place(index) << 3)
        : items.getDouble(bytes, at(index));
  }

  @Override
  public void setLongItem(long index, long value) {
    items.putLong(bytes, at(index), value);
  }

  @Override
  public void setDoubleItem(long index, double value) {
    if (doubles) {
      ItemType.putDoubleAt(bytes, place(index) << 3, value);
    } else {
      items.putDouble(bytes, at(index), value);
    }
  }

  /** The bytes of the items {@code from} to {@code to}, exclusive, in a fresh array. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from * items.size, to * items.size);
  }

  byte[] copy() {
    return copy(0, size);
  }

  void append(PyObject value) {
    // Converting numbers runs no code of a program; behind the last item nobody sees what is left by a failure.
    boolean plain = value.getClass() == PyLong.class || value.getClass() == PyFloat.class;
    if (plain && (size + 1L) * items.size <= bytes.length && !exports.any()) {
      items.put(memory, size * items.size, value);
      size++;
    } else {
      insert(size, value);
    }
  }

  void insert(int index, PyObject value) {
    // Converted first: a value that does not fit changes nothing.
    ByteBuffer item = ByteBuffer.allocate(items.size).order(ByteOrder.nativeOrder());
    items.put(item, 0, value);
    replace(index, index, item.array());
  }

  /** Puts whole items in the place of the items {@code from} to {@code to}, exclusive. */
  void replace(int from, int to, byte[] source) {
    int count = source.length / items.size;
    int newSize = size - (to - from) + count;
    if (newSize != size) {
      checkResizable();
    }
    long wanted = (long) newSize * items.size;
    if (wanted > Integer.MAX_VALUE - 16) {
      throw Errors.of(PyExceptions.MemoryError);
    }
    byte[] target = bytes;
    if (wanted > bytes.length) {
      target = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, wanted + (wanted >> 3) + 16));
    }
    int tail = (size - to) * items.size;
    System.arraycopy(bytes, to * items.size, target, (from + count) * items.size, tail);
    System.arraycopy(source, 0, target, from * items.size, source.length);
    if (target != bytes) {
      setBytes(target);
    }
    size = newSize;
  }

  /** Exchanges two items. */
  void swap(int i, int j) {
    for (int k = 0; k < items.size; k++) {
      byte swapped = bytes[i * items.size + k];
      bytes[i * items.size + k] = bytes[j * items.size + k];
      bytes[j * items.size + k] = swapped;
    }
  }

  /** Reverses the bytes of every item. */
  void swapBytes() {
    int width = items.size;
    for (int at = 0; at < size * width; at += width) {
      for (int i = 0, j = width - 1; i < j; i++, j--) {
        byte swapped = bytes[at + i];
        bytes[at + i] = bytes[at + j];
        bytes[at + j] = swapped;
      }
    }
  }

  private void checkResizable() {
    if (exports.any()) {
      throw Errors.make(
          PyExceptions.BufferError, "cannot resize an array that is exporting buffers");
    }
  }

  @Override
  public Buffer exportBuffer(int flags) {
    Buffer[] self = new Buffer[1];
    Buffer buffer =
        Buffer.ofItems(
            this, ByteBuffer.wrap(bytes), 0, items.bufferFormat(), items.size, size, false, flags,
            () -> exports.remove(self[0]));
    self[0] = buffer;
    exports.add(buffer);
    return buffer;
  }
}
