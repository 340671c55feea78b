package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/**
 * The stable sort behind {@code list.sort}: runs that are there already are found and merged, short
 * ones made longer by binary insertion (as Tim Peters described it in {@code Objects/listsort.txt},
 * without his galloping).
 *
 * <p>Keys that are all {@code int}, {@code float} or {@code str} are compared without asking their
 * types again; ints that lie close enough together are sorted as numbers that carry their place.
 */
final class ListSort {
  private static final int ANY = 0;
  private static final int INTS = 1;
  private static final int FLOATS = 2;
  private static final int STRINGS = 3;
  private static final int SHORTEST_RUN = 32;
  private static final int PACKED_FROM = 24;

  private final PyObject[] keys;
  /** Moves along with the keys; null when the keys are the items. */
  private final PyObject[] values;
  private final int kind;
  private PyObject[] keyRoom = PyObject.NO_ARGS;
  private PyObject[] valueRoom = PyObject.NO_ARGS;
  private final int[] runStart = new int[64];
  private final int[] runLength = new int[64];
  private int runs;

  private ListSort(PyObject[] keys, PyObject[] values, int kind) {
    this.keys = keys;
    this.values = values;
    this.kind = kind;
  }

  /** Sorts an array; when this throws, it holds the items in some order. */
  static void sort(PyObject[] items, PyObject key, boolean reverse) {
    PyObject[] keys = items;
    if (key != null) {
      keys = new PyObject[items.length];
      for (int i = 0; i < items.length; i++) {
        keys[i] = key.call(items[i]);
      }
    }
    if (items.length < 2) {
      return;
    }
    PyObject[] values = key == null ? null : items;
    int kind = kindOf(keys);
    if (kind == INTS && items.length >= PACKED_FROM && PackedSort.sort(keys, values, reverse)) {
      return;
    }
    // Equal items keep their order when the whole is turned around before and after.
    if (reverse) {
      turn(keys, values, 0, keys.length);
    }
    try {
      new ListSort(keys, values, kind).run();
    } finally {
      if (reverse) {
        turn(keys, values, 0, keys.length);
      }
    }
  }

  /** Whether comparing these runs no code of a program: all are numbers or all texts. */
  static boolean isPlain(PyObject[] items) {
    for (PyObject item : items) {
      Class<?> kind = item.getClass();
      if (kind != PyLong.class && kind != PyStr.class && kind != PyFloat.class && kind != PyBytes.class) {
        return false;
      }
    }
    return true;
  }

  private static int kindOf(PyObject[] keys) {
    Class<?> first = keys[0].getClass();
    for (PyObject key : keys) {
      if (key.getClass() != first) {
        return ANY;
      }
    }
    return first == PyLong.class
        ? INTS
        : first == PyStr.class ? STRINGS : first == PyFloat.class ? FLOATS : ANY;
  }

  private static void turn(PyObject[] keys, PyObject[] values, int from, int to) {
    for (int low = from, high = to - 1; low < high; low++, high--) {
      PyObject key = keys[low];
      keys[low] = keys[high];
      keys[high] = key;
      if (values != null) {
        PyObject value = values[low];
        values[low] = values[high];
        values[high] = value;
      }
    }
  }

  private boolean less(PyObject a, PyObject b) {
    return switch (kind) {
      case INTS -> ((PyLong) a).value < ((PyLong) b).value;
      case FLOATS -> ((PyFloat) a).value < ((PyFloat) b).value;
      case STRINGS -> ((PyStr) a).compareTo((PyStr) b) < 0;
      default -> lessAny(a, b);
    };
  }

  private static boolean lessAny(PyObject a, PyObject b) {
    PyObject answer = Comparison.compare(a, b, Comparison.LT);
    return answer == PyBool.TRUE || answer != PyBool.FALSE && Objects.isTrue(answer);
  }

  private void run() {
    int length = keys.length;
    int shortest = shortestRun(length);
    int at = 0;
    while (at < length) {
      int run = countRun(at, length);
      if (run < shortest) {
        int wanted = Math.min(shortest, length - at);
        insert(at, at + run, at + wanted);
        run = wanted;
      }
      runStart[runs] = at;
      runLength[runs++] = run;
      mergeCollapse();
      at += run;
    }
    while (runs > 1) {
      mergeAt(runs > 2 && runLength[runs - 3] < runLength[runs - 1] ? runs - 3 : runs - 2);
    }
  }

  /** So that the number of runs is a power of two or a little less. */
  private static int shortestRun(int length) {
    int rest = 0;
    int n = length;
    while (n >= 2 * SHORTEST_RUN) {
      rest |= n & 1;
      n >>= 1;
    }
    return n + rest;
  }

  /** The length of the run from a place; one that strictly descends is turned around. */
  private int countRun(int from, int to) {
    int at = from + 1;
    if (at >= to) {
      return to - from;
    }
    if (less(keys[at], keys[at - 1])) {
      do {
        at++;
      } while (at < to && less(keys[at], keys[at - 1]));
      turn(keys, values, from, at);
    } else {
      do {
        at++;
      } while (at < to && !less(keys[at], keys[at - 1]));
    }
    return at - from;
  }

