package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code permutations}: the arrangements of r items. */
@BuiltinType(
    name = "permutations",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyPermutations extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyPermutationsTable());

  private final PyObject[] pool;
  private final int size;
  private final int[] indices;

  /** How many places each position still has to go round. */
  private final int[] cycles;

  private boolean started;
  private boolean stopped;

  private PyPermutations(PyType cls, PyObject[] pool, int size) {
    super(cls);
    this.pool = pool;
    this.size = size;
    this.stopped = size > pool.length;
    this.indices = new int[pool.length];
    this.cycles = new int[stopped ? 0 : size];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
    for (int i = 0; i < cycles.length; i++) {
      cycles[i] = pool.length - i;
    }
  }

  @Method("__new__(cls, iterable, r=None)")
  static PyObject make(PyType cls, PyObject iterable, PyObject r) {
    PyObject[] pool = Iteration.toArray(iterable);
    long size = pool.length;
    if (r != PyNone.NONE) {
      if (!(r instanceof PyInt)) {
        throw Errors.typeError("Expected int as r");
      }
      size = Arguments.toLong(r);
      if (size < 0) {
        throw Errors.valueError("r must be non-negative");
      }
    }
    return new PyPermutations(cls, pool, (int) Math.min(size, Integer.MAX_VALUE));
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
    for (int i = size - 1; i >= 0; i--) {
      cycles[i]--;
      if (cycles[i] == 0) {
        int index = indices[i];
        System.arraycopy(indices, i + 1, indices, i, indices.length - 1 - i);
        indices[indices.length - 1] = index;
        cycles[i] = indices.length - i;
      } else {
        int other = indices.length - cycles[i];
        int index = indices[i];
        indices[i] = indices[other];
        indices[other] = index;
        return true;
      }
    }
    return false;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    PyTuple args = PyTuple.of(PyTuple.of(pool), PyLong.of(size));
    if (stopped && started) {
      return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY, PyLong.of(size)));
    }
    if (!started) {
      return PyTuple.of(type(), args);
    }
    PyTuple state =
        PyTuple.of(Pickles.tuple(indices, indices.length), Pickles.tuple(cycles, cycles.length));
    return PyTuple.of(type(), args, state);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    if (!(state instanceof PyTuple parts) || parts.size() != 2) {
      throw Errors.typeError("state is not a 2-tuple");
    }
    int[] places = Pickles.numbers(parts.get(0), indices.length);
    int[] rounds = Pickles.numbers(parts.get(1), cycles.length);
    for (int i = 0; i < indices.length; i++) {
      indices[i] = Math.max(0, Math.min(places[i], indices.length - 1));
    }
    for (int i = 0; i < cycles.length; i++) {
      cycles[i] = Math.max(1, Math.min(rounds[i], indices.length - i));
    }
    started = true;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  long sizeOf() {
    return 64 + 8L * (indices.length + cycles.length);
  }
}
