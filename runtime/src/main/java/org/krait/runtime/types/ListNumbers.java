package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.runtime.PyObject;

/**
 * The items of a list that has numbers of one kind only, without objects: a {@code long[]} of ints or a
 * {@code double[]} of floats. NaN never lies here, because a NaN is found in a list by its identity.
 */
final class ListNumbers {
  /** Whether new lists keep objects, because somebody wants to know of all that are made. */
  private static boolean objectsWanted;

  private ListNumbers() {}

  static void wantObjects(boolean wanted) {
    objectsWanted = wanted;
  }

  /** How many numbers the array has room for. */
  static int room(Object numbers) {
    return numbers instanceof long[] longs ? longs.length : ((double[]) numbers).length;
  }

  /** {@code long} or {@code double}, as which an object may lie here; else null. */
  static Class<?> kind(PyObject value) {
    Class<?> type = value.getClass();
    if (objectsWanted) {
      return null;
    }
    return type == PyLong.class
        ? long.class
        : type == PyFloat.class && isNumber(((PyFloat) value).value) ? double.class : null;
  }

  /** Room for numbers of an object's kind; null if it has none. */
  static Object withRoom(PyObject value, int room) {
    Class<?> kind = kind(value);
    return kind == null ? null : kind == long.class ? new long[room] : new double[room];
  }

  /** Room for numbers of the same kind. */
  static Object withRoom(Object numbers, int room) {
    return numbers instanceof long[] ? new long[room] : new double[room];
  }

  /** The number at an index as an object. */
  static PyObject box(Object numbers, int index) {
    return numbers instanceof long[] longs ? PyLong.of(longs[index]) : new PyFloat(((double[]) numbers)[index]);
  }

  /** Numbers {@code from} to {@code to}, exclusive, as objects. */
  static PyObject[] box(Object numbers, int from, int to) {
    PyObject[] items = to <= from ? PyObject.NO_ARGS : new PyObject[to - from];
    for (int i = from; i < to; i++) {
      items[i - from] = box(numbers, i);
    }
    return items;
  }

  /** The first numbers of these objects, all of one kind; null if they are not, or none. */
  static Object of(PyObject[] items, int size) {
    if (size == 0 || objectsWanted) {
      return null;
    }
    Class<?> type = items[0].getClass();
    if (type != PyLong.class && type != PyFloat.class || items[size - 1].getClass() != type) {
      return null;
    }
    return type == PyLong.class ? longs(items, size) : doubles(items, size);
  }

  private static long[] longs(PyObject[] items, int size) {
    for (int i = 1; i < size; i++) {
      if (items[i].getClass() != PyLong.class) {
        return null;
      }
    }
    long[] longs = new long[size];
    for (int i = 0; i < size; i++) {
      longs[i] = ((PyLong) items[i]).value;
    }
    return longs;
  }

  private static double[] doubles(PyObject[] items, int size) {
    for (int i = 0; i < size; i++) {
      if (items[i].getClass() != PyFloat.class || !isNumber(((PyFloat) items[i]).value)) {
        return null;
      }
    }
    double[] doubles = new double[size];
    for (int i = 0; i < size; i++) {
      doubles[i] = ((PyFloat) items[i]).value;
    }
    return doubles;
  }

  /** Whether an object can lie among these numbers. */
  static boolean fits(Object numbers, PyObject value) {
    Class<?> kind = value.getClass();
    return numbers instanceof long[]
        ? kind == PyLong.class
        : kind == PyFloat.class && isNumber(((PyFloat) value).value);
  }

  static boolean isNumber(double value) {
    return value == value;
  }

  static boolean areNumbers(double[] values) {
    for (double value : values) {
      if (!isNumber(value)) {
        return false;
      }
    }
    return true;
  }

  /** Puts an object there as a number; false when it does not fit. */
  static boolean put(Object numbers, int index, PyObject value) {
    if (!fits(numbers, value)) {
      return false;
    }
    if (numbers instanceof long[] longs) {
      longs[index] = ((PyLong) value).value;
    } else {
      ((double[]) numbers)[index] = ((PyFloat) value).value;
    }
    return true;
  }

  /** Numbers {@code from} to {@code to}, exclusive, in a fresh array with this room. */
  static Object copy(Object numbers, int from, int to, int room) {
    if (numbers instanceof long[] longs) {
      long[] copy = new long[room];
      System.arraycopy(longs, from, copy, 0, to - from);
      return copy;
    }
    double[] copy = new double[room];
    System.arraycopy((double[]) numbers, from, copy, 0, to - from);
    return copy;
  }

