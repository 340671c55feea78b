package org.krait.runtime.buffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;

/**
 * Memory that an object lends: where it is, and how it is laid out in items and dimensions.
 *
 * <p>Offsets and strides are in bytes. To be closed by the borrower, in a {@code try} or when the
 * object that holds it is released.
 */
public final class Buffer implements AutoCloseable {
  private final PyObject owner;
  private final ByteBuffer memory;
  private final int offset;
  private final String format;
  private final int itemSize;
  private final boolean readOnly;
  private final int[] shape;
  private final int[] strides;
  private Runnable release;

  /**
   * A buffer of any layout.
   *
   * @param owner the object whose memory it is
   * @param memory all memory of the owner, addressed from 0
   * @param offset of the first item
   * @param format of an item, as module struct writes it
   * @param shape items in each dimension
   * @param strides bytes from one item to the next in each dimension
   * @param release what to do when the buffer is closed, or null
   */
  public Buffer(
      PyObject owner,
      ByteBuffer memory,
      int offset,
      String format,
      int itemSize,
      boolean readOnly,
      int[] shape,
      int[] strides,
      Runnable release) {
    this.owner = owner;
    this.memory = memory.order(ByteOrder.nativeOrder());
    this.offset = offset;
    this.format = format;
    this.itemSize = itemSize;
    this.readOnly = readOnly;
    this.shape = shape;
    this.strides = strides;
    this.release = release;
  }

  /** Plain bytes, which the borrower may ask to write to only when they are not read-only. */
  public static Buffer ofBytes(
      PyObject owner, byte[] array, int from, int length, boolean readOnly, int flags,
      Runnable release) {
    return ofItems(
        owner, ByteBuffer.wrap(array), from, "B", 1, length, readOnly, flags, release);
  }

  /** Items one after another. */
  public static Buffer ofItems(
      PyObject owner, ByteBuffer memory, int from, String format, int itemSize, int count,
      boolean readOnly, int flags, Runnable release) {
    if (readOnly && BufferFlags.wants(flags, BufferFlags.WRITABLE)) {
      throw Errors.make(PyExceptions.BufferError, "Object is not writable.");
    }
    return new Buffer(
        owner, memory, from, format, itemSize, readOnly, new int[] {count}, new int[] {itemSize},
        release);
  }

  public PyObject owner() {
    return owner;
  }

  /** The memory; its position and limit have no meaning. */
  public ByteBuffer memory() {
    return memory;
  }

  public int offset() {
    return offset;
  }

  public String format() {
    return format;
  }

  public int itemSize() {
    return itemSize;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  /** Not to be changed. */
  public int[] shape() {
    return shape;
  }

  /** Not to be changed. */
  public int[] strides() {
    return strides;
  }

  /** The number of bytes of all items together. */
  public int length() {
    return Layout.bytes(shape, itemSize);
  }

  /** Whether the items lie one after another in the order of C. */
  public boolean isContiguous() {
    return Layout.isContiguousC(shape, strides, itemSize);
  }

  /** All items one after another in the order of C, in a fresh array. */
  public byte[] copy() {
    return Layout.copy(memory, offset, shape, strides, itemSize);
  }

  /** Gives the memory back; the second time does nothing. */
  @Override
  public void close() {
    Runnable action = release;
    release = null;
    if (action != null) {
      action.run();
    }
  }
}
