package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

/**
 * {@link GuardedOperations} on numbers that are ints now and floats then, as distances are that begin with
 * {@code inf}. Small, so that HotSpot compiles them into machine code and need not make what is only compared; ints
 * that do not fit, and everything else, go the way of {@link GuardedNumbers}.
 */
public final class GuardedMixed {
  /** Ints up to this size are floats exactly. */
  private static final long EXACT = 1L << 53;

  private GuardedMixed() {}

  private static boolean isInt(PyObject value) {
    return value.getClass() == PyLong.class;
  }

  private static boolean isWordOrFloat(PyObject value) {
    return value.getClass() == PyLong.class || value.getClass() == PyFloat.class;
  }

  private static double rounded(PyObject value) {
    return value.getClass() == PyLong.class ? ((PyLong) value).value : ((PyFloat) value).value;
  }

  public static PyObject addMixed(PyObject a, PyObject b, int operator) {
    if (isInt(a) && isInt(b)) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long sum = x + y;
      return ((x ^ sum) & (y ^ sum)) >= 0 ? PyLong.of(sum) : GuardedNumbers.numbers(a, b, operator);
    }
    return isWordOrFloat(a) && isWordOrFloat(b)
        ? PyFloat.of(rounded(a) + rounded(b))
        : GuardedNumbers.numbers(a, b, operator);
  }

  public static PyObject subMixed(PyObject a, PyObject b, int operator) {
    if (isInt(a) && isInt(b)) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long rest = x - y;
      return ((x ^ y) & (x ^ rest)) >= 0 ? PyLong.of(rest) : GuardedNumbers.numbers(a, b, operator);
    }
    return isWordOrFloat(a) && isWordOrFloat(b)
        ? PyFloat.of(rounded(a) - rounded(b))
        : GuardedNumbers.numbers(a, b, operator);
  }

  public static PyObject mulMixed(PyObject a, PyObject b, int operator) {
    if (isInt(a) && isInt(b)) {
      long x = ((PyLong) a).value;
      long y = ((PyLong) b).value;
      long product = x * y;
      return Math.multiplyHigh(x, y) == product >> 63
          ? PyLong.of(product)
          : GuardedNumbers.numbers(a, b, operator);
    }
    return isWordOrFloat(a) && isWordOrFloat(b)
        ? PyFloat.of(rounded(a) * rounded(b))
        : GuardedNumbers.numbers(a, b, operator);
  }

  /** Whether a number lies in a {@code double} as it is. */
  private static boolean isExact(PyObject value) {
    return value.getClass() == PyFloat.class
        || value.getClass() == PyLong.class && Math.abs(((PyLong) value).value) - 1 < EXACT;
  }

  public static boolean compareMixed(PyObject a, PyObject b, int operator) {
    if (isInt(a) && isInt(b)) {
      return Comparison.holds(Long.compare(((PyLong) a).value, ((PyLong) b).value), operator);
    }
    return isExact(a) && isExact(b)
        ? Comparison.holds(rounded(a), rounded(b), operator)
        : GuardedNumbers.compare(a, b, operator);
  }
}
