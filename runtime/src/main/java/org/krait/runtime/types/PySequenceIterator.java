package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.IndexedItems;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;

/** {@code iterator}: over what answers to {@code x[0]}, {@code x[1]} … until an IndexError. */
@BuiltinType(
    name = "iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PySequenceIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PySequenceIteratorTable());

  private PyObject sequence;
  private long index;

  public PySequenceIterator(PyObject sequence) {
    this.sequence = sequence;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = sequence;
    if (source == null) {
      return null;
    }
    if (source instanceof IndexedItems indexed && !source.type().isHeap()) {
      PyObject item = indexed.itemAt(index);
      if (item == null) {
        sequence = null;
      } else {
        index++;
      }
      return item;
    }
    if (index == Long.MAX_VALUE) {
      throw Errors.overflowError("iter index too large");
    }
    try {
      PyObject item = source.type().slots.getitem(source, PyLong.of(index));
      index++;
      return item;
    } catch (PyException e) {
      if (e.is(PyExceptions.IndexError) || e.is(PyExceptions.StopIteration)) {
        sequence = null;
        return null;
      }
      throw e;
    }
  }

  @Method("__length_hint__(self, /)")
  PyObject lengthHint() {
    PyObject source = sequence;
    if (source == null) {
      return PyLong.ZERO;
    }
    if (source.type().special(Special.LEN) == null) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyLong.of(Math.max(0, Objects.length(source) - index));
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyObject iter = IteratorPickling.builtin("iter");
    return sequence == null
        ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(iter, PyTuple.of(sequence), PyLong.of(index));
  }

  @Method("__setstate__(self, state, /)")
  void setState(long state) {
    if (sequence != null) {
      index = Math.max(0, state);
    }
  }

  @Override
  public boolean isNative() {
    return false;
  }
}
