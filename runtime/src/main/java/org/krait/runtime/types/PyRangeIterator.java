package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code range_iterator}: over numbers that fit a {@code long}.
 *
 * <p>One field alone changes, so that threads that share it without locks see numbers of the range, whatever
 * they do.
 */
@BuiltinType(
    name = "range_iterator",
    subclassable = false,
    disallowNew = true,
    parts = {IteratorMethods.class},
    basicSize = 40)
public final class PyRangeIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin(new PyRangeIteratorTable());

  private final long step;

  /** What would come behind the last number; it may have gone round the longs. */
  private final long end;

  private long left;

  public PyRangeIterator(long start, long step, long length) {
    this.end = start + length * step;
    this.step = step;
    this.left = length;
  }

  /** The number that comes next, if any is left. */
  public long number() {
    return end - left * step;
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
    if (Concurrency.active()) {
      synchronized (this) {
        return left <= 0 ? null : PyLong.of(nextLong());
      }
    }
    return left <= 0 ? null : PyLong.of(nextLong());
  }

  /** Whether {@link #nextLong} has another number. */
  public boolean hasNext() {
    return left > 0;
  }

  /** The next number, unboxed. */
  public long nextLong() {
    long now = left;
    left = now - 1;
    return end - now * step;
  }

  @Method(value = "__length_hint__(self, /)", textSignature = false)
  long lengthHint() {
    return left;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyRange rest =
        PyRange.of(PyLong.of(number()), PyLong.of(end), PyLong.of(step));
    return PyTuple.of(IteratorPickling.builtin("iter"), PyTuple.of(rest), PyNone.NONE);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    long skipped = Math.max(0, Math.min(state, left));
    left -= skipped;
  }
}
