package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code iter(callable, sentinel)}. */
@BuiltinType(
    name = "callable_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyCallableIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyCallableIteratorTable());

  private PyObject callable;
  private PyObject sentinel;

  public PyCallableIterator(PyObject callable, PyObject sentinel) {
    this.callable = callable;
    this.sentinel = sentinel;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject function = callable;
    if (function == null) {
      return null;
    }
    PyObject item;
    try {
      item = function.call();
    } catch (PyException e) {
      if (e.is(PyExceptions.StopIteration)) {
        finish();
        return null;
      }
      throw e;
    }
    // The call may have come to the end of this very iterator.
    PyObject end = sentinel;
    if (end == null) {
      return null;
    }
    if (Comparison.same(end, item)) {
      finish();
      return null;
    }
    return item;
  }

  private void finish() {
    callable = null;
    sentinel = null;
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyObject iter = IteratorPickling.builtin("iter");
    PyObject function = callable;
    PyObject end = sentinel;
    return function == null || end == null
        ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(iter, PyTuple.of(function, end));
  }

  @Override
  public boolean isNative() {
    return false;
  }
}
