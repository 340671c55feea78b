package org.krait.runtime.execution;

import org.krait.runtime.NumberItems;
import org.krait.runtime.PyObject;

/** {@link GuardedOperations} on containers of machine numbers. */
public final class GuardedNumberItems {
  private GuardedNumberItems() {}

  private static NumberItems numbers(PyObject container) {
    if (container instanceof NumberItems numbers) {
      return numbers;
    }
    throw GuardFailed.INSTANCE;
  }

  public static long longItem(PyObject container, long index) {
    return numbers(container).longItem(index);
  }

  public static double doubleItem(PyObject container, long index) {
    return numbers(container).doubleItem(index);
  }

  public static void setLongItem(PyObject container, long index, long value) {
    numbers(container).setLongItem(index, value);
  }

  public static void setDoubleItem(PyObject container, long index, double value) {
    numbers(container).setDoubleItem(index, value);
  }
}
