package org.krait.stdlib.builtins;

import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** What the builtins do with the values of generators, without objects for numbers. */
final class Sinks {
  private Sinks() {}

  /** {@code sum} while all are ints that fit; then as for any values. */
  static final class Sum extends Sink {
    private long small;

    /** The sum when it is no longer a small int; else null. */
    private PyObject total;

    private FloatSum floats;

    Sum(PyObject start) {
      if (start.getClass() == PyLong.class) {
        small = ((PyLong) start).value;
      } else {
        become(start);
      }
    }

    private void become(PyObject value) {
      floats = value.getClass() == PyFloat.class ? new FloatSum(((PyFloat) value).value) : null;
      total = value;
    }

    @Override
    public boolean offer(long value) {
      long sum = small + value;
      if (total != null || ((small ^ sum) & (value ^ sum)) < 0) {
        return offerRarely(value);
      }
      small = sum;
      return true;
    }

    private boolean offerRarely(long value) {
      return offerRarely(PyLong.of(value));
    }

    @Override
    public boolean offer(double value) {
      if (floats == null) {
        return offerRarely(new PyFloat(value));
      }
      floats.add(value);
      return true;
    }

    @Override
    public boolean offer(boolean value) {
      return offer(value ? 1L : 0L);
    }

    @Override
    public boolean offer(PyObject value) {
      if (total != null) {
        return offerRarely(value);
      }
      Class<?> kind = value.getClass();
      return kind == PyLong.class
          ? offer(((PyLong) value).value)
          : kind == PyBool.class ? offer(value == PyBool.TRUE) : offerRarely(value);
    }

    /** Adds what can neither run Python code nor raise anything. */
    private boolean offerRarely(PyObject value) {
      Class<?> kind = value.getClass();
      boolean added =
          floats != null
              ? kind == PyFloat.class || isSmall(kind)
              : total == null
                  ? kind == PyFloat.class || isInt(kind)
                  : isInt(total.getClass()) && isInt(kind);
      if (added) {
        take(value);
      }
      return added;
    }

    private static boolean isSmall(Class<?> kind) {
      return kind == PyLong.class || kind == PyBool.class;
    }

    private static boolean isInt(Class<?> kind) {
      return isSmall(kind) || kind == PyBigInt.class;
    }

    @Override
    public boolean take(PyObject value) {
      if (floats != null) {
        if (!floats.take(value)) {
          become(Operators.add(floats.result(), value));
        }
      } else if (total == null && value.getClass() == PyLong.class) {
        long number = ((PyLong) value).value;
        long sum = small + number;
        if (((small ^ sum) & (number ^ sum)) < 0) {
          become(Operators.add(PyLong.of(small), value));
        } else {
          small = sum;
        }
      } else if (total == null && value == PyBool.FALSE) {
        return true;
      } else if (total == null && value == PyBool.TRUE && small != Long.MAX_VALUE) {
        small++;
      } else {
        become(Operators.add(total == null ? PyLong.of(small) : total, value));
      }
      return true;
    }

    PyObject result() {
      return floats != null ? floats.result() : total != null ? total : PyLong.of(small);
    }
  }

  /** {@code any} and {@code all}: stops at the first value of a truth. */
  static final class Search extends Sink {
    private final boolean wanted;
    boolean found;

    Search(boolean wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean offer(boolean value) {
      return value != wanted;
    }

    @Override
    public boolean offer(long value) {
      return value != 0 != wanted;
    }

    @Override
    public boolean offer(double value) {
      return value != 0 != wanted;
    }

    @Override
    public boolean offer(PyObject value) {
      return isBuiltin(value.getClass()) && Objects.isTrue(value) != wanted;
    }

    private static boolean isBuiltin(Class<?> kind) {
      return kind == PyBool.class || kind == PyNone.class || kind == PyLong.class || kind == PyStr.class
          || kind == PyList.class || kind == PyTuple.class || kind == PyDict.class;
    }

    @Override
    public boolean take(PyObject value) {
      found = Objects.isTrue(value) == wanted;
      return !found;
    }
  }
}
