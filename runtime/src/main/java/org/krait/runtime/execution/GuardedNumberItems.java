package org.krait.runtime.execution;

import org.krait.runtime.Concurrency;
import org.krait.runtime.NumberItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyZip;

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

  // ---- lists of numbers

  private static PyList list(PyObject container) {
    if (container.getClass() == PyList.class) {
      return (PyList) container;
    }
    throw GuardFailed.INSTANCE;
  }

  public static long listLong(PyObject list, long index) {
    return list(list).longAt(index);
  }

  public static double listDouble(PyObject list, long index) {
    return list(list).doubleAt(index);
  }

  /** An item of a list that has objects. */
  public static PyObject listObject(PyObject list, long index) {
    return list(list).objectAt(index);
  }

  public static void setListLong(PyObject list, long index, long value) {
    list(list).setAt(index, value);
  }

  public static void setListDouble(PyObject list, long index, double value) {
    list(list).setAt(index, value);
  }

  public static void setListObject(PyObject list, long index, PyObject value) {
    list(list).setAt(index, value);
  }

  // The same where indices were seen that count from the end.

  public static long listLongFromEnd(PyObject list, long index) {
    PyList exact = list(list);
    return exact.longAt(exact.fromStart(index));
  }

  public static double listDoubleFromEnd(PyObject list, long index) {
    PyList exact = list(list);
    return exact.doubleAt(exact.fromStart(index));
  }

  public static PyObject listObjectFromEnd(PyObject list, long index) {
    PyList exact = list(list);
    return exact.objectAt(exact.fromStart(index));
  }

  public static void setListLongFromEnd(PyObject list, long index, long value) {
    PyList exact = list(list);
    exact.setAt(exact.fromStart(index), value);
  }

  public static void setListDoubleFromEnd(PyObject list, long index, double value) {
    PyList exact = list(list);
    exact.setAt(exact.fromStart(index), value);
  }

  public static void setListObjectFromEnd(PyObject list, long index, PyObject value) {
    PyList exact = list(list);
    exact.setAt(exact.fromStart(index), value);
  }

  /** Whether an index, not negative, is one of a list. */
  public static boolean listHas(PyObject list, long index) {
    return index < ((PyList) list).size();
  }

  /** The iterator of a list below {@code enumerate}. */
  private static PyListIterator enumerated(PyObject iterator) {
    if (iterator.getClass() == PyEnumerate.class) {
      PyListIterator list = ((PyEnumerate) iterator).ofList();
      if (list != null) {
        return list;
      }
    }
    throw GuardFailed.INSTANCE;
  }

  public static boolean enumeratedHas(PyObject iterator) {
    return enumerated(iterator).hasNext();
  }

  public static long nextEnumeratedLong(PyObject iterator) {
    long item = enumerated(iterator).nextLong();
    ((PyEnumerate) iterator).count();
    return item;
  }

  public static double nextEnumeratedDouble(PyObject iterator) {
    double item = enumerated(iterator).nextDouble();
    ((PyEnumerate) iterator).count();
    return item;
  }

  /** That {@code zip} has a list of ints at a place, where items are left if they are at all; or of floats. */
  public static void checkZipped(PyObject zip, int place, Class<?> form) {
    PyListIterator list = ((PyZip) zip).ofList(place);
    if (list == null || list.hasNext() && list.list().form() != form) {
      throw GuardFailed.INSTANCE;
    }
  }

  public static boolean zippedHas(PyObject zip, int place) {
    return ((PyZip) zip).hasNextOfList(place);
  }

  public static long nextZippedLong(PyObject zip, int place) {
    return ((PyZip) zip).ofList(place).nextLong();
  }

  public static double nextZippedDouble(PyObject zip, int place) {
    return ((PyZip) zip).ofList(place).nextDouble();
  }

  /** An iterator of a list that no other thread may ask at the same time. */
  private static PyListIterator listIterator(PyObject iterator) {
    if (iterator.getClass() == PyListIterator.class && !Concurrency.active()) {
      return (PyListIterator) iterator;
    }
    throw GuardFailed.INSTANCE;
  }

  public static boolean listIteratorHas(PyObject iterator) {
    return listIterator(iterator).hasNext();
  }

  public static long nextListLong(PyObject iterator) {
    return listIterator(iterator).nextLong();
  }

  public static double nextListDouble(PyObject iterator) {
    return listIterator(iterator).nextDouble();
  }

  /** That a list has exactly so many items. */
  public static void checkSize(PyObject list, int size) {
    if (list(list).size() != size) {
      throw GuardFailed.INSTANCE;
    }
  }

  /** For the methods themselves, which what derives from lists may inherit. */
  private static PyList anyList(PyObject list) {
    if (list.getClass() == PyList.class || list instanceof PyList) {
      return (PyList) list;
    }
    throw GuardFailed.INSTANCE;
  }

  public static long popLong(PyObject list) {
    return anyList(list).popLong();
  }

  public static double popDouble(PyObject list) {
    return anyList(list).popDouble();
  }

  public static void appendLong(PyObject list, long value) {
    anyList(list).append(value);
  }

  public static void appendDouble(PyObject list, double value) {
    anyList(list).append(value);
  }

  // ---- lists that grow; the number of items is machine code's

  public static int appendAt(PyObject list, int size, PyObject value) {
    return ((PyList) list).appendAt(size, value);
  }

  public static int appendLongAt(PyObject list, int size, long value) {
    return ((PyList) list).appendAt(size, value);
  }

  public static int appendDoubleAt(PyObject list, int size, double value) {
    return ((PyList) list).appendAt(size, value);
  }

  public static PyObject grown(PyObject list, int size) {
    return ((PyList) list).grown(size);
  }

  public static PyObject longList(long[] items) {
    return PyList.of(items);
  }

  public static PyObject doubleList(double[] items) {
    return PyList.of(items);
  }
}
