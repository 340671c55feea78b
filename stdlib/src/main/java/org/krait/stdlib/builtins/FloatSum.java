package org.krait.stdlib.builtins;

import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

/** The sum of floats with Neumaier's compensation, as {@code sum} does it since Python 3.12. */
final class FloatSum {
  private double total;
  private double compensation;

  FloatSum(double start) {
    total = start;
  }

  /** Adds floats and small ints while they come; the first other item, or null at the end. */
  PyObject addFrom(PyObject iterator) {
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      if (!take(item)) {
        return item;
      }
    }
    return null;
  }

  /** Adds a float or small int; false for anything else. */
  boolean take(PyObject item) {
    if (item.getClass() == PyFloat.class) {
      add(((PyFloat) item).value);
    } else if (item.getClass() == PyLong.class) {
      total += ((PyLong) item).value;
    } else {
      return false;
    }
    return true;
  }

  void add(double x) {
    double sum = total + x;
    if (Math.abs(total) >= Math.abs(x)) {
      compensation += (total - sum) + x;
    } else {
      compensation += (x - sum) + total;
    }
    total = sum;
  }

  PyFloat result() {
    boolean useful = compensation != 0 && !Double.isNaN(compensation) && !Double.isInfinite(compensation);
    return new PyFloat(useful ? total + compensation : total);
  }
}
