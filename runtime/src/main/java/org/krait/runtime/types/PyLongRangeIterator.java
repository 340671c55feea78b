package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code longrange_iterator}: over numbers of any size. */
@BuiltinType(
    name = "longrange_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class})
public final class PyLongRangeIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyLongRangeIteratorTable());

  private final PyInt step;
  private BigInteger number;
  private BigInteger left;

  public PyLongRangeIterator(PyInt start, PyInt step, PyInt length) {
    this.number = start.bigValue();
    this.step = step;
    this.left = length.bigValue();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (left.signum() <= 0) {
      return null;
    }
    PyObject value = PyInt.of(number);
    skip(BigInteger.ONE);
    return value;
  }

  private void skip(BigInteger count) {
    left = left.subtract(count);
    number = number.add(step.bigValue().multiply(count));
  }

  @Method("__length_hint__(self, /)")
  PyObject lengthHint() {
    return PyInt.of(left);
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyInt stop = PyInt.of(number.add(left.multiply(step.bigValue())));
    PyRange rest = PyRange.of(PyInt.of(number), stop, step);
    return PyTuple.of(IteratorPickling.builtin("iter"), PyTuple.of(rest), PyNone.NONE);
  }

  @Method("__setstate__(self, state, /)")
  void setState(PyInt state) {
    skip(state.bigValue().max(BigInteger.ZERO).min(left));
  }
}
