package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyTuple;

/** {@code pairwise}: each item with the next one. */
@BuiltinType(
    name = "pairwise",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyPairwise extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyPairwiseTable());

  private PyObject iterator;
  private PyObject before;

  private PyPairwise(PyType cls, PyObject iterator) {
    super(cls);
    this.iterator = iterator;
  }

  @Method("__new__(cls, iterable, /)")
  static PyObject make(PyType cls, PyObject iterable) {
    return new PyPairwise(cls, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = iterator;
    if (source == null) {
      return null;
    }
    PyObject old = before;
    if (old == null) {
      old = Iteration.next(source);
      before = old;
      // The iterator may have come to its own end in that call.
      if (old == null || iterator == null) {
        return end();
      }
    }
    PyObject item = Iteration.next(source);
    if (item == null) {
      return end();
    }
    before = item;
    return PyTuple.of(old, item);
  }

  private PyObject end() {
    iterator = null;
    before = null;
    return null;
  }
}
