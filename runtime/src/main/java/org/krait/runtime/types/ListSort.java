package org.krait.runtime.types;

import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PromptCollection;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Each;

/**
 * The stable sort behind {@code list.sort}: runs that are there already are found and merged, short
 * ones made longer by binary insertion (as Tim Peters described it in {@code Objects/listsort.txt},
 * without his galloping).
 *
 * <p>Keys that are all numbers, all {@code str} or tuples of such are sorted by {@link RankedSort} where
 * that can be, else compared without asking their types again.
 */
final class ListSort {
  static final int ANY = 0;
  static final int INTS = 1;
  static final int FLOATS = 2;
  static final int STRINGS = 3;

  /** Ints and floats of any size, but no NaN. */
  static final int NUMBERS = 4;

  /** Not empty, and of texts and numbers (no NaN), at each place all texts or all numbers. */
  static final int TUPLES = 5;

  private static final int SHORTEST_RUN = 32;

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

  /**
   * Sorts an array; when this throws, it holds the items in some order.
   *
   * @return whether there were keys whose ends matter
   */
  static boolean sort(PyObject[] items, PyObject key, boolean reverse) {
    PyObject[] keys = items;
    if (key != null) {
      keys = new PyObject[items.length];
      new Keys(items, keys).call(key);
    }
    if (items.length < 2) {
      return false;
    }
    PyObject[] values = key == null ? null : items;
    int kind = kindOf(keys);
    if (kind == ANY) {
      PyObject[] tuples = asPlainTuples(keys);
      if (tuples != null) {
        keys = tuples;
        values = items;
        kind = TUPLES;
      }
    }
    if (kind == FLOATS && !reverse && isAscending(keys, kind)
        || kind != ANY && kind != FLOATS && OrderedRun.sort(keys, values, reverse, kind)) {
      return false;
    }
    if (kind == ANY
        || !RankedSort.sort(keys, values, reverse, kind)
            && !(kind == STRINGS && TextInsertion.sort(keys, values, reverse))) {
      merge(keys, values, reverse, kind);
    }
    return key != null && kind == ANY && PromptCollection.isWatched(keys[0]);
  }

  /** The keys of items. */
  private static final class Keys extends Each {
    private final PyObject[] items;
    private final PyObject[] keys;
    private int at;

    Keys(PyObject[] items, PyObject[] keys) {
      this.items = items;
      this.keys = keys;
    }

    @Override
    protected PyObject next() {
      return at < items.length ? items[at] : null;
    }

    @Override
    protected void take(PyObject key) {
      keys[at++] = key;
    }
  }

  private static boolean isAscending(PyObject[] keys, int kind) {
    for (int i = 1; i < keys.length; i++) {
      if (less(keys[i], keys[i - 1], kind)) {
        return false;
      }
    }
    return true;
  }

  /** Sorts by comparisons alone. */
  static void merge(PyObject[] keys, PyObject[] values, boolean reverse, int kind) {
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

  /** What keys have in common: one of the kinds above. */
  static int kindOf(PyObject[] keys) {
    Class<?> first = keys[0].getClass();
    boolean same = true;
    for (int i = 1; same && i < keys.length; i++) {
      same = keys[i].getClass() == first;
    }
    if (!same || first == PyBigInt.class) {
      return areNumbers(keys) ? NUMBERS : ANY;
    }
    if (first == PyLong.class) {
      return INTS;
    }
    if (first == PyStr.class) {
      return STRINGS;
    }
    if (first == PyFloat.class) {
      return areNumbers(keys) ? NUMBERS : FLOATS;
    }
    return first == PyTuple.class && arePlainTuples(keys) ? TUPLES : ANY;
  }

  private static boolean areNumbers(PyObject[] keys) {
    for (PyObject key : keys) {
      if (!isNumber(key)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(PyObject key) {
    Class<?> kind = key.getClass();
    return kind == PyLong.class
        || kind == PyBigInt.class
        || kind == PyFloat.class && ((PyFloat) key).value == ((PyFloat) key).value;
  }

  /** Tuples that come in the order of lists, if all keys are lists of what {@link #TUPLES} have; else null. */
  private static PyObject[] asPlainTuples(PyObject[] keys) {
    if (keys[0].getClass() != PyList.class) {
      return null;
    }
    PyObject[] tuples = new PyObject[keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].getClass() != PyList.class) {
        return null;
      }
      tuples[i] = PyTuple.of(((PyList) keys[i]).toArray());
    }
    return arePlainTuples(tuples) ? tuples : null;
  }

  private static boolean arePlainTuples(PyObject[] keys) {
    PyObject[] first = ((PyTuple) keys[0]).items();
    for (PyObject key : keys) {
      PyObject[] items = ((PyTuple) key).items();
      if (items.length != first.length || items.length == 0) {
        return false;
      }
      for (int i = 0; i < items.length; i++) {
        boolean fits = first[i].getClass() == PyStr.class
            ? items[i].getClass() == PyStr.class
            : isNumber(items[i]);
        if (!fits) {
          return false;
        }
      }
    }
    return true;
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
    return less(a, b, kind);
  }

  static boolean less(PyObject a, PyObject b, int kind) {
    return switch (kind) {
      case INTS -> ((PyLong) a).value < ((PyLong) b).value;
      case FLOATS -> ((PyFloat) a).value < ((PyFloat) b).value;
      case STRINGS -> ((PyStr) a).compareTo((PyStr) b) < 0;
      case TUPLES -> lessTuple(((PyTuple) a).items(), ((PyTuple) b).items());
      default -> lessAny(a, b);
    };
  }

  private static boolean lessTuple(PyObject[] a, PyObject[] b) {
    for (int i = 0; i < a.length; i++) {
      PyObject x = a[i];
      PyObject y = b[i];
      if (x == y) {
        continue;
      }
      if (x.getClass() == PyStr.class) {
        int order = ((PyStr) x).compareTo((PyStr) y);
        if (order != 0) {
          return order < 0;
        }
      } else if (x.getClass() == PyLong.class && y.getClass() == PyLong.class) {
        if (((PyLong) x).value != ((PyLong) y).value) {
          return ((PyLong) x).value < ((PyLong) y).value;
        }
      } else if (!Comparison.equal(x, y)) {
        return lessAny(x, y);
      }
    }
    return false;
  }

  private static boolean lessAny(PyObject a, PyObject b) {
    return Comparison.test(a, b, Comparison.LT);
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
}
