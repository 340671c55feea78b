package org.krait.stdlib.pickle;

import java.util.Arrays;
import org.krait.runtime.PyObject;

/** The objects that have been written, each with its number; an open-addressed table by identity. */
final class PickleMemo {
  private static final int SMALLEST = 16;

  private PyObject[] keys = new PyObject[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int used;
  private int size;

  /** The number that the next object gets. */
  int size() {
    return size;
  }

  /** The number of an object, or -1. */
  int get(PyObject object) {
    PyObject[] all = keys;
    int mask = all.length - 1;
    int at = place(object, mask);
    while (true) {
      PyObject found = all[at];
      if (found == object) {
        return numbers[at];
      }
      if (found == null) {
        return -1;
      }
      at = at + 1 & mask;
    }
  }

  private static int place(PyObject object, int mask) {
    int hash = System.identityHashCode(object);
    return (hash ^ hash >>> 15) & mask;
  }

  /** Gives an object that has none the next number. */
  int add(PyObject object) {
    int number = size++;
    put(object, number);
    return number;
  }

  /** Takes a number for something that no object stands for. */
  int skip() {
    return size++;
  }

  /** Sets the number of an object. */
  void put(PyObject object, int number) {
    if (used * 3 >= keys.length * 2) {
      grow();
    }
    if (insert(object, number)) {
      used++;
    }
    size = Math.max(size, used);
  }

  private boolean insert(PyObject object, int number) {
    int mask = keys.length - 1;
    int at = place(object, mask);
    while (keys[at] != null && keys[at] != object) {
      at = at + 1 & mask;
    }
    boolean fresh = keys[at] == null;
    keys[at] = object;
    numbers[at] = number;
    return fresh;
  }

  private void grow() {
    PyObject[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new PyObject[oldKeys.length * 4];
    numbers = new int[oldKeys.length * 4];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        insert(oldKeys[i], oldNumbers[i]);
      }
    }
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(keys, null);
      used = 0;
      size = 0;
    }
  }

  PickleMemo copy() {
    PickleMemo copy = new PickleMemo();
    copy.keys = keys.clone();
    copy.numbers = numbers.clone();
    copy.used = used;
    copy.size = size;
    return copy;
  }

  /** What is done with each object and its number. */
  interface Visitor {
    void visit(PyObject object, int number);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null) {
        visitor.visit(keys[i], numbers[i]);
      }
    }
  }
}
