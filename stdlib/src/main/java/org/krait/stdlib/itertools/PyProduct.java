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
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code product}: tuples of one item from each pool, the last changing fastest. */
@BuiltinType(
    name = "product",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyProduct extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyProductTable());

  private final PyObject[][] pools;
  private final int[] indices;
  private boolean started;
  private boolean stopped;

  private PyProduct(PyType cls, PyObject[][] pools) {
    super(cls);
    this.pools = pools;
    this.indices = new int[pools.length];
    for (PyObject[] pool : pools) {
      stopped |= pool.length == 0;
    }
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    int count = args.length - (names == null ? 0 : names.length);
    long repeat = repeat(cls, args, names, count);
    if (repeat > 0 && count > Integer.MAX_VALUE / 8 / repeat) {
      throw Errors.overflowError("repeat argument too large");
    }
    PyObject[][] pools = new PyObject[(int) (count * repeat)][];
    if (repeat > 0) {
      for (int i = 0; i < count; i++) {
        pools[i] = Iteration.toArray(args[i]);
      }
      for (int i = count; i < pools.length; i++) {
        pools[i] = pools[i - count];
      }
    }
    return new PyProduct(cls, pools);
  }

  private static long repeat(PyType cls, PyObject[] args, PyStr[] names, int count) {
    if (names == null) {
      return 1;
    }
    if (names.length != 1 || !names[0].toString().equals("repeat")) {
      throw Errors.typeError("'%s' is an invalid keyword argument for product()", names[0]);
    }
    long repeat = Arguments.toLong(args[count]);
    if (repeat < 0) {
      throw Errors.valueError("repeat argument cannot be negative");
    }
    return repeat;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    if (stopped || started && !advance()) {
      stopped = true;
      return null;
    }
    started = true;
    PyObject[] items = new PyObject[pools.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = pools[i][indices[i]];
    }
    return PyTuple.of(items);
  }

  private boolean advance() {
    for (int i = pools.length - 1; i >= 0; i--) {
      if (++indices[i] < pools[i].length) {
        return true;
      }
      indices[i] = 0;
    }
    return false;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    if (stopped) {
      return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY));
    }
    PyObject[] all = new PyObject[pools.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = PyTuple.of(pools[i]);
    }
    return started
        ? PyTuple.of(type(), PyTuple.of(all), Pickles.tuple(indices, indices.length))
        : PyTuple.of(type(), PyTuple.of(all));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(PyObject state) {
    Pickles.warn();
    int[] places = Pickles.numbers(state, pools.length);
    for (int i = 0; i < places.length; i++) {
      indices[i] = Math.max(0, Math.min(places[i], pools[i].length - 1));
    }
    started = true;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  long sizeOf() {
    return 48 + 8L * pools.length;
  }
}
