package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.ComplexArithmetic;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

/** {@link GuardedOperations} on complex numbers, and on floats and ints beside them. */
public final class GuardedComplex {
  private GuardedComplex() {}

  private static PyComplex complex(PyObject value) {
    Class<?> type = value.getClass();
    if (type == PyComplex.class) {
      return (PyComplex) value;
    }
    if (type == PyFloat.class) {
      return new PyComplex(((PyFloat) value).value, 0);
    }
    if (type == PyLong.class) {
      return new PyComplex(((PyLong) value).value, 0);
    }
    throw GuardFailed.INSTANCE;
  }

  /** Throws where both are real: their result is no complex number. */
  private static void check(PyObject a, PyObject b) {
    if (a.getClass() != PyComplex.class && b.getClass() != PyComplex.class) {
      throw GuardFailed.INSTANCE;
    }
  }

  public static PyObject addComplex(PyObject a, PyObject b) {
    check(a, b);
    return ComplexArithmetic.add(complex(a), complex(b));
  }

  public static PyObject subComplex(PyObject a, PyObject b) {
    check(a, b);
    return ComplexArithmetic.sub(complex(a), complex(b));
  }

  public static PyObject mulComplex(PyObject a, PyObject b) {
    check(a, b);
    return ComplexArithmetic.mul(complex(a), complex(b));
  }

  /** The quotient; throws where the divisor is zero. */
  public static PyObject divComplex(PyObject a, PyObject b) {
    check(a, b);
    PyComplex divisor = complex(b);
    if (divisor.real == 0 && divisor.imag == 0) {
      throw GuardFailed.INSTANCE;
    }
    return ComplexArithmetic.div(complex(a), divisor);
  }

  /** {@code abs(a)}; throws where it is too large. */
  public static double absComplex(PyObject a) {
    if (a.getClass() != PyComplex.class) {
      throw GuardFailed.INSTANCE;
    }
    double abs = ComplexArithmetic.abs((PyComplex) a);
    if (Double.isInfinite(abs)) {
      throw GuardFailed.INSTANCE;
    }
    return abs;
  }
}
