package org.krait.stdlib.builtins;

import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Each;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code min} and {@code max}: the first of the least or greatest values, numbers without objects while they are of one kind. */
final class Extreme extends Sink {
  private final boolean isLeast;

  /** What {@link #number} or {@link #real} is the best of; null while {@link #best} says it. */
  private Class<?> kind;

  private long number;
  private double real;
  private PyObject best;

  private Extreme(int op) {
    this.isLeast = op == Comparison.LT;
  }

  /** The best of the items; null when there are none. */
  static PyObject of(PyObject iterable, int op) {
    Extreme extreme = new Extreme(op);
    if (extreme.takeNumbers(iterable)) {
      return extreme.result();
    }
    PyObject iterator = Iteration.iterator(iterable);
    if (iterator instanceof PyGenerator generator) {
      generator.drain(extreme);
      return extreme.result();
    }
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      extreme.take(item);
    }
    return extreme.result();
  }

  /** The item with the best key; null when there are none. */
  static PyObject of(PyObject iterable, int op, PyObject key) {
    ByKey extreme = new ByKey(Iteration.iterator(iterable), op);
    extreme.call(key);
    return extreme.best;
  }

  /** The first item with the least or greatest key. */
  private static final class ByKey extends Each {
    private final PyObject iterator;
    private final int op;
    private PyObject best;

    /** The key of the best; null while it is an int, {@link #number}. */
    private PyObject bestKey;

    private long number;

    ByKey(PyObject iterator, int op) {
      this.iterator = iterator;
      this.op = op;
    }

    @Override
    protected PyObject next() {
      return Iteration.next(iterator);
    }

    @Override
    protected void take(long key) {
      if (best == null || bestKey == null && (op == Comparison.LT ? key < number : key > number)) {
        best = item();
        number = key;
      } else if (bestKey != null) {
        takeAny(PyLong.of(key));
      }
    }

    @Override
    protected void take(PyObject key) {
      if (key.getClass() == PyLong.class) {
        take(((PyLong) key).value);
      } else {
        takeAny(key);
      }
    }

    private void takeAny(PyObject key) {
      PyObject known = bestKey == null ? PyLong.of(number) : bestKey;
      if (best == null || isBetter(key, known, op)) {
        best = item();
        bestKey = key.getClass() == PyLong.class ? null : key;
        number = bestKey == null ? ((PyLong) key).value : 0;
      }
    }
  }

  private static boolean isBetter(PyObject key, PyObject best, int op) {
    if (key.getClass() == PyFloat.class && best.getClass() == PyFloat.class) {
      double value = ((PyFloat) key).value;
      double known = ((PyFloat) best).value;
      return op == Comparison.LT ? value < known : value > known;
    }
    if (key.getClass() == PyLong.class && best.getClass() == PyLong.class) {
      long value = ((PyLong) key).value;
      long known = ((PyLong) best).value;
      return op == Comparison.LT ? value < known : value > known;
    }
    return Comparison.test(key, best, op);
  }

  /** Goes over a list whose numbers are no objects; false where it is none. */
  private boolean takeNumbers(PyObject iterable) {
    if (iterable.getClass() != PyList.class || Concurrency.active()) {
      return false;
    }
    PyList list = (PyList) iterable;
    Class<?> form = list.form();
    if (form == long.class) {
      for (int i = 0; i < list.size(); i++) {
        offer(list.longAt(i));
      }
    } else if (form == double.class) {
      for (int i = 0; i < list.size(); i++) {
        offer(list.doubleAt(i));
      }
    }
    return form == long.class || form == double.class;
  }

  @Override
  public boolean offer(long value) {
    if (kind == long.class) {
      if (isLeast ? value < number : value > number) {
        number = value;
      }
      return true;
    }
    return isFirst() && start(value);
  }

  private boolean isFirst() {
    return kind == null && best == null;
  }

  private boolean start(long value) {
    kind = long.class;
    number = value;
    return true;
  }

  @Override
  public boolean offer(double value) {
    if (kind == double.class) {
      if (isLeast ? value < real : value > real) {
        real = value;
      }
      return true;
    }
    return isFirst() && start(value);
  }

  private boolean start(double value) {
    kind = double.class;
    real = value;
    return true;
  }

  @Override
  public boolean offer(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return offer(((PyLong) value).value);
    }
    if (value.getClass() == PyFloat.class && kind == double.class) {
      return offer(((PyFloat) value).value);
    }
    boolean taken = isFirst() || best != null && isAlike(value, best);
    if (taken) {
      take(value);
    }
    return taken;
  }

  /** Whether two values can be compared without Python code, and without an error. */
  private static boolean isAlike(PyObject value, PyObject other) {
    Class<?> kind = value.getClass();
    if (kind != other.getClass()) {
      return false;
    }
    if (kind != PyTuple.class) {
      return kind == PyStr.class || kind == PyFloat.class || kind == PyLong.class;
    }
    PyObject[] items = ((PyTuple) value).items();
    PyObject[] others = ((PyTuple) other).items();
    if (items.length != others.length) {
      return false;
    }
    for (int i = 0; i < items.length; i++) {
      if (items[i].getClass() == PyTuple.class || !isAlike(items[i], others[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean take(PyObject value) {
    if (value.getClass() == PyLong.class && offer(((PyLong) value).value)) {
      return true;
    }
    if (value.getClass() == PyFloat.class && kind == double.class) {
      return offer(((PyFloat) value).value);
    }
    takeAny(value);
    return true;
  }

  private void takeAny(PyObject value) {
    PyObject known = result();
    kind = null;
    best = known == null || isBetter(value, known, isLeast ? Comparison.LT : Comparison.GT) ? value : known;
  }

  private PyObject result() {
    return kind == long.class ? PyLong.of(number) : kind == double.class ? new PyFloat(real) : best;
  }
}
