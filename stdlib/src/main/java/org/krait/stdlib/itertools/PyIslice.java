package org.krait.stdlib.itertools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code islice}: the items of an iterator at the places of a slice. */
@BuiltinType(
    name = "islice",
    module = "itertools",
    parts = {IteratorMethods.class})
public final class PyIslice extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyIsliceTable());

  private static final String WRONG_STOP =
      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  private static final String WRONG_BOUNDS =
      "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  private static final String WRONG_STEP = "Step for islice() must be a positive integer or None.";

  private PyObject iterator;
  private long wanted;
  private final long stop;
  private final long step;
  private long count;

  private PyIslice(PyType cls, PyObject iterator, long start, long stop, long step) {
    super(cls);
    this.iterator = iterator;
    this.wanted = start;
    this.stop = stop;
    this.step = step;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    Arguments.noKeywords(cls, TYPE, names, "islice");
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 2 || given > 4) {
      throw Errors.typeError(
          "islice expected at %s arguments, got %d",
          given < 2 ? "least 2" : "most 4", given);
    }
    long start = 0;
    long stop;
    if (given == 2) {
      stop = bound(args[1], -1, WRONG_STOP);
    } else {
      start = bound(args[1], 0, WRONG_BOUNDS);
      stop = bound(args[2], -1, args[2] instanceof PyInt ? WRONG_BOUNDS : WRONG_STOP);
    }
    long step = given < 4 ? 1 : bound(args[3], 1, WRONG_STEP);
    if (step < 1) {
      throw Errors.valueError(WRONG_STEP);
    }
    return new PyIslice(cls, Iteration.iterator(args[0]), start, stop, step);
  }

  private static long bound(PyObject value, long otherwise, String message) {
    if (value == PyNone.NONE) {
      return otherwise;
    }
    if (!Subscripts.isIndex(value)) {
      throw Errors.valueError(message);
    }
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() < 0) {
      throw Errors.valueError(message);
    }
    return number.longValue();
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject source = iterator;
    if (source == null) {
      return null;
    }
    while (count < wanted && (stop < 0 || count < stop)) {
      if (Iteration.next(source) == null) {
        return end();
      }
      count++;
    }
    if (stop >= 0 && count >= stop) {
      return end();
    }
    PyObject item = Iteration.next(source);
    if (item == null) {
      return end();
    }
    count++;
    wanted = wanted + step;
    if (wanted < 0 || stop >= 0 && wanted > stop) {
      wanted = stop >= 0 ? stop : Long.MAX_VALUE;
    }
    return item;
  }

  private PyObject end() {
    iterator = null;
    return null;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    Pickles.warn();
    if (iterator == null) {
      PyObject empty = Iteration.iterator(new PyList());
      return PyTuple.of(type(), PyTuple.of(empty, PyLong.ZERO), PyLong.ZERO);
    }
    PyObject end = stop < 0 ? PyNone.NONE : PyLong.of(stop);
    return PyTuple.of(
        type(), PyTuple.of(iterator, PyLong.of(wanted), end, PyLong.of(step)), PyLong.of(count));
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(long state) {
    Pickles.warn();
    count = state;
  }
}
