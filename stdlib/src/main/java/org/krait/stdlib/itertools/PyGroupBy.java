package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.Elements;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code groupby}: runs of items with equal keys. */
@BuiltinType(
    name = "groupby",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyGroupBy extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyGroupByTable());

  private final PyObject iterator;
  private final PyObject function;

  /** The key that the groups handed out so far lead to. */
  private PyObject targetKey;

  private PyObject currentKey;
  private PyObject currentValue;
  private PyGrouper currentGrouper;

  private PyGroupBy(PyType cls, PyObject iterator, PyObject function) {
    super(cls);
    this.iterator = iterator;
    this.function = function;
  }

  @Method("__new__(cls, iterable, key=None)")
  static PyObject make(PyType cls, PyObject iterable, PyObject key) {
    return new PyGroupBy(cls, Iteration.iterator(iterable), key == PyNone.NONE ? null : key);
  }

  /** Reads the next item; false at the end. */
  private boolean step() {
    PyObject value = Iteration.next(iterator);
    if (value == null) {
      return false;
    }
    PyObject key = function == null ? value : function.call(value);
    currentValue = value;
    currentKey = key;
    return true;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    currentGrouper = null;
    while (currentKey == null || targetKey != null && Elements.same(targetKey, currentKey)) {
      if (!step()) {
        return null;
      }
    }
    targetKey = currentKey;
    currentGrouper = new PyGrouper(this, targetKey);
    return PyTuple.of(currentKey, currentGrouper);
  }

  /** The next item of a group, or null when it has ended or another one was begun. */
  PyObject nextOf(PyGrouper group, PyObject key) {
    if (currentGrouper != group) {
      return null;
    }
    if (currentValue == null && !step()) {
      return null;
    }
    if (!Elements.same(key, currentKey)) {
      return null;
    }
    PyObject value = currentValue;
    currentValue = null;
    return value;
  }

  boolean isCurrent(PyGrouper group) {
    return currentGrouper == group;
  }

  void setCurrent(PyGrouper group) {
    currentGrouper = group;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyTuple args = PyTuple.of(iterator, function == null ? PyNone.NONE : function);
    if (targetKey != null && currentKey != null && currentValue != null) {
      return PyTuple.of(type(), args, PyTuple.of(currentKey, currentValue, targetKey));
    }
    return PyTuple.of(type(), args);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    if (!(state instanceof PyTuple parts) || parts.size() != 3) {
      throw Errors.typeError("state is not a tuple");
    }
    currentKey = parts.get(0);
    currentValue = parts.get(1);
    targetKey = parts.get(2);
  }
}
