package org.krait.runtime.execution;

import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code a[b]}, {@code in} and unpacking, with the common types first. */
final class Items {
  private Items() {}

  static PyObject get(PyObject container, PyObject key) {
    if (key.getClass() == PyLong.class) {
      long index = ((PyLong) key).value;
      if (container.getClass() == PyList.class) {
        PyList list = (PyList) container;
        if (index >= 0 && index < list.size()) {
          return list.get((int) index);
        }
      } else if (container.getClass() == PyTuple.class) {
        PyTuple tuple = (PyTuple) container;
        if (index >= 0 && index < tuple.size()) {
          return tuple.get((int) index);
        }
      }
    }
    return getSlow(container, key);
  }

  private static PyObject getSlow(PyObject container, PyObject key) {
    if (container.getClass() == PyDict.class) {
      PyObject value = ((PyDict) container).get(key);
      if (value != null) {
        return value;
      }
    }
    return Subscripts.get(container, key);
  }

  static void set(PyObject container, PyObject key, PyObject value) {
    if (container.getClass() == PyList.class && key.getClass() == PyLong.class) {
      PyList list = (PyList) container;
      long index = ((PyLong) key).value;
      if (index >= 0 && index < list.size()) {
        list.set((int) index, value);
        return;
      }
    } else if (container.getClass() == PyDict.class) {
      ((PyDict) container).put(key, value);
      return;
    }
    container.type().slots.setitem(container, key, value);
  }

  static boolean contains(PyObject container, PyObject value) {
    return Iteration.contains(container, value);
  }

  /** Replaces the value at {@code at} by its items, the first on top; returns the new stack top. */
  static int unpack(PyObject[] s, int at, int count) {
    PyObject value = s[at];
    if (value.getClass() == PyTuple.class) {
      PyTuple tuple = (PyTuple) value;
      if (tuple.size() == count) {
        for (int i = 0; i < count; i++) {
          s[at + count - 1 - i] = tuple.get(i);
        }
        return at + count;
      }
    }
    PyObject[] items = Iteration.unpack(value, count);
    for (int i = 0; i < count; i++) {
      s[at + count - 1 - i] = items[i];
    }
    return at + count;
  }
}
