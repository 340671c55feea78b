package org.krait.runtime.types;

import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;

/**
 * Look-ups of tuples of two ints that lie in {@code long}s, as grids and tables by two indices are asked; no tuple is
 * made unless it must be compared, or becomes a key.
 */
public final class PairKeys {
  private PairKeys() {}

  /** Whether {@link #hash} is for these. */
  static boolean haveHash(long first, long second) {
    return isHashed(first) && isHashed(second);
  }

  private static boolean isHashed(long item) {
    return IntKeys.isOwnHash(item) || item == -1;
  }

  /** {@code hash((first, second))}. */
  static long hash(long first, long second) {
    long sum = TupleHash.with(TupleHash.START, first == -1 ? -2 : first);
    return TupleHash.ofTuple(TupleHash.with(sum, second == -1 ? -2 : second), 2);
  }

  /** Whether a key is a tuple of these two ints; false says nothing of bools, floats and subclasses. */
  static boolean isPair(PyObject key, long first, long second) {
    if (key == null || key.getClass() != PyTuple.class) {
      return false;
    }
    PyObject[] items = ((PyTuple) key).items();
    return items.length == 2
        && items[0] instanceof PyLong a && a.value == first
        && items[1] instanceof PyLong b && b.value == second;
  }

  private static PyTuple tuple(long first, long second) {
    return PyTuple.of(PyLong.of(first), PyLong.of(second));
  }

  /** The number of the key's entry; or negative: {@link IntKeys#GENERAL}, or there is none. */
  private static int find(DictTable t, long first, long second) {
    if (!haveHash(first, second)) {
      return IntKeys.GENERAL;
    }
    long hash = hash(first, second);
    int[] slots = t.slots;
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        if (t.hashes[entry] == hash) {
          return isPair(t.keys[entry], first, second) ? entry : IntKeys.GENERAL;
        }
      } else if (entry == DictTable.EMPTY) {
        return DictTable.EMPTY;
      }
      perturb >>>= PyDict.PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  /** The value of a pair in a dict, or null. */
  public static PyObject get(PyDict dict, long first, long second) {
    DictTable t = dict.table();
    int entry = find(t, first, second);
    if (entry == DictTable.EMPTY) {
      return null;
    }
    PyObject value = entry < 0 ? null : t.values[entry];
    return value != null ? value : dict.get(tuple(first, second));
  }

  /** Sets the value of a pair. */
  public static void put(PyDict dict, long first, long second, PyObject value) {
    if (!Concurrency.active()) {
      DictTable t = dict.table();
      int entry = find(t, first, second);
      if (entry >= 0) {
        t.values[entry] = value;
        return;
      }
    }
    dict.put(tuple(first, second), value);
  }

  /** Sets the value of a tuple of these two ints. */
  public static void put(PyDict dict, PyTuple key, long first, long second, PyObject value) {
    if (!Concurrency.active()) {
      DictTable t = dict.table();
      int entry = find(t, first, second);
      if (entry >= 0) {
        t.values[entry] = value;
        return;
      }
    }
    dict.put(key, key.hashValue(), value);
  }

  /** Adds a pair to a set. */
  public static void add(PySetStorage elements, long first, long second) {
    if (!elements.contains(first, second)) {
      elements.add(tuple(first, second));
    }
  }

  /** Whether a set has what is equal to a pair, asked in the general way. */
  static boolean isElement(PySetStorage elements, long first, long second) {
    PyTuple key = tuple(first, second);
    return elements.contains(key, key.hashValue());
  }
}
