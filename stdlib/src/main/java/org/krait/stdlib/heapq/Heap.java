package org.krait.stdlib.heapq;

import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;

/** A binary heap in a list, with the smallest or the largest item first. */
enum Heap {
  SMALLEST,
  LARGEST;

  static boolean less(PyObject a, PyObject b) {
    if (a.getClass() == PyLong.class && b.getClass() == PyLong.class) {
      return ((PyLong) a).value < ((PyLong) b).value;
    }
    if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
      return ((PyFloat) a).value < ((PyFloat) b).value;
    }
    return Comparison.test(a, b, Comparison.LT);
  }

  /** Whether an item belongs nearer to the top than another. */
  private boolean before(PyObject a, PyObject b) {
    return this == SMALLEST ? less(a, b) : less(b, a);
  }

  private static void checkSize(PyList heap, int size) {
    if (heap.size() != size) {
      throw Errors.runtimeError("list changed size during iteration");
    }
  }

  /** Moves the item at a place towards the top, as far as {@code start}. */
  void siftDown(PyList heap, int start, int place) {
    int size = heap.size();
    int at = place;
    if (at >= size) {
      throw Errors.indexError("index out of range");
    }
    PyObject item = heap.get(at);
    while (at > start) {
      int parentPlace = at - 1 >> 1;
      PyObject parent = heap.get(parentPlace);
      boolean moves = before(item, parent);
      checkSize(heap, size);
      if (!moves) {
        return;
      }
      heap.set(at, parent);
      heap.set(parentPlace, item);
      at = parentPlace;
    }
  }

  /** Moves the item at a place down to a leaf, the better child up each time, and then up again. */
  void siftUp(PyList heap, int place) {
    int size = heap.size();
    int at = place;
    int firstLeaf = size >> 1;
    while (at < firstLeaf) {
      int child = 2 * at + 1;
      if (child + 1 < size) {
        boolean rightFirst = !before(heap.get(child), heap.get(child + 1));
        checkSize(heap, size);
        child += rightFirst ? 1 : 0;
      }
      PyObject up = heap.get(child);
      heap.set(child, heap.get(at));
      heap.set(at, up);
      at = child;
    }
    siftDown(heap, place, at);
  }

  void heapify(PyList heap) {
    for (int i = (heap.size() >> 1) - 1; i >= 0; i--) {
      siftUp(heap, i);
    }
  }
}
