package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code repeat}: one object, so many times or without end. */
@BuiltinType(
    name = "repeat",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyRepeat extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyRepeatTable());

  private final PyObject object;

  /** How many times it is still to come; negative for no end. */
  private long left;

  private PyRepeat(PyType cls, PyObject object, long times) {
    super(cls);
    this.object = object;
    this.left = times;
  }

  @Method("__new__(cls, object, times=NULL)")
  static PyObject make(PyType cls, PyObject object, PyObject times) {
    return new PyRepeat(cls, object, times == null ? -1 : Math.max(0, Arguments.toLong(times)));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (left == 0) {
      return null;
    }
    if (left > 0) {
      left--;
    }
    return object;
  }

  @Method("__repr__(self, /)")
  String repr() {
    String text = type().name() + "(" + Objects.repr(object);
    return left < 0 ? text + ")" : text + ", " + left + ")";
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  long lengthHint() {
    if (left < 0) {
      throw Errors.typeError("len() of unsized object");
    }
    return left;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyTuple args = left < 0 ? PyTuple.of(object) : PyTuple.of(object, PyLong.of(left));
    return PyTuple.of(type(), args);
  }
}
