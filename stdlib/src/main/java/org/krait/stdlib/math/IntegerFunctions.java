package org.krait.stdlib.math;

import java.math.BigInteger;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.numbers.GreatestDivisor;
import org.krait.runtime.types.IntArithmetic;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;

/** Number theory and combinatorics. */
final class IntegerFunctions {
  /** 20! is the last factorial that fits a long. */
  private static final long[] FACTORIALS = new long[21];

  /** Up to so many factors are multiplied one after the other. */
  private static final int SHORT_PRODUCT = 40;

  static {
    FACTORIALS[0] = 1;
    for (int i = 1; i < FACTORIALS.length; i++) {
      FACTORIALS[i] = FACTORIALS[i - 1] * i;
    }
  }

  private IntegerFunctions() {}

  @Function("gcd(*integers)")
  static PyObject gcd(PyObject[] integers) {
    PyInt result = PyInt.of(0);
    for (PyObject value : integers) {
      result = gcd(result, Arguments.index(value));
    }
    return result;
  }

  private static PyInt gcd(PyInt a, PyInt b) {
    if (a.fitsLong() && b.fitsLong()) {
      long x = a.longValue();
      long y = b.longValue();
      while (y != 0) {
        long rest = x % y;
        x = y;
        y = rest;
      }
      return IntArithmetic.abs(PyInt.of(x));
    }
    return PyInt.of(GreatestDivisor.of(a.bigValue(), b.bigValue()));
  }

  @Function("lcm(*integers)")
  static PyObject lcm(PyObject[] integers) {
    PyInt result = PyInt.of(1);
    for (PyObject value : integers) {
      PyInt number = Arguments.index(value);
      if (result.signum() == 0 || number.signum() == 0) {
        result = PyInt.of(0);
      } else {
        PyInt rest = IntArithmetic.floorDiv(number, gcd(result, number));
        result = IntArithmetic.abs(IntArithmetic.mul(result, rest));
      }
    }
    return result;
  }

  @Function("isqrt(n, /)")
  static PyObject isqrt(PyObject n) {
    PyInt value = Arguments.index(n);
    if (value.signum() < 0) {
      throw Errors.valueError("isqrt() argument must be nonnegative");
    }
    if (!value.fitsLong()) {
      return PyInt.of(value.bigValue().sqrt());
    }
    long number = value.longValue();
    long root = (long) Math.sqrt((double) number);
    // The double is at most one off.
    if (root * root > number || root > 3037000499L) {
      root--;
    } else if ((root + 1) * (root + 1) <= number && root < 3037000499L) {
      root++;
    }
    return PyInt.of(root);
  }

  @Function("factorial(n, /)")
  static PyObject factorial(PyObject n) {
    PyInt number = Arguments.index(n);
    if (number.signum() < 0) {
      throw Errors.valueError("factorial() not defined for negative values");
    }
    if (!number.fitsLong()) {
      throw Errors.overflowError(
          "factorial() argument should not exceed %d", Long.MAX_VALUE);
    }
    long value = number.longValue();
    if (value < FACTORIALS.length) {
      return PyInt.of(FACTORIALS[(int) value]);
    }
    return PyInt.of(product(1, value));
  }

  /** The product of {@code from} to {@code to}, which are positive: as many factors as a long takes go in at once. */
  private static BigInteger product(long from, long to) {
    if (to - from >= SHORT_PRODUCT) {
      long middle = from + (to - from >> 1);
      return product(from, middle).multiply(product(middle + 1, to));
    }
    BigInteger result = null;
    long part = from;
    for (long i = from + 1; i <= to; i++) {
      if (Math.multiplyHigh(part, i) == 0 && part * i > 0) {
        part *= i;
      } else {
        result = result == null ? BigInteger.valueOf(part) : result.multiply(BigInteger.valueOf(part));
        part = i;
      }
    }
    BigInteger last = BigInteger.valueOf(part);
    return result == null ? last : result.multiply(last);
  }

  @Function("perm(n, k=None, /)")
  static PyObject perm(PyObject n, PyObject k) {
    if (k == PyNone.NONE) {
      return factorial(n);
    }
    PyInt total = Arguments.index(n);
    PyInt chosen = Arguments.index(k);
    checkNonNegative(total, "n");
    checkNonNegative(chosen, "k");
    if (IntArithmetic.compare(total, chosen) < 0) {
      return PyInt.of(0);
    }
    if (!chosen.fitsLong()) {
      throw Errors.overflowError("k must not exceed %d", Long.MAX_VALUE);
    }
    return PyInt.of(falling(total.bigValue(), chosen.longValue()));
  }

  @Function("comb(n, k, /)")
  static PyObject comb(PyObject n, PyObject k) {
    PyInt total = Arguments.index(n);
    PyInt chosen = Arguments.index(k);
    checkNonNegative(total, "n");
    checkNonNegative(chosen, "k");
    PyInt others = IntArithmetic.sub(total, chosen);
    if (others.signum() < 0) {
      return PyInt.of(0);
    }
    PyInt fewer = IntArithmetic.compare(others, chosen) < 0 ? others : chosen;
    if (!fewer.fitsLong()) {
      throw Errors.overflowError("min(n - k, k) must not exceed %d", Long.MAX_VALUE);
    }
    long count = fewer.longValue();
    PyInt small = total.fitsLong() ? smallComb(total.longValue(), count) : null;
    if (small != null) {
      return small;
    }
    BigInteger ways = falling(total.bigValue(), count);
    return PyInt.of(ways.divide(product(1, count)));
  }

  /** Binomials while every product fits a long; each step's product is divisible. */
  private static PyInt smallComb(long n, long k) {
    long result = 1;
    for (long i = 1; i <= k; i++) {
      long factor = n - k + i;
      if (Math.multiplyHigh(result, factor) != 0 || result * factor < 0) {
        return null;
      }
      result = result * factor / i;
    }
    return PyInt.of(result);
  }

  private static void checkNonNegative(PyInt value, String name) {
    if (value.signum() < 0) {
      throw Errors.valueError("%s must be a non-negative integer", name);
    }
  }

  /** {@code n * (n - 1) * …}, {@code k} factors. */
  private static BigInteger falling(BigInteger n, long k) {
    if (k == 0) {
      return BigInteger.ONE;
    }
    if (n.bitLength() < Integer.SIZE) {
      return product(n.longValue() - k + 1, n.longValue());
    }
    return product(n.subtract(BigInteger.valueOf(k)), 1, k);
  }

  /** The product of {@code base + from} to {@code base + to}, halved down so that factors balance. */
  private static BigInteger product(BigInteger base, long from, long to) {
    if (to - from < 8) {
      BigInteger result = base.add(BigInteger.valueOf(from));
      for (long i = from + 1; i <= to; i++) {
        result = result.multiply(base.add(BigInteger.valueOf(i)));
      }
      return result;
    }
    long middle = from + (to - from >> 1);
    return product(base, from, middle).multiply(product(base, middle + 1, to));
  }
}
