package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code list_iterator}: sees what is appended while it runs. */
@BuiltinType(
    name = "list_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 32)
public final class PyListIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyListIteratorTable());

  private PyList list;
  private int index;

  public PyListIterator(PyList list) {
    this.list = list;
  }

  /** The iterator of a list that has given out {@code index} items; for machine code. */
  public static PyListIterator at(PyObject list, int index) {
    PyListIterator iterator = new PyListIterator((PyList) list);
    iterator.index = index;
    return iterator;
  }

  /** The list, or null at the end. */
  public PyList list() {
    return list;
  }

  public int index() {
    return index;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (Concurrency.active()) {
      synchronized (this) {
        return nextItem();
      }
    }
    return nextItem();
  }

  private PyObject nextItem() {
    PyList source = list;
    if (source == null) {
      return null;
    }
    PyObject item = source.itemOrNull(index);
    if (item == null) {
      list = null;
      return null;
    }
    index++;
    return item;
  }

  /**
   * Takes an item from each of the first iterators, as long as they are those of lists and have one; how many.
   * One loop, because a call for each item costs more than the item.
   */
  static int take(PyObject[] iterators, PyObject[] items) {
    if (Concurrency.active()) {
      return 0;
    }
    int at = 0;
    while (at < iterators.length && at < items.length && iterators[at].getClass() == PyListIterator.class) {
      PyListIterator iterator = (PyListIterator) iterators[at];
      PyList source = iterator.list;
      int index = iterator.index;
      if (source == null || index >= source.size) {
        break;
      }
      long[] longs = source.longs;
      if (longs != null && index < longs.length) {
        items[at] = PyLong.of(longs[index]);
      } else if (index < source.items.length) {
        items[at] = source.items[index];
      } else {
        break;
      }
      iterator.index = index + 1;
      at++;
    }
    return at;
  }

  /** Whether there is another item; after the last there never is. */
  public boolean hasNext() {
    PyList source = list;
    if (source == null) {
      return false;
    }
    if (index < source.size()) {
      return true;
    }
    list = null;
    return false;
  }

  /** The next item of a list of ints; throws where it is none. */
  public long nextLong() {
    long item = list.longAt(index);
    index++;
    return item;
  }

  /** The next item of a list of floats; throws where it is none. */
  public double nextDouble() {
    double item = list.doubleAt(index);
    index++;
    return item;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  public int lengthHint() {
    PyList source = list;
    return source == null ? 0 : Math.max(0, source.size() - index);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject iter = IteratorPickling.builtin("iter");
    PyList source = list;
    return source == null
        ? PyTuple.of(iter, PyTuple.of(new PyList()))
        : PyTuple.of(iter, PyTuple.of(source), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    if (list != null) {
      index = (int) Math.max(0, Math.min(state, list.size()));
    }
  }
}
