package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;

/** {@code reversed}: the items of a sequence, last first. */
@BuiltinType(name = "reversed", parts = {IteratorMethods.class}, basicSize = 32)
public final class PyReversed extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyReversedTable());

  private PyObject sequence;
  private long index;

  private PyReversed(PyType cls, PyObject sequence, long index) {
    super(cls);
    this.sequence = sequence;
    this.index = index;
  }

  @Method("__new__(cls, sequence, /)")
  static PyObject make(PyType cls, PyObject sequence) {
    PyObject special = sequence.type().special(Special.REVERSED);
    if (special == PyNone.NONE || special == null && !isSequence(sequence)) {
      throw Errors.typeError("'%s' object is not reversible", sequence.type().fullName());
    }
    if (special != null) {
      return SpecialCalls.lookup(sequence, Special.REVERSED).call();
    }
    return new PyReversed(cls, sequence, Objects.length(sequence) - 1L);
  }

  private static boolean isSequence(PyObject value) {
    return !(value instanceof PyDict)
        && !(value instanceof PyMappingProxy)
        && value.type().special(Special.GETITEM) != null;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = sequence;
    if (source == null || index < 0) {
      sequence = null;
      return null;
    }
    try {
      PyObject item = source.type().slots.getitem(source, PyLong.of(index));
      index--;
      return item;
    } catch (PyException e) {
      if (e.is(PyExceptions.IndexError) || e.is(PyExceptions.StopIteration)) {
        sequence = null;
        index = -1;
        return null;
      }
      throw e;
    }
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  long lengthHint() {
    PyObject source = sequence;
    if (source == null) {
      return 0;
    }
    long place = index + 1;
    return Objects.length(source) < place ? 0 : place;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject source = sequence;
    return source == null
        ? PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(type(), PyTuple.of(source), PyLong.of(index));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    PyObject source = sequence;
    if (source != null) {
      index = Math.max(-1, Math.min(state, Objects.length(source) - 1L));
    }
  }
}
