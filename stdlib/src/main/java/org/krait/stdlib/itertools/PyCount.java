package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code count}: numbers without end. */
@BuiltinType(
    name = "count",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyCount extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyCountTable());

  private PyObject number;
  private final PyObject step;

  /** The number and the step as longs, while both are; the number is then here. */
  private boolean isLong;

  private long longNumber;
  private long longStep;

  private PyCount(PyType cls, PyObject start, PyObject step) {
    super(cls);
    this.number = start;
    this.step = step;
    if (start.getClass() == PyLong.class && step.getClass() == PyLong.class) {
      isLong = true;
      longNumber = ((PyLong) start).value;
      longStep = ((PyLong) step).value;
    }
  }

  @Method("__new__(cls, start=0, step=1)")
  static PyObject make(PyType cls, PyObject start, PyObject step) {
    if (!isNumber(start) || !isNumber(step)) {
      throw Errors.typeError("a number is required");
    }
    return new PyCount(cls, start, step);
  }

  private static boolean isNumber(PyObject value) {
    PyType type = value.type();
    return value instanceof PyComplex
        || type.special(org.krait.runtime.Special.INDEX) != null
        || type.special(org.krait.runtime.Special.INT) != null
        || type.special(org.krait.runtime.Special.FLOAT) != null;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (Concurrency.active()) {
      synchronized (this) {
        return nextHere();
      }
    }
    return nextHere();
  }

  private PyObject nextHere() {
    if (isLong) {
      long now = longNumber;
      long behind = now + longStep;
      if (((now ^ behind) & (longStep ^ behind)) >= 0) {
        longNumber = behind;
        return PyLong.of(now);
      }
      number = PyLong.of(now);
      isLong = false;
    }
    PyObject now = number;
    number = Operators.add(now, step);
    return now;
  }

  private PyObject number() {
    return isLong ? PyLong.of(longNumber) : number;
  }

  private boolean stepIsOne() {
    return step instanceof PyInt one && one.fitsLong() && one.longValue() == 1;
  }

  @Method("__repr__(self, /)")
  String repr() {
    String text = type().name() + "(" + Objects.repr(number());
    return stepIsOne() ? text + ")" : text + ", " + Objects.repr(step) + ")";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyTuple args = stepIsOne() ? PyTuple.of(number()) : PyTuple.of(number(), step);
    return PyTuple.of(type(), args);
  }
}
