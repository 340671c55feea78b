package org.krait.stdlib.heapq;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyList;

/** {@code _heapq}. */
@BuiltinModule(value = "_heapq", doc = "Heap queue algorithm (a.k.a. priority queue).")
public final class HeapqModule {
  private HeapqModule() {}

  @Function("heappush(heap, item, /)")
  static void push(PyList heap, PyObject item) {
    heap.append(item);
    Heap.SMALLEST.siftDown(heap, 0, heap.size() - 1);
  }

  @Function("heappop(heap, /)")
  static PyObject pop(PyList heap) {
    return pop(heap, Heap.SMALLEST);
  }

  private static PyObject pop(PyList heap, Heap order) {
    PyObject last = heap.removeLast();
    if (last == null) {
      throw outOfRange();
    }
    if (heap.size() == 0) {
      return last;
    }
    PyObject top = heap.get(0);
    heap.set(0, last);
    order.siftUp(heap, 0);
    return top;
  }

  private static PyException outOfRange() {
    return Errors.indexError("index out of range");
  }

  @Function("heapreplace(heap, item, /)")
  static PyObject replace(PyList heap, PyObject item) {
    return replace(heap, item, Heap.SMALLEST);
  }

  private static PyObject replace(PyList heap, PyObject item, Heap order) {
    PyObject top = heap.itemOrNull(0);
    if (top == null) {
      throw outOfRange();
    }
    heap.set(0, item);
    order.siftUp(heap, 0);
    return top;
  }

  @Function("heappushpop(heap, item, /)")
  static PyObject pushPop(PyList heap, PyObject item) {
    PyObject top = heap.itemOrNull(0);
    if (top == null || !Heap.less(top, item)) {
      return item;
    }
    if (heap.itemOrNull(0) == null) {
      throw outOfRange();
    }
    return replace(heap, item, Heap.SMALLEST);
  }

  @Function("heapify(heap, /)")
  static void heapify(PyList heap) {
    Heap.SMALLEST.heapify(heap);
  }

  @Function("_heappop_max(heap, /)")
  static PyObject popLargest(PyList heap) {
    return pop(heap, Heap.LARGEST);
  }

  @Function("_heapreplace_max(heap, item, /)")
  static PyObject replaceLargest(PyList heap, PyObject item) {
    return replace(heap, item, Heap.LARGEST);
  }

  @Function("_heapify_max(heap, /)")
  static void heapifyLargest(PyList heap) {
    Heap.LARGEST.heapify(heap);
  }
}
