package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code Pickler.memo} as programs see it: by the ids of objects, each with its number. */
@BuiltinType(name = "PicklerMemoProxy", module = "_pickle", heapType = true, basicSize = 24)
final class PyPicklerMemoProxy extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyPicklerMemoProxyTable());

  @Value("__hash__")
  static final PyObject HASH = PyNone.NONE;

  private final PyPickler pickler;

  PyPicklerMemoProxy(PyPickler pickler) {
    this.pickler = pickler;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  PickleMemo memo() {
    return pickler.memo();
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from memo.")
  void clear() {
    memo().clear();
  }

  @Method(value = "copy(self, /)", doc = "Copy the memo to a new object.")
  PyObject copy() {
    PyDict copy = new PyDict();
    memo().forEach(
        (object, number) ->
            copy.put(PyLong.of(Objects.id(object)), PyTuple.of(PyLong.of(number), object)));
    return copy;
  }

  @Method(value = "__reduce__(self, /)", doc = "Implement pickle support.")
  PyObject reduce() {
    return PyTuple.of(PyDict.TYPE, PyTuple.of(copy()));
  }
}
