package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code tuple_iterator}. */
@BuiltinType(
    name = "tuple_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 32)
public final class PyTupleIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyTupleIteratorTable());

  private PyTuple tuple;
  private int index;

  public PyTupleIterator(PyTuple tuple) {
    this.tuple = tuple;
  }

  /** The iterator of a tuple that has given out {@code index} items; for machine code. */
  public static PyTupleIterator at(PyTuple tuple, int index) {
    PyTupleIterator iterator = new PyTupleIterator(tuple);
    iterator.index = index;
    return iterator;
  }

  /** The tuple, or null at the end. */
  public PyTuple tuple() {
    return tuple;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyTuple source = tuple;
    if (source == null) {
      return null;
    }
    PyObject[] items = source.items();
    int at = index;
    if (at < items.length) {
      index = at + 1;
      return items[at];
    }
    tuple = null;
    return null;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  public int lengthHint() {
    PyTuple source = tuple;
    return source == null ? 0 : source.size() - index;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    // The look-up may run code that goes on with this iterator.
    PyObject iter = IteratorPickling.builtin("iter");
    PyTuple source = tuple;
    return source == null
        ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(iter, PyTuple.of(source), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    PyTuple source = tuple;
    if (source != null) {
      index = (int) Math.max(0, Math.min(state, source.size()));
    }
  }
}
