package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyTuple;

/** {@code cycle}: the items of an iterable, again and again. */
@BuiltinType(
    name = "cycle",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyCycle extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyCycleTable());

  private PyObject iterator;
  private final PyList saved = new PyList();
  private int index;

  private PyCycle(PyType cls, PyObject iterator) {
    super(cls);
    this.iterator = iterator;
  }

  @Method("__new__(cls, iterable, /)")
  static PyObject make(PyType cls, PyObject iterable) {
    return new PyCycle(cls, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = iterator;
    if (source != null) {
      PyObject item = Iteration.next(source);
      if (item != null) {
        saved.append(item);
        return item;
      }
      iterator = null;
    }
    int size = saved.size();
    if (size == 0) {
      return null;
    }
    int at = index < size ? index : 0;
    index = at + 1;
    return saved.itemOrNull(at);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyObject copy = PyList.of(saved.toArray());
    if (iterator != null) {
      return PyTuple.of(type(), PyTuple.of(iterator), PyTuple.of(copy, PyBool.FALSE));
    }
    PyObject rest = Iteration.iterator(PyList.of(saved.toArray(Math.min(index, saved.size()), saved.size())));
    return PyTuple.of(type(), PyTuple.of(rest), PyTuple.of(copy, PyBool.TRUE));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    if (!(state instanceof PyTuple parts) || parts.size() != 2 || !(parts.get(0) instanceof PyList)) {
      throw Errors.typeError("state is not a 2-tuple");
    }
    PyList items = (PyList) parts.get(0);
    if (Arguments.toInt(parts.get(1)) != 0 && iterator != null) {
      // The items were all saved already: what the iterator still has comes first.
      int left = Objects.lengthHint(iterator, 0);
      iterator = null;
      index = Math.max(0, items.size() - left);
    }
    saved.clear();
    PyObject[] all = items.toArray();
    saved.appendAll(all, all.length);
  }
}
