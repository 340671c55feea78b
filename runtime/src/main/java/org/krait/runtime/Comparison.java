package org.krait.runtime;

import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.TupleOrder;

/** The six comparisons: {@code a < b} and the others, and what containers mean by "equal". */
public final class Comparison {
  public static final int LT = 0;
  public static final int LE = 1;
  public static final int EQ = 2;
  public static final int NE = 3;
  public static final int GT = 4;
  public static final int GE = 5;

  private static final int[] SWAPPED = {GT, GE, EQ, NE, LT, LE};
  private static final String[] SYMBOLS = {"<", "<=", "==", "!=", ">", ">="};

  private Comparison() {}

  /** The comparison with its sides exchanged: {@code a < b} is {@code b > a}. */
  public static int swapped(int op) {
    return SWAPPED[op];
  }

  /** The operator as written. */
  public static String symbol(int op) {
    return SYMBOLS[op];
  }

  /** Whether an ordering result (negative, zero, positive) satisfies the comparison. */
  public static boolean holds(int order, int op) {
    return switch (op) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }

  /** Whether two doubles satisfy the comparison; of the order of one that is no number nothing holds but {@code NE}. */
  public static boolean holds(double a, double b, int op) {
    return switch (op) {
      case LT -> a < b;
      case LE -> a <= b;
      case EQ -> a == b;
      case NE -> a != b;
      case GT -> a > b;
      default -> a >= b;
    };
  }

  /** {@code left op right} with the whole protocol: reflection, fallback to identity, TypeError. */
  public static PyObject compare(PyObject left, PyObject right, int op) {
    PyType leftType = left.type();
    PyType rightType = right.type();
    boolean reflectedFirst =
        leftType != rightType && rightType.isHeap() && rightType.isSubtypeOf(leftType);
    if (leftType != rightType && !rightType.isHeap()) {
      reflectedFirst = rightType.isSubtypeOf(leftType);
    }
    if (reflectedFirst) {
      PyObject result = rightType.slots.compare(right, left, SWAPPED[op]);
      if (result != PyNotImplemented.NOT_IMPLEMENTED) {
        return result;
      }
    }
    PyObject result = leftType.slots.compare(left, right, op);
    if (result != PyNotImplemented.NOT_IMPLEMENTED) {
      return result;
    }
    if (!reflectedFirst) {
      result = rightType.slots.compare(right, left, SWAPPED[op]);
      if (result != PyNotImplemented.NOT_IMPLEMENTED) {
        return result;
      }
    }
    return byIdentity(left, right, op);
  }

  /** What is left of a comparison once the left operand's method, asked first, did not know it. */
  static PyObject afterLeft(PyObject left, PyObject right, int op) {
    PyObject result = right.type().slots.compare(right, left, SWAPPED[op]);
    return result != PyNotImplemented.NOT_IMPLEMENTED ? result : byIdentity(left, right, op);
  }

  private static PyObject byIdentity(PyObject left, PyObject right, int op) {
    return switch (op) {
      case EQ -> PyBool.of(left == right);
      case NE -> PyBool.of(left != right);
      default ->
          throw Errors.typeError(
              "'%s' not supported between instances of '%s' and '%s'",
              SYMBOLS[op], left.type().fullName(), right.type().fullName());
    };
  }

  /** {@code object.__ne__}: the inverse of what the value's own {@code __eq__} says. */
  static PyObject notEqualFromEqual(PyObject self, PyObject other) {
    PyObject equal = self.type().slots.compare(self, other, EQ);
    return equal == PyNotImplemented.NOT_IMPLEMENTED ? equal : PyBool.of(!Objects.isTrue(equal));
  }

  /** {@code left op right} as a truth value. */
  public static boolean test(PyObject left, PyObject right, int op) {
    Class<?> kind = left.getClass();
    if (kind == right.getClass()) {
      if (kind == PyLong.class) {
        return holds(Long.compare(((PyLong) left).value, ((PyLong) right).value), op);
      }
      if (kind == PyStr.class && op != EQ && op != NE) {
        return holds(((PyStr) left).compareTo((PyStr) right), op);
      }
      if (kind == PyTuple.class) {
        int order = TupleOrder.of((PyTuple) left, (PyTuple) right);
        if (order != TupleOrder.UNKNOWN) {
          return holds(order, op);
        }
      }
    }
    return Objects.isTrue(compare(left, right, op));
  }

  /** {@code left is right or left == right}: equality as containers use it. */
  public static boolean same(PyObject left, PyObject right) {
    return left == right || equal(left, right);
  }

  /** {@code left == right} as a truth value. */
  public static boolean equal(PyObject left, PyObject right) {
    if (left.getClass() == PyStr.class && right.getClass() == PyStr.class) {
      return left.equals(right);
    }
    if (left.getClass() == PyLong.class && right.getClass() == PyLong.class) {
      return ((PyLong) left).value == ((PyLong) right).value;
    }
    if (left.getClass() == PyTuple.class && right.getClass() == PyTuple.class) {
      return PyTuple.equal((PyTuple) left, (PyTuple) right);
    }
    if (left instanceof PyInt || left instanceof PyFloat) {
      if (left == right && !(left instanceof PyFloat)) {
        return true;
      }
    }
    return test(left, right, EQ);
  }
}
