package org.krait.stdlib.bisect;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** {@code _bisect}. */
@BuiltinModule(value = "_bisect", doc = "Bisection algorithms.")
public final class BisectModule {
  private BisectModule() {}

  @Function("bisect_right(a, x, lo=0, hi=None, *, key=None)")
  static long bisectRight(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    return search(a, x, lo, limit(hi), key, true);
  }

  @Function("bisect_left(a, x, lo=0, hi=None, *, key=None)")
  static long bisectLeft(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    return search(a, x, lo, limit(hi), key, false);
  }

  @Function("insort_right(a, x, lo=0, hi=None, *, key=None)")
  static void insortRight(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    insert(a, search(a, keyOf(x, key), lo, limit(hi), key, true), x);
  }

  @Function("insort_left(a, x, lo=0, hi=None, *, key=None)")
  static void insortLeft(PyObject a, PyObject x, long lo, PyObject hi, PyObject key) {
    insert(a, search(a, keyOf(x, key), lo, limit(hi), key, false), x);
  }

  private static long limit(PyObject hi) {
    return hi == PyNone.NONE ? -1 : Arguments.toLong(hi);
  }

  private static PyObject keyOf(PyObject item, PyObject key) {
    return key == PyNone.NONE ? item : key.call(item);
  }

  /** The place before or, {@code right}, behind the items that equal {@code x}. */
  private static long search(
      PyObject a, PyObject x, long lo, long hi, PyObject key, boolean right) {
    if (lo < 0) {
      throw Errors.valueError("lo must be non-negative");
    }
    long low = lo;
    long high = hi < 0 ? a.type().slots.len(a) : hi;
    while (low < high) {
      long middle = (low + high) >>> 1;
      PyObject item = keyOf(item(a, middle), key);
      boolean goesRight =
          right
              ? !Comparison.test(x, item, Comparison.LT)
              : Comparison.test(item, x, Comparison.LT);
      if (goesRight) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static PyObject item(PyObject a, long place) {
    if (a.getClass() == PyList.class && place == (int) place) {
      PyObject item = ((PyList) a).itemOrNull((int) place);
      if (item != null) {
        return item;
      }
    }
    return a.type().slots.getitem(a, PyLong.of(place));
  }

  private static void insert(PyObject a, long place, PyObject x) {
    if (a.getClass() == PyList.class) {
      ((PyList) a).insert((int) place, x);
    } else {
      Attributes.get(a, "insert").call(PyLong.of(place), x);
    }
  }
}
