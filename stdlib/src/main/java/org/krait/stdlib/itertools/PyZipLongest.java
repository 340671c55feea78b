package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code zip_longest}: tuples of one item from each iterable until all have ended. */
@BuiltinType(
    name = "zip_longest",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyZipLongest extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyZipLongestTable());

  private final PyObject[] iterators;
  private int active;
  private PyObject fill;

  private PyZipLongest(PyType cls, PyObject[] iterators, PyObject fill) {
    super(cls);
    this.iterators = iterators;
    this.active = iterators.length;
    this.fill = fill;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyObject fill = PyNone.NONE;
    int count = args.length;
    if (names != null) {
      if (names.length != 1 || !names[0].toString().equals("fillvalue")) {
        throw Errors.typeError("zip_longest() got an unexpected keyword argument");
      }
      fill = args[--count];
    }
    PyObject[] iterators = new PyObject[count];
    for (int i = 0; i < count; i++) {
      iterators[i] = Iteration.iterator(args[i]);
    }
    return new PyZipLongest(cls, iterators, fill);
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (active == 0) {
      return null;
    }
    PyObject[] items = new PyObject[iterators.length];
    for (int i = 0; i < items.length; i++) {
      PyObject item = iterators[i] == null ? fill : advance(i);
      if (item == null) {
        return null;
      }
      items[i] = item;
    }
    return PyTuple.of(items);
  }

  /** The next item of an iterator, or the filling; null when this was the last iterator to end. */
  private PyObject advance(int place) {
    PyObject item;
    try {
      item = Iteration.next(iterators[place]);
    } catch (PyException e) {
      active = 0;
      throw e;
    }
    if (item != null) {
      return item;
    }
    iterators[place] = null;
    return --active == 0 ? null : fill;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyObject[] args = new PyObject[iterators.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = iterators[i] == null ? PyTuple.EMPTY : iterators[i];
    }
    return PyTuple.of(type(), PyTuple.of(args), fill);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    fill = state;
  }
}
