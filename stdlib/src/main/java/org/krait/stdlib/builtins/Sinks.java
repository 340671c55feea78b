package org.krait.stdlib.builtins;

import org.krait.runtime.Objects;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

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
    public boolean take(long value) {
      long sum = small + value;
      if (total != null || ((small ^ sum) & (value ^ sum)) < 0) {
        return take(PyLong.of(value));
      }
      small = sum;
      return true;
    }

    @Override
    public boolean take(double value) {
      if (floats == null) {
        return take((PyObject) new PyFloat(value));
      }
      floats.add(value);
      return true;
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
    public boolean take(boolean value) {
      found = value == wanted;
      return !found;
    }

    @Override
    public boolean take(long value) {
      return take(value != 0);
    }

    @Override
    public boolean take(PyObject value) {
      return take(Objects.isTrue(value));
    }
  }
}
