package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyTuple;

/** {@link GuardedOperations} for stars in assignments and displays. */
public final class GuardedStars {
  private GuardedStars() {}

  /** What is left for the starred name in {@code a, *b, c = x} of a list or tuple that is long enough. */
  public static PyObject rest(PyObject sequence, int before, int behind) {
    if (sequence.getClass() == PyList.class) {
      PyList list = (PyList) sequence;
      if (list.size() >= before + behind) {
        return list.part(before, list.size() - behind);
      }
    } else if (sequence.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) sequence).items();
      if (items.length >= before + behind) {
        return PyList.of(Arrays.copyOfRange(items, before, items.length - behind));
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** One of the others, negative places counted from the end. */
  public static PyObject besideRest(PyObject sequence, int place) {
    return sequence.getClass() == PyList.class ? GuardedItems.listItem(sequence, place) : GuardedItems.tupleItem(sequence, place);
  }

  /** {@code *source} in the display of a list. */
  public static void extendDisplay(PyObject list, PyObject source) {
    if (source.getClass() == PyList.class) {
      ((PyList) list).appendAll((PyList) source);
    } else if (source.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) source).items();
      ((PyList) list).appendAll(items, items.length);
    } else {
      throw GuardFailed.INSTANCE;
    }
  }

  /** The first {@code *source} in the display of a set, which compares nothing. */
  public static void fillDisplay(PyObject set, PyObject source) {
    Class<?> type = source.getClass();
    if (((PySet) set).size() != 0 || type != PyFrozenSet.class && type != PySet.class) {
      throw GuardFailed.INSTANCE;
    }
    ((PySet) set).update(source);
  }
}
