package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** {@code combinations}: the sorted choices of r items. */
@BuiltinType(
    name = "combinations",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyCombinations extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyCombinationsTable());

  private final PyObject[] pool;
  private final int size;
  private final int[] indices;
  private boolean started;
  private boolean stopped;

  private PyCombinations(PyType cls, PyObject[] pool, int size) {
    super(cls);
    this.pool = pool;
    this.size = size;
    this.stopped = size > pool.length;
    this.indices = new int[stopped ? 0 : size];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
  }

  @Method("__new__(cls, iterable, r)")
  static PyObject make(PyType cls, PyObject iterable, long r) {
    PyObject[] pool = Iteration.toArray(iterable);
    if (r < 0) {
      throw Errors.valueError("r must be non-negative");
    }
    return new PyCombinations(cls, pool, (int) Math.min(r, Integer.MAX_VALUE));
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (stopped || started && !advance()) {
      stopped = true;
      return null;
    }
    started = true;
    PyObject[] items = new PyObject[size];
    for (int i = 0; i < size; i++) {
      items[i] = pool[indices[i]];
    }
    return PyTuple.of(items);
  }

  private boolean advance() {
    int i = size - 1;
    while (i >= 0 && indices[i] == i + pool.length - size) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    indices[i]++;
    for (int k = i + 1; k < size; k++) {
      indices[k] = indices[k - 1] + 1;
    }
    return true;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyTuple args = PyTuple.of(PyTuple.of(pool), PyLong.of(size));
    if (stopped && (started || size <= pool.length)) {
      return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY, PyLong.of(size)));
    }
    return started
        ? PyTuple.of(type(), args, Pickles.tuple(indices, size))
        : PyTuple.of(type(), args);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    int[] places = Pickles.numbers(state, size);
    for (int i = 0; i < indices.length; i++) {
      indices[i] = Math.max(0, Math.min(places[i], i + pool.length - size));
    }
    started = true;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  long sizeOf() {
    return 64 + 8L * size;
  }
}
