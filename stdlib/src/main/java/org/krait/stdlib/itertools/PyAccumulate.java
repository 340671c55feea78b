package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.Operators;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code accumulate}: running totals. */
@BuiltinType(
    name = "accumulate",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyAccumulate extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyAccumulateTable());

  private final PyObject iterator;
  private final PyObject function;
  private PyObject total;
  private PyObject initial;

  private PyAccumulate(PyType cls, PyObject iterator, PyObject function, PyObject initial) {
    super(cls);
    this.iterator = iterator;
    this.function = function;
    this.initial = initial;
  }

  @Method("__new__(cls, iterable, func=None, *, initial=None)")
  static PyObject make(PyType cls, PyObject iterable, PyObject function, PyObject initial) {
    return new PyAccumulate(
        cls,
        Iteration.iterator(iterable),
        function == PyNone.NONE ? null : function,
        initial == PyNone.NONE ? null : initial);
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (initial != null) {
      total = initial;
      initial = null;
      return total;
    }
    PyObject item = Iteration.next(iterator);
    if (item == null) {
      return null;
    }
    if (total == null) {
      total = item;
    } else {
      total = function == null ? Operators.add(total, item) : function.call(total, item);
    }
    return total;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyObject by = function == null ? PyNone.NONE : function;
    if (initial != null) {
      PyObject all = PyChain.of(PyTuple.of(initial), iterator);
      return PyTuple.of(type(), PyTuple.of(all, by), PyNone.NONE);
    }
    if (total == PyNone.NONE) {
      PyObject all = PyChain.of(PyTuple.of(total), iterator);
      return PyTuple.of(
          PyIslice.TYPE,
          PyTuple.of(PyAccumulate.TYPE.call(all, by), PyLong.ONE, PyNone.NONE));
    }
    return PyTuple.of(type(), PyTuple.of(iterator, by), total == null ? PyNone.NONE : total);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    total = state == PyNone.NONE ? null : state;
  }
}