  /** Binary insertion of the items from {@code sorted} on into those before. */
  private void insert(int from, int sorted, int to) {
    for (int at = sorted; at < to; at++) {
      PyObject pivot = keys[at];
      int low = behind(pivot, from, at);
      System.arraycopy(keys, low, keys, low + 1, at - low);
      keys[low] = pivot;
      if (values != null) {
        PyObject value = values[at];
        System.arraycopy(values, low, values, low + 1, at - low);
        values[low] = value;
      }
    }
  }

  /** The place behind all keys that are not greater. */
  private int behind(PyObject key, int low, int high) {
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (less(key, keys[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The place before all keys that are not smaller. */
  private int before(PyObject key, int low, int high) {
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (less(keys[middle], key)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Keeps run lengths growing downwards like Fibonacci numbers, so that merges are balanced. */
  private void mergeCollapse() {
    while (runs > 1) {
      int n = runs - 2;
      boolean unbalanced =
          n > 0 && runLength[n - 1] <= runLength[n] + runLength[n + 1]
              || n > 1 && runLength[n - 2] <= runLength[n - 1] + runLength[n];
      if (unbalanced) {
        mergeAt(runLength[n - 1] < runLength[n + 1] ? n - 1 : n);
      } else if (runLength[n] <= runLength[n + 1]) {
        mergeAt(n);
      } else {
        return;
      }
    }
  }

  private void mergeAt(int n) {
    int start = runStart[n];
    int middle = runStart[n + 1];
    int end = middle + runLength[n + 1];
    runLength[n] = end - start;
    for (int i = n + 1; i < runs - 1; i++) {
      runStart[i] = runStart[i + 1];
      runLength[i] = runLength[i + 1];
    }
    runs--;
    // What is in its place already need not move.
    start = behind(keys[middle], start, middle);
    if (start == middle) {
      return;
    }
    end = before(keys[middle - 1], middle, end);
    if (start == middle || middle == end) {
      return;
    }
    if (middle - start <= end - middle) {
      mergeLow(start, middle, end);
    } else {
      mergeHigh(start, middle, end);
    }
  }

  private void makeRoom(int from, int count) {
    if (keyRoom.length < count) {
      int room = Math.max(count, Math.min(keys.length / 2, count * 2));
      keyRoom = new PyObject[room];
      valueRoom = values == null ? PyObject.NO_ARGS : new PyObject[room];
    }
    System.arraycopy(keys, from, keyRoom, 0, count);
    if (values != null) {
      System.arraycopy(values, from, valueRoom, 0, count);
    }
  }

  /** Merges with the left run put aside, from the left. */
  private void mergeLow(int start, int middle, int end) {
    int left = middle - start;
    makeRoom(start, left);
    int from = 0;
    int right = middle;
    int to = start;
    try {
      while (from < left && right < end) {
        if (less(keys[right], keyRoom[from])) {
          move(right++, to++);
        } else {
          restore(from++, to++);
        }
      }
    } finally {
      restore(from, to, left - from);
    }
  }

  /** Merges with the right run put aside, from the right. */
  private void mergeHigh(int start, int middle, int end) {
    makeRoom(middle, end - middle);
    int from = end - middle - 1;
    int left = middle - 1;
    int to = end - 1;
    try {
      while (from >= 0 && left >= start) {
        if (less(keyRoom[from], keys[left])) {
          move(left--, to--);
        } else {
          restore(from--, to--);
        }
      }
    } finally {
      restore(0, to - from, from + 1);
    }
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    if (values != null) {
      values[to] = values[from];
    }
  }

  private void restore(int from, int to) {
    keys[to] = keyRoom[from];
    if (values != null) {
      values[to] = valueRoom[from];
    }
  }

  private void restore(int from, int to, int count) {
    System.arraycopy(keyRoom, from, keys, to, count);
    if (values != null) {
      System.arraycopy(valueRoom, from, values, to, count);
    }
  }

  /** Sorts ints as longs that hold the number above and the place below. */
  private static final class PackedSort {
    private PackedSort() {}

    /** False, and nothing done, when number and place do not fit together. */
    static boolean sort(PyObject[] keys, PyObject[] values, boolean reverse) {
      int length = keys.length;
      long lowest = Long.MAX_VALUE;
      long highest = Long.MIN_VALUE;
      boolean ascending = true;
      long before = Long.MIN_VALUE;
      for (PyObject key : keys) {
        long value = ((PyLong) key).value;
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        ascending &= value >= before;
        before = value;
      }
      if (ascending && !reverse) {
        return true;
      }
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(length - 1);
      long spread = highest - lowest;
      if (spread < 0 || spread >= 1L << 62 - bits) {
        return false;
      }
      long[] packed = new long[length];
      for (int i = 0; i < length; i++) {
        long value = ((PyLong) keys[i]).value;
        packed[i] = (reverse ? highest - value : value - lowest) << bits | i;
      }
      Arrays.sort(packed);
      PyObject[] items = values == null ? keys : values;
      PyObject[] old = items.clone();
      long mask = (1L << bits) - 1;
      for (int i = 0; i < length; i++) {
        items[i] = old[(int) (packed[i] & mask)];
      }
      return true;
    }
  }
}
