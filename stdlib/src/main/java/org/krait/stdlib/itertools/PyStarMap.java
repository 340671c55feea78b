package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyTuple;

/** {@code starmap}: what a function gives for each item taken as its arguments. */
@BuiltinType(
    name = "starmap",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyStarMap extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyStarMapTable());

  private final PyObject function;
  private final PyObject iterator;

  private PyStarMap(PyType cls, PyObject function, PyObject iterator) {
    super(cls);
    this.function = function;
    this.iterator = iterator;
  }

  @Method("__new__(cls, function, iterable, /)")
  static PyObject make(PyType cls, PyObject function, PyObject iterable) {
    return new PyStarMap(cls, function, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject args = Iteration.next(iterator);
    return args == null ? null : function.call(Iteration.toArray(args), null);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return PyTuple.of(type(), PyTuple.of(function, iterator));
  }
}
