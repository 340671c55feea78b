package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * What a list begins with that is in order already: programs that keep a list sorted add a few items and sort again.
 * The few are inserted, each by a binary search. For keys alone that have an order, of one of {@link ListSort}'s kinds.
 */
final class OrderedRun {
  private OrderedRun() {}

  /** Sorts where there is little to do; false where nothing was done because there is more. */
  static boolean sort(PyObject[] keys, PyObject[] values, boolean reverse, int kind) {
    int run = 1;
    while (run < keys.length && !comesBefore(keys[run], keys[run - 1], reverse, kind)) {
      run++;
    }
    if (keys.length - run > 1 + keys.length / 16) {
      return false;
    }
    for (int at = run; at < keys.length; at++) {
      int place = placeOf(keys[at], keys, at, reverse, kind);
      move(keys, at, place);
      if (values != null) {
        move(values, at, place);
      }
    }
    return true;
  }

  private static boolean comesBefore(PyObject a, PyObject b, boolean reverse, int kind) {
    return reverse ? ListSort.less(b, a, kind) : ListSort.less(a, b, kind);
  }

  /** The place behind all keys that need not come behind this one. */
  private static int placeOf(PyObject key, PyObject[] keys, int count, boolean reverse, int kind) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comesBefore(key, keys[middle], reverse, kind)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static void move(PyObject[] items, int from, int to) {
    PyObject item = items[from];
    System.arraycopy(items, to, items, to + 1, from - to);
    items[to] = item;
  }
}
