package org.krait.stdlib.itertools;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyTuple;

/** {@code batched}: tuples of so many items; the last may be shorter. */
@BuiltinType(
    name = "batched",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyBatched extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyBatchedTable());

  private PyObject iterator;
  private final int size;

  private PyBatched(PyType cls, PyObject iterator, int size) {
    super(cls);
    this.iterator = iterator;
    this.size = size;
  }

  @Method("__new__(cls, iterable, n)")
  static PyObject make(PyType cls, PyObject iterable, long n) {
    if (n < 1) {
      throw Errors.valueError("n must be at least one");
    }
    return new PyBatched(cls, Iteration.iterator(iterable), (int) Math.min(n, Integer.MAX_VALUE));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = iterator;
    if (source == null) {
      return null;
    }
    PyObject[] batch = new PyObject[Math.min(size, 16)];
    int count = 0;
    while (count < size) {
      PyObject item = Iteration.next(source);
      if (item == null) {
        iterator = null;
        break;
      }
      if (count == batch.length) {
        batch = Arrays.copyOf(batch, Math.min(size, count * 2));
      }
      batch[count++] = item;
    }
    return count == 0 ? null : PyTuple.of(count == batch.length ? batch : Arrays.copyOf(batch, count));
  }
}
