package org.krait.stdlib.math;

import java.util.Arrays;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Operators;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;

/** Sums and products of many numbers. */
final class Sums {
  private Sums() {}

  @Function("fsum(seq, /)")
  static double fsum(PyObject sequence) {
    ExactSum sum = new ExactSum();
    PyObject iterator = Iteration.iterator(sequence);
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      sum.add(Arguments.toDouble(item));
    }
    return sum.value();
  }

  /** Partial sums that do not overlap, in growing magnitude; together they are the exact sum. */
  private static final class ExactSum {
    private double[] partials = new double[32];
    private int count;
    private double special;
    private double infinities;

    void add(double value) {
      double x = value;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        double y = partials[i];
        if (Math.abs(x) < Math.abs(y)) {
          double swapped = x;
          x = y;
          y = swapped;
        }
        double high = x + y;
        double low = y - (high - x);
        if (low != 0) {
          partials[kept++] = low;
        }
        x = high;
      }
      count = kept;
      if (x == 0) {
        return;
      }
      if (!Double.isFinite(x)) {
        addSpecial(value);
        return;
      }
      if (count == partials.length) {
        partials = Arrays.copyOf(partials, count * 2);
      }
      partials[count++] = x;
    }

    private void addSpecial(double value) {
      if (Double.isFinite(value)) {
        throw Errors.overflowError("intermediate overflow in fsum");
      }
      if (Double.isInfinite(value)) {
        infinities += value;
      }
      special += value;
      count = 0;
    }

    double value() {
      if (special != 0) {
        if (Double.isNaN(infinities)) {
          throw Errors.valueError("-inf + inf in fsum");
        }
        return special;
      }
      double high = 0;
      double low = 0;
      int at = count;
      while (at > 0 && low == 0) {
        double x = high;
        double y = partials[--at];
        high = x + y;
        low = y - (high - x);
      }
      return roundedUp(high, low, at);
    }

    /** A tie was rounded to even, though what lies below it has the same sign as the rest. */
    private double roundedUp(double high, double low, int below) {
      if (below > 0 && (low < 0 && partials[below - 1] < 0 || low > 0 && partials[below - 1] > 0)) {
        double twice = low * 2;
        double next = high + twice;
        if (next - high == twice) {
          return next;
        }
      }
      return high;
    }
  }

  @Function("prod(iterable, /, *, start=1)")
  static PyObject prod(PyObject iterable, PyObject start) {
    PyObject result = start;
    PyObject iterator = Iteration.iterator(iterable);
    for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
      result = Operators.mul(result, item);
    }
    return result;
  }

  @Function("sumprod(p, q, /)")
  static PyObject sumprod(PyObject p, PyObject q) {
    PyObject left = Iteration.iterator(p);
    PyObject right = Iteration.iterator(q);
    ProductSum sum = new ProductSum();
    while (true) {
      PyObject a = Iteration.next(left);
      PyObject b = Iteration.next(right);
      if ((a == null) != (b == null)) {
        throw Errors.valueError("Inputs are not the same length");
      }
      if (a == null) {
        return sum.total();
      }
      sum.add(a, b);
    }
  }

  /** Sums products of ints in a long, of floats in three doubles, and all others as Python does. */
  private static final class ProductSum {
    private PyObject total = PyLong.ZERO;
    private long whole;
    private boolean hasWhole;
    private double high;
    private double low;
    private double tiny;
    private boolean hasReal;
    private boolean onlyInts = true;
    private boolean onlyReals = true;

    void add(PyObject a, PyObject b) {
      if (onlyInts) {
        if (a.getClass() == PyLong.class
            && b.getClass() == PyLong.class
            && addInts(((PyLong) a).value, ((PyLong) b).value)) {
          return;
        }
        onlyInts = false;
        flush();
      }
      if (onlyReals) {
        if (isReal(a) && isReal(b) && addReals(a, b)) {
          return;
        }
        onlyReals = false;
        flush();
      }
      total = Operators.add(total, Operators.mul(a, b));
    }

    private static boolean isReal(PyObject x) {
      return x.getClass() == PyFloat.class || x instanceof PyInt && !x.type().isHeap();
    }

    private boolean addInts(long a, long b) {
      long product = a * b;
      long sum = whole + product;
      if (Math.multiplyHigh(a, b) != product >> 63 || ((whole ^ sum) & (product ^ sum)) < 0) {
        return false;
      }
      if (hasReal) {
        flush();
      }
      whole = sum;
      hasWhole = true;
      return true;
    }

    private boolean addReals(PyObject a, PyObject b) {
      if (a instanceof PyInt && b instanceof PyInt || tooLarge(a) || tooLarge(b)) {
        return false;
      }
      double x = Arguments.toDouble(a);
      double y = Arguments.toDouble(b);
      double product = x * y;
      double productRest = Math.fma(x, y, -product);
      double sum = high + product;
      double sumRest = rest(high, product, sum);
      double middle = low + productRest;
      double middleRest = rest(low, productRest, middle);
      double lower = middle + sumRest;
      double lowerRest = rest(middle, sumRest, lower);
      if (!Double.isFinite(sum + lower)) {
        return false;
      }
      if (hasWhole) {
        flush();
      }
      high = sum;
      low = lower;
      tiny += middleRest + lowerRest;
      hasReal = true;
      return true;
    }

    private static boolean tooLarge(PyObject x) {
      return x instanceof PyInt number && number.bigValue().bitLength() > 1000;
    }

    /** What rounding took from {@code a + b}. */
    private static double rest(double a, double b, double sum) {
      double part = sum - a;
      return (a - (sum - part)) + (b - part);
    }

    private void flush() {
      if (hasWhole) {
        total = Operators.add(total, PyInt.of(whole));
        whole = 0;
        hasWhole = false;
      }
      if (hasReal) {
        double lower = low + tiny;
        double lowerRest = rest(low, tiny, lower);
        double sum = high + lower;
        total = Operators.add(total, PyFloat.of(sum + (rest(high, lower, sum) + lowerRest)));
        high = 0;
        low = 0;
        tiny = 0;
        hasReal = false;
      }
    }

    PyObject total() {
      flush();
      return total;
    }
  }
}
