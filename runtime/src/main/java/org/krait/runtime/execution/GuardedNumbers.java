package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.Iteration;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.FloatArithmetic;
import org.krait.runtime.types.IntArithmetic;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictView;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyRange;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.TupleOrder;

/** {@link GuardedOperations} on numbers, and comparisons. */
public final class GuardedNumbers {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  private static final PyStr NO_QUOTIENT = PyStr.of(IntArithmetic.NO_QUOTIENT);
  private static final PyStr NO_REST = PyStr.of(IntArithmetic.NO_REST);
  private static final PyStr NO_FRACTION = PyStr.of(IntArithmetic.NO_FRACTION);

  private GuardedNumbers() {}

  public static long add(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException overflow) {
      throw FAILED;
    }
  }

  public static long sub(long a, long b) {
    try {
      return Math.subtractExact(a, b);
    } catch (ArithmeticException overflow) {
      throw FAILED;
    }
  }

  public static long mul(long a, long b) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException overflow) {
      throw FAILED;
    }
  }

  public static long neg(long a) {
    if (a == Long.MIN_VALUE) {
      throw FAILED;
    }
    return -a;
  }

  public static long floordiv(long a, long b) {
    if (b == 0 || a == Long.MIN_VALUE && b == -1) {
      throw FAILED;
    }
    return Math.floorDiv(a, b);
  }

  public static long mod(long a, long b) {
    if (b == 0) {
      throw FAILED;
    }
    return Math.floorMod(a, b);
  }

  /** Exact: both numbers are doubles, so one rounding is the only one. */
  public static double truediv(long a, long b) {
    if (b == 0 || Math.abs(a) > 1L << 53 || Math.abs(b) > 1L << 53) {
      throw FAILED;
    }
    return (double) a / (double) b;
  }

  public static long lshift(long a, long b) {
    if (b < 0 || b > 62 || a << b >> b != a) {
      throw FAILED;
    }
    return a << b;
  }

  public static long rshift(long a, long b) {
    if (b < 0) {
      throw FAILED;
    }
    return a >> Math.min(b, 63);
  }

  /** Small powers by repeated squaring. */
  public static long pow(long a, long b) {
    if (b < 0) {
      throw FAILED;
    }
    long r = 1;
    while (b > 0) {
      if ((b & 1) != 0) {
        r = mul(r, a);
      }
      b >>= 1;
      if (b > 0) {
        a = mul(a, a);
      }
    }
    return r;
  }

  public static double truediv(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return a / b;
  }

  public static double floordiv(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return FloatArithmetic.floorDivide(a, b);
  }

  public static double mod(double a, double b) {
    if (b == 0) {
      throw FAILED;
    }
    return FloatArithmetic.modulo(a, b);
  }

  public static double pow(double a, double b) {
    if (b == 2.0 && Math.abs(a) < 1e150) {
      return a * a;
    }
    if (b == 0.5 && a >= 0) {
      return pow0(a, b);
    }
    if (FloatArithmetic.pow(a, b) instanceof PyFloat result) {
      return result.value;
    }
    throw FAILED;
  }

  private static double pow0(double a, double b) {
    return ((PyFloat) FloatArithmetic.pow(a, b)).value;
  }

  /** A long that a double can hold, for comparison with one. */
  public static double exact(long a) {
    if (Math.abs(a) > 1L << 53) {
      throw FAILED;
    }
    return (double) a;
  }

  /** {@code max(a, b)} of two numbers, texts or tuples of such. */
  public static PyObject greater(PyObject a, PyObject b) {
    return order(b, a) > 0 ? b : a;
  }

  /** {@code min(a, b)} of such. */
  public static PyObject lesser(PyObject a, PyObject b) {
    return order(b, a) < 0 ? b : a;
  }

  /** Negative, positive, or zero where neither is less, as with NaN. */
  private static int order(PyObject a, PyObject b) {
    Class<?> kind = a.getClass();
    if (kind != b.getClass()) {
      throw FAILED;
    }
    if (kind == PyLong.class) {
      return Long.compare(((PyLong) a).value, ((PyLong) b).value);
    }
    if (kind == PyFloat.class) {
      double x = ((PyFloat) a).value;
      double y = ((PyFloat) b).value;
      return x < y ? -1 : x > y ? 1 : 0;
    }
    return orderOfOthers(a, b, kind);
  }

  private static int orderOfOthers(PyObject a, PyObject b, Class<?> kind) {
    int order =
        kind == PyStr.class
            ? Integer.signum(((PyStr) a).compareTo((PyStr) b))
            : kind == PyTuple.class ? TupleOrder.of((PyTuple) a, (PyTuple) b) : TupleOrder.UNKNOWN;
    if (order == TupleOrder.UNKNOWN) {
      throw FAILED;
    }
    return order;
  }

  private static boolean isNumber(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyLong.class || type == PyFloat.class || type == PyBigInt.class;
  }

  /** An operator on numbers of any size. */
  public static PyObject numbers(PyObject a, PyObject b, int operator) {
    if (isNumber(a) && isNumber(b)) {
      return arithmetic(a, b, operator);
    }
    throw FAILED;
  }

  private static PyObject arithmetic(PyObject a, PyObject b, int operator) {
    try {
      return Instructions.binary(operator, a, b);
    } catch (PyException raised) {
      // The interpreter raises it again, in a frame.
      throw FAILED;
    }
  }

  private static boolean isClosed(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyLong.class
        || type == PyFloat.class
        || type == PyStr.class
        || type == PyList.class
        || type == PyTuple.class
        || type == PyBigInt.class
        || type == PyBool.class
        || type == PyNone.class
        || type == PyBytes.class;
  }

  /** Addition and multiplication of values of builtin types: no Python code runs. */
  public static PyObject closed(PyObject a, PyObject b, int operator) {
    if (isClosed(a) && isClosed(b)) {
      return arithmetic(a, b, operator);
    }
    throw FAILED;
  }

  /** An argument that builtin methods can hash and compare without Python code. */
  public static PyObject closed(PyObject value) {
    Class<?> type = value.getClass();
    if (type == PyLong.class
        || type == PyStr.class
        || type == PyFloat.class
        || type == PyNone.class
        || type == PyBool.class
        || type == PyBytes.class
        || GuardedKeys.isPlainTuple(value)) {
      return value;
    }
    throw FAILED;
  }

  /** A container of a builtin type whose items can be hashed, compared and added without Python code. */
  public static PyObject closedItems(PyObject value) {
    Class<?> type = value.getClass();
    if (type == PyList.class) {
      PyList list = (PyList) value;
      if (list.form() == Object.class) {
        for (int i = 0; i < list.size(); i++) {
          closed(list.get(i));
        }
      }
    } else if (type == PyTuple.class) {
      for (PyObject item : ((PyTuple) value).items()) {
        closed(item);
      }
    } else if (type == PySet.class || type == PyDict.class || value instanceof PyDictView && !value.type().isHeap()) {
      PyObject iterator = Iteration.iterator(value);
      for (PyObject item = Iteration.next(iterator); item != null; item = Iteration.next(iterator)) {
        closed(item);
      }
    } else if (type != PyRange.class) {
      throw FAILED;
    }
    return value;
  }

  public static PyObject negative(PyObject value) {
    if (value.getClass() == PyLong.class) {
      return PyLong.of(neg(((PyLong) value).value));
    }
    if (value.getClass() == PyFloat.class) {
      return new PyFloat(-((PyFloat) value).value);
    }
    throw FAILED;
  }

  /** Comparison of numbers, texts, and other values that compare without Python code. */
  public static boolean compare(PyObject a, PyObject b, int operator) {
    boolean equality = operator == Comparison.EQ || operator == Comparison.NE;
    if (equality && isIntOrText(a) && isIntOrText(b)) {
      return isSameIntOrText(a, b) == (operator == Comparison.EQ);
    }
    return compareOthers(a, b, operator, equality);
  }

  private static boolean isIntOrText(PyObject value) {
    return value.getClass() == PyLong.class || value.getClass() == PyStr.class;
  }

  private static boolean isSameIntOrText(PyObject a, PyObject b) {
    if (a == b || a.getClass() != b.getClass()) {
      return a == b;
    }
    return a.getClass() == PyLong.class ? ((PyLong) a).value == ((PyLong) b).value : a.equals(b);
  }

  private static boolean compareOthers(PyObject a, PyObject b, int operator, boolean equality) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return compareTexts((PyStr) a, (PyStr) b, operator);
    }
    if (isNumber(a) && isNumber(b)
        || equality && isScalar(a) && isScalar(b)) {
      return Compare.compare(a, b, operator) == PyBool.TRUE;
    }
    if (equality && isApart(a) && isApart(b) && (!isContainer(a) || !isContainer(b))) {
      return (a == b) == (operator == Comparison.EQ);
    }
    throw FAILED;
  }

  /** Equality of a text and something else that can be told without Python code. */
  public static boolean equalText(PyObject a, PyObject b) {
    if (a.getClass() == PyStr.class && b.getClass() == PyStr.class) {
      return a == b || a.equals(b);
    }
    if (isApart(a) && isApart(b)) {
      return false;
    }
    throw FAILED;
  }

  /** Values that are equal to themselves and perhaps to their like, but to nothing else. */
  private static boolean isApart(PyObject value) {
    return isScalar(value) && value.getClass() != PyBytes.class
        || isContainer(value)
        || isByIdentity(value);
  }

  private static boolean isContainer(PyObject value) {
    Class<?> type = value.getClass();
    return type == PyList.class || type == PyTuple.class || type == PyDict.class;
  }

  /** Values that are equal to themselves only. */
  private static boolean isByIdentity(PyObject value) {
    if (value.getClass() == PyInstance.class) {
      PyType type = value.type();
      return type.special(Special.EQ) == ObjectType.TYPE.special(Special.EQ)
          && type.special(Special.NE) == ObjectType.TYPE.special(Special.NE);
    }
    return value.getClass() == PyFunction.class || value.type() == PyType.TYPE;
  }

  private static boolean compareTexts(PyStr a, PyStr b, int operator) {
    return switch (operator) {
      case Comparison.EQ -> a.equals(b);
      case Comparison.NE -> !a.equals(b);
      default -> Comparison.holds(a.compareTo(b), operator);
    };
  }

  static boolean isScalar(PyObject value) {
    Class<?> type = value.getClass();
    return isNumber(value)
        || type == PyStr.class
        || type == PyNone.class
        || type == PyBool.class
        || type == PyBytes.class;
  }

  /** {@code is}, for values that may have lain unboxed: numbers are the same when they are equal. */
  public static boolean isSame(PyObject a, PyObject b) {
    return a == b || isSameInt(a, b) || isSameFloat(a, b) || isSameWord(a, b);
  }

  private static boolean isSameInt(PyObject a, PyObject b) {
    return a.getClass() == PyLong.class
        && b.getClass() == PyLong.class
        && ((PyLong) a).value == ((PyLong) b).value;
  }

  private static boolean isSameFloat(PyObject a, PyObject b) {
    return a.getClass() == PyFloat.class
        && b.getClass() == PyFloat.class
        && Double.doubleToRawLongBits(((PyFloat) a).value) == Double.doubleToRawLongBits(((PyFloat) b).value);
  }

  private static boolean isSameWord(PyObject a, PyObject b) {
    return a.getClass() == PyBigInt.class
        && b.getClass() == PyBigInt.class
        && ((PyBigInt) a).isWord()
        && ((PyBigInt) b).isWord()
        && ((PyBigInt) a).word() == ((PyBigInt) b).word();
  }

  /** {@code is}, for objects that may come from attributes and lists, where NaNs are kept as the objects they are. */
  public static boolean isSameObject(PyObject a, PyObject b) {
    return a == b || isSameInt(a, b) || isSameFloat(a, b) && ((PyFloat) a).value == ((PyFloat) b).value || isSameWord(a, b);
  }

  public static long abs(long value) {
    return value < 0 ? neg(value) : value;
  }

  public static double abs(double value) {
    return Math.abs(value);
  }

  public static long min(long a, long b) {
    return b < a ? b : a;
  }

  public static long max(long a, long b) {
    return b > a ? b : a;
  }

  /** As Python: the first where they are equal or cannot be compared. */
  public static double min(double a, double b) {
    return b < a ? b : a;
  }

  public static double max(double a, double b) {
    return b > a ? b : a;
  }

  public static double sqrt(double value) {
    if (value >= 0) {
      return Math.sqrt(value);
    }
    throw FAILED;
  }

  public static long truncate(double value) {
    if (Math.abs(value) < 9e18) {
      return (long) value;
    }
    throw FAILED;
  }

  // The exceptions of divisions by zero, to be raised without being thrown.

  public static PyBaseException noQuotient(ThreadState thread) {
    return notDivisible(thread, NO_QUOTIENT);
  }

  public static PyBaseException noRest(ThreadState thread) {
    return notDivisible(thread, NO_REST);
  }

  public static PyBaseException noFraction(ThreadState thread) {
    return notDivisible(thread, NO_FRACTION);
  }

  private static PyBaseException notDivisible(ThreadState thread, PyStr message) {
    PyBaseException value =
        PyBaseException.plain(PyExceptions.ZeroDivisionError, new PyObject[] {message});
    value.setContext(thread.handled.innermost());
    return value;
  }
}
