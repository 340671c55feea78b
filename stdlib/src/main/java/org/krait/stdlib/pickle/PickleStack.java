package org.krait.stdlib.pickle;

import java.util.Arrays;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;

/** The stack of an unpickler; nothing below the last mark is reached without taking the mark off. */
final class PickleStack {
  private PyObject[] items = new PyObject[16];
  private int size;

  /** Where the items above the last mark begin. */
  private int fence;

  private int[] marks = new int[16];
  private int markCount;

  int size() {
    return size;
  }

  int fence() {
    return fence;
  }

  void clear() {
    Arrays.fill(items, 0, size, null);
    size = 0;
    fence = 0;
    markCount = 0;
  }

  PyException underflow() {
    return markCount > 0
        ? PickleErrors.unpickling("unexpected MARK found")
        : PickleErrors.unpickling("unpickling stack underflow");
  }

  void push(PyObject value) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = value;
  }

  PyObject pop() {
    if (size <= fence) {
      throw underflow();
    }
    PyObject value = items[--size];
    items[size] = null;
    return value;
  }

  PyObject top() {
    if (size <= fence) {
      throw underflow();
    }
    return items[size - 1];
  }

  PyObject get(int index) {
    return items[index];
  }

  /** Takes off an item, or a mark without items above it. */
  void drop() {
    if (markCount > 0 && marks[markCount - 1] == size) {
      takeMark();
    } else {
      pop();
    }
  }

  void setMark() {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = size;
    fence = size;
  }

  private int takeMark() {
    int mark = marks[--markCount];
    fence = markCount > 0 ? marks[markCount - 1] : 0;
    return mark;
  }

  /** Takes the last mark off and returns where it was. */
  int mark() {
    if (markCount == 0) {
      throw PickleErrors.unpickling("could not find MARK");
    }
    return takeMark();
  }

  /** The items from an index on, which are taken off. */
  PyObject[] popAll(int from) {
    if (from < fence) {
      throw underflow();
    }
    PyObject[] taken = from == size ? PyObject.NO_ARGS : Arrays.copyOfRange(items, from, size);
    cut(from);
    return taken;
  }

  PyObject[] popLast(int count) {
    if (size - fence < count) {
      throw underflow();
    }
    return popAll(size - count);
  }

  /** Takes everything from an index on off. */
  void cut(int from) {
    for (int i = from; i < size; i++) {
      items[i] = null;
    }
    size = Math.min(size, from);
  }

  /** The container below the items from an index on, which must be above the last mark. */
  PyObject below(int from) {
    if (from > size || from <= fence) {
      throw underflow();
    }
    return items[from - 1];
  }

  PyObject[] array() {
    return items;
  }
}
