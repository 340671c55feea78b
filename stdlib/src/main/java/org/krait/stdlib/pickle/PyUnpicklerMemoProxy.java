package org.krait.stdlib.pickle;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code Unpickler.memo} as programs see it. */
@BuiltinType(name = "UnpicklerMemoProxy", module = "_pickle", heapType = true, basicSize = 24)
final class PyUnpicklerMemoProxy extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyUnpicklerMemoProxyTable());

  @Value("__hash__")
  static final PyObject HASH = PyNone.NONE;

  final PyUnpickler unpickler;

  PyUnpicklerMemoProxy(PyUnpickler unpickler) {
    this.unpickler = unpickler;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from memo.")
  void clear() {
    unpickler.clearMemo();
  }

  @Method(value = "copy(self, /)", doc = "Copy the memo to a new object.")
  PyObject copy() {
    return unpickler.memoDict();
  }

  @Method(value = "__reduce__(self, /)", doc = "Implement pickling support.")
  PyObject reduce() {
    return PyTuple.of(PyDict.TYPE, PyTuple.of(copy()));
  }
}
