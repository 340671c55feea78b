package org.krait.stdlib.array;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** The iterator of an array. */
@BuiltinType(name = "arrayiterator", module = "array", subclassable = false, disallowNew = true)
public final class PyArrayIterator extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyArrayIteratorTable());

  private PyArray array;
  private int index;

  PyArrayIterator(PyArray array) {
    this.array = array;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iterator() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    PyArray source = array;
    if (source == null) {
      return null;
    }
    if (index >= source.size()) {
      array = null;
      return null;
    }
    return source.get(index++);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyModule builtins =
        (PyModule) ThreadState.current().interpreter.modules().get(PyStr.interned("builtins"));
    PyObject iter = builtins.dict().get(PyStr.interned("iter"));
    if (array == null) {
      return PyTuple.of(iter, PyTuple.of(new PyList()));
    }
    return PyTuple.of(iter, PyTuple.of(array), PyInt.of(index));
  }

  @Method("__setstate__(self, state, /)")
  void setState(long state) {
    if (array != null) {
      index = (int) Math.clamp(state, 0, array.size());
    }
  }
}
