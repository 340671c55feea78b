package org.krait.runtime.types;

import org.krait.runtime.Concurrency;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;

/**
 * Goes through what an iterable gives. Ints of lists and ranges come as they are, so that a container that looks for
 * them or has them already makes no objects; everything else comes from the iterable's own iterator, or as if.
 */
final class ItemCursor {
  /** The list, as long as no other thread might change it meanwhile. */
  private final PyList list;

  /** How many items of the list were given. */
  private int index;

  /** What gives the items, if not the list or the numbers. */
  private PyObject iterator;

  /** The numbers of a range that are left, what comes behind the last of them, and the step. */
  private long left;

  private long end;
  private long step;

  private boolean isLong;
  private long number;
  private PyObject object;

  /** Throws what {@code iter(iterable)} does. */
  ItemCursor(PyObject iterable) {
    boolean isList = iterable.getClass() == PyList.class && !Concurrency.active();
    list = isList ? (PyList) iterable : null;
    if (iterable.getClass() == PyRange.class && ((PyRange) iterable).isLong()) {
      PyRange range = (PyRange) iterable;
      left = range.longLength();
      step = range.longStep();
      end = range.longStart() + left * step;
    } else if (!isList) {
      iterator = Iteration.iterator(iterable);
    }
  }

  /** What gives the items; null where a list or a range does. */
  PyObject iterator() {
    return iterator;
  }

  /** Moves to the next item; false at the end. */
  boolean next() {
    if (left > 0) {
      number = end - left-- * step;
      isLong = true;
      return true;
    }
    return list == null ? iterator != null && next(iterator) : nextOfList();
  }

  private boolean nextOfList() {
    if (iterator != null) {
      return next(iterator);
    }
    if (Concurrency.active()) {
      // Since the code of an item ran.
      iterator = PyListIterator.at(list, index);
      return next(iterator);
    }
    isLong = list.form() == long.class;
    if (!isLong) {
      object = list.itemOrNull(index++);
      return object != null;
    }
    if (index >= list.size()) {
      return false;
    }
    number = list.longAt(index++);
    return true;
  }

  private boolean next(PyObject source) {
    isLong = false;
    object = Iteration.next(source);
    return object != null;
  }

  /** Whether the item is an int without an object. */
  boolean isLong() {
    return isLong;
  }

  long number() {
    return number;
  }

  PyObject object() {
    return object;
  }
}
