package org.krait.runtime.buffer;

import java.nio.ByteBuffer;

/** The arithmetic of shapes and strides. */
public final class Layout {
  private Layout() {}

  /** The bytes of all items. */
  public static int bytes(int[] shape, int itemSize) {
    int bytes = itemSize;
    for (int count : shape) {
      bytes *= count;
    }
    return bytes;
  }

  /** The strides of items one after another, the last dimension moving fastest. */
  public static int[] stridesC(int[] shape, int itemSize) {
    int[] strides = new int[shape.length];
    int step = itemSize;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= shape[i];
    }
    return strides;
  }

  /** Whether the items lie one after another, the last dimension moving fastest. */
  public static boolean isContiguousC(int[] shape, int[] strides, int itemSize) {
    if (bytes(shape, itemSize) == 0) {
      return true;
    }
    int step = itemSize;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] > 1 && strides[i] != step) {
        return false;
      }
      step *= shape[i];
    }
    return true;
  }

  /** Whether the items lie one after another, the first dimension moving fastest. */
  public static boolean isContiguousF(int[] shape, int[] strides, int itemSize) {
    if (bytes(shape, itemSize) == 0) {
      return true;
    }
    int step = itemSize;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] > 1 && strides[i] != step) {
        return false;
      }
      step *= shape[i];
    }
    return true;
  }

  /** The items in the order of C, in a fresh array. */
  public static byte[] copy(
      ByteBuffer memory, int offset, int[] shape, int[] strides, int itemSize) {
    byte[] target = new byte[bytes(shape, itemSize)];
    if (target.length > 0) {
      if (isContiguousC(shape, strides, itemSize)) {
        memory.get(offset, target);
      } else {
        gather(memory, offset, shape, strides, itemSize, 0, target, 0);
      }
    }
    return target;
  }

  private static int gather(
      ByteBuffer memory, int from, int[] shape, int[] strides, int itemSize, int dimension,
      byte[] target, int to) {
    if (dimension == shape.length) {
      memory.get(from, target, to, itemSize);
      return to + itemSize;
    }
    int at = to;
    for (int i = 0; i < shape[dimension]; i++) {
      int next = from + i * strides[dimension];
      at = gather(memory, next, shape, strides, itemSize, dimension + 1, target, at);
    }
    return at;
  }

  /** Spreads items that stand in the order of C over the places of a layout. */
  public static void scatter(
      byte[] source, ByteBuffer memory, int offset, int[] shape, int[] strides, int itemSize) {
    scatter(source, 0, memory, offset, shape, strides, itemSize, 0);
  }

  private static int scatter(
      byte[] source, int from, ByteBuffer memory, int to, int[] shape, int[] strides,
      int itemSize, int dimension) {
    if (dimension == shape.length) {
      memory.put(to, source, from, itemSize);
      return from + itemSize;
    }
    int at = from;
    for (int i = 0; i < shape[dimension]; i++) {
      int next = to + i * strides[dimension];
      at = scatter(source, at, memory, next, shape, strides, itemSize, dimension + 1);
    }
    return at;
  }
}
