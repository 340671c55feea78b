package org.krait.stdlib.itertools;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** Items that one iterator gave and that several tees still read, and the link to those behind. */
@BuiltinType(
    name = "_tee_dataobject",
    module = "itertools",
    subclassable = false)
public final class PyTeeData extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTeeDataTable());

  private static final int ROOM = 57;

  private final PyObject iterator;
  private final PyObject[] values;
  private volatile int count;
  private PyTeeData next;
  private final ReentrantLock reading = new ReentrantLock();

  PyTeeData(PyObject iterator) {
    super(TYPE);
    this.iterator = iterator;
    this.values = new PyObject[ROOM];
  }

  @Method("__new__(cls, iterable, values, next, /)")
  static PyObject make(PyType cls, PyObject iterator, PyList items, PyObject next) {
    PyTeeData data = new PyTeeData(iterator);
    if (items.size() > ROOM) {
      throw Errors.valueError("Invalid arguments");
    }
    for (PyObject item : items.toArray()) {
      data.values[data.count++] = item;
    }
    if (next != PyNone.NONE) {
      if (data.count < ROOM || !(next instanceof PyTeeData link)) {
        throw Errors.valueError("Invalid arguments");
      }
      data.next = link;
    }
    return data;
  }

  /** The item at a place, read from the iterator if need be; null at its end. */
  PyObject get(int place) {
    if (place < count) {
      return values[place];
    }
    if (reading.isHeldByCurrentThread() || !reading.tryLock()) {
      throw Errors.runtimeError("cannot re-enter the tee iterator");
    }
    try {
      return place < count ? values[place] : read();
    } finally {
      reading.unlock();
    }
  }

  private PyObject read() {
    PyObject item = Iteration.next(iterator);
    if (item != null) {
      values[count] = item;
      count++;
    }
    return item;
  }

  static boolean isLast(int place) {
    return place == ROOM;
  }

  /** What comes behind these items. */
  synchronized PyTeeData next() {
    if (next == null) {
      next = new PyTeeData(iterator);
    }
    return next;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyObject items = PyList.of(Arrays.copyOf(values, count));
    return PyTuple.of(TYPE, PyTuple.of(iterator, items, next == null ? PyNone.NONE : next));
  }
}
