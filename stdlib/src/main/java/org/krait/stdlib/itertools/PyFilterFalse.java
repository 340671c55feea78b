package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code filterfalse}: the items for which a function, or with None the item itself, is false. */
@BuiltinType(
    name = "filterfalse",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyFilterFalse extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyFilterFalseTable());

  private final PyObject function;
  private final PyObject iterator;

  private PyFilterFalse(PyType cls, PyObject function, PyObject iterator) {
    super(cls);
    this.function = function;
    this.iterator = iterator;
  }

  @Method("__new__(cls, function, iterable, /)")
  static PyObject make(PyType cls, PyObject function, PyObject iterable) {
    return new PyFilterFalse(cls, function, Iteration.iterator(iterable));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    boolean byItself = function == PyNone.NONE || function == PyBool.TYPE;
    while (true) {
      PyObject item = Iteration.next(iterator);
      if (item == null || !Objects.isTrue(byItself ? item : function.call(item))) {
        return item;
      }
    }
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    return PyTuple.of(type(), PyTuple.of(function, iterator));
  }
}
