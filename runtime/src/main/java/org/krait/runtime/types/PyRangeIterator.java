package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code range_iterator}: over numbers that fit a {@code long}. */
@BuiltinType(
    name = "range_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 40)
public final class PyRangeIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyRangeIteratorTable());

  private final long step;
  private long number;
  private long left;

  public PyRangeIterator(long start, long step, long length) {
    this.number = start;
    this.step = step;
    this.left = length;
  }

  /** The number that comes next, if any is left. */
  public long number() {
    return number;
  }

  public long step() {
    return step;
  }

  /** How many numbers are left. */
  public long left() {
    return left;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__next__(self, /)")
  public PyObject next() {
    if (left <= 0) {
      return null;
    }
    left--;
    long value = number;
    number = value + step;
    return PyLong.of(value);
  }

  /** Whether {@link #nextLong} has another number. */
  public boolean hasNext() {
    return left > 0;
  }

  /** The next number, unboxed. */
  public long nextLong() {
    left--;
    long value = number;
    number = value + step;
    return value;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  long lengthHint() {
    return left;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyRange rest =
        PyRange.of(PyLong.of(number), PyLong.of(number + left * step), PyLong.of(step));
    return PyTuple.of(IteratorPickling.builtin("iter"), PyTuple.of(rest), PyNone.NONE);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    long skipped = Math.max(0, Math.min(state, left));
    number += skipped * step;
    left -= skipped;
  }
}