  /** Copies numbers to an array of the same kind. */
  static void move(Object source, int from, Object target, int to, int count) {
    // By kind, because HotSpot asks at run time what kinds of arrays they are where it does not know.
    if (source instanceof long[] longs) {
      System.arraycopy(longs, from, (long[]) target, to, count);
    } else {
      System.arraycopy((double[]) source, from, (double[]) target, to, count);
    }
  }

  /** {@code length} numbers from {@code start} on by steps in a fresh array. */
  static Object copy(Object numbers, int start, int length, long step) {
    if (numbers instanceof long[] longs) {
      long[] chosen = new long[length];
      if (step == -1) {
        for (int i = 0; i < length; i++) {
          chosen[i] = longs[start - i];
        }
        return chosen;
      }
      long at = start;
      for (int i = 0; i < length; i++, at += step) {
        chosen[i] = longs[(int) at];
      }
      return chosen;
    }
    double[] doubles = (double[]) numbers;
    double[] chosen = new double[length];
    long at = start;
    for (int i = 0; i < length; i++, at += step) {
      chosen[i] = doubles[(int) at];
    }
    return chosen;
  }

  /** Copies the first numbers to places of an array of the same kind, from one on by steps. */
  static void spread(Object source, Object target, int start, int length, long step) {
    long at = start;
    if (source instanceof long[] from) {
      long[] longs = (long[]) target;
      for (int i = 0; i < length; i++, at += step) {
        longs[(int) at] = from[i];
      }
      return;
    }
    double[] from = (double[]) source;
    double[] doubles = (double[]) target;
    for (int i = 0; i < length; i++, at += step) {
      doubles[(int) at] = from[i];
    }
  }

  /** The first {@code size} numbers again and again, {@code all} in all. */
  static Object repeat(Object numbers, int size, int all) {
    if (size == 1 && numbers instanceof long[] longs) {
      long[] repeated = new long[all];
      if (longs[0] != 0) {
        Arrays.fill(repeated, longs[0]);
      }
      return repeated;
    }
    Object repeated = copy(numbers, 0, size, all);
    for (int done = size; done < all; done *= 2) {
      move(repeated, 0, repeated, done, Math.min(done, all - done));
    }
    return repeated;
  }

  static boolean areOfOneKind(Object a, Object b) {
    return a != null && b != null && a.getClass() == b.getClass();
  }

  static void reverse(Object numbers, int size) {
    if (numbers instanceof long[] longs) {
      for (int low = 0, high = size - 1; low < high; low++, high--) {
        long number = longs[low];
        longs[low] = longs[high];
        longs[high] = number;
      }
    } else {
      double[] doubles = (double[]) numbers;
      for (int low = 0, high = size - 1; low < high; low++, high--) {
        double number = doubles[low];
        doubles[low] = doubles[high];
        doubles[high] = number;
      }
    }
  }

  /** The first place of a value that fits from {@code from} on and before {@code to}, or -1. */
  static int find(Object numbers, PyObject value, int from, int to) {
    if (numbers instanceof long[] longs) {
      long wanted = ((PyLong) value).value;
      for (int i = from; i < to; i++) {
        if (longs[i] == wanted) {
          return i;
        }
      }
    } else {
      double[] doubles = (double[]) numbers;
      double wanted = ((PyFloat) value).value;
      for (int i = from; i < to; i++) {
        if (doubles[i] == wanted) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first place at which arrays of one kind differ in value; the smaller size if none. */
  static int mismatch(Object a, int sizeOfA, Object b, int sizeOfB) {
    int both = Math.min(sizeOfA, sizeOfB);
    if (a instanceof long[] longs) {
      int at = Arrays.mismatch(longs, 0, both, (long[]) b, 0, both);
      return at < 0 ? both : at;
    }
    double[] left = (double[]) a;
    double[] right = (double[]) b;
    int at = 0;
    while (at < both && left[at] == right[at]) {
      at++;
    }
    return at;
  }

  /** The first place at which ints differ from objects, or where those are no such ints; the smaller size if none. */
  static int mismatch(long[] longs, int size, PyObject[] items, int sizeOfItems) {
    int both = Math.min(size, sizeOfItems);
    int at = 0;
    while (at < both && items[at].getClass() == PyLong.class && ((PyLong) items[at]).value == longs[at]) {
      at++;
    }
    return at;
  }

  /** Sorts the first numbers; false where equal ones can be told apart, so that their order matters. */
  static boolean sort(Object numbers, int size) {
    if (numbers instanceof long[] longs) {
      Arrays.sort(longs, 0, size);
      return true;
    }
    double[] doubles = (double[]) numbers;
    for (int i = 0; i < size; i++) {
      if (doubles[i] == 0 && Double.doubleToRawLongBits(doubles[i]) != 0) {
        return false;
      }
    }
    Arrays.sort(doubles, 0, size);
    return true;
  }
}
