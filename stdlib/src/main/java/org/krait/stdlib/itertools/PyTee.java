package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** One of several independent iterators over the items of one. */
@BuiltinType(
    name = "_tee",
    module = "itertools",
    subclassable = false,
    weakReferences = true,
    parts = {IteratorMethods.class})
public final class PyTee extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTeeTable());

  private PyTeeData data;
  private int place;

  private PyTee(PyTeeData data, int place) {
    super(TYPE);
    this.data = data;
    this.place = place;
  }

  /** A tee of any iterable; of a tee, one at the same place. */
  static PyTee of(PyObject iterable) {
    PyObject iterator = Iteration.iterator(iterable);
    return iterator instanceof PyTee tee ? tee.copy() : new PyTee(new PyTeeData(iterator), 0);
  }

  @Method("__new__(cls, iterable, /)")
  static PyObject make(PyType cls, PyObject iterable) {
    return of(iterable);
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (PyTeeData.isLast(place)) {
      data = data.next();
      place = 0;
    }
    PyObject item = data.get(place);
    if (item != null) {
      place++;
    }
    return item;
  }

  @Method(value = "__copy__(self, /)", textSignature = false)
  PyTee copy() {
    return new PyTee(data, place);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return PyTuple.of(TYPE, PyTuple.of(PyTuple.EMPTY), PyTuple.of(data, PyLong.of(place)));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    if (!(state instanceof PyTuple parts) || parts.size() != 2
        || !(parts.get(0) instanceof PyTeeData items)) {
      throw Errors.typeError("state is not a tuple");
    }
    long at = Arguments.toLong(parts.get(1));
    if (at < 0 || at > 57) {
      throw Errors.valueError("Index out of range");
    }
    data = items;
    place = (int) at;
  }
}
