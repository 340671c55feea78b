package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyAnySet;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyTuple;

/** {@link GuardedOperations} on two whole containers whose items compare without Python code: comparisons, and operators of sets. */
public final class GuardedContainers {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  /** How deep containers in containers are compared. */
  private static final int DEEPEST = 8;

  /** Longer tuples are the interpreter's affair, because nobody looks meanwhile whether to leave. */
  private static final int LONGEST = 256;

  private GuardedContainers() {}

  // ---- comparisons

  public static boolean compareTuples(PyObject a, PyObject b, int operator) {
    if (a.getClass() != PyTuple.class || b.getClass() != PyTuple.class) {
      throw FAILED;
    }
    PyObject[] left = ((PyTuple) a).items();
    PyObject[] right = ((PyTuple) b).items();
    int common = Math.min(left.length, right.length);
    if (common > LONGEST) {
      throw FAILED;
    }
    for (int i = 0; i < common; i++) {
      if (!isSame(left[i], right[i])) {
        return decide(left[i], right[i], operator);
      }
    }
    return Comparison.holds(Integer.compare(left.length, right.length), operator);
  }

  public static boolean compareLists(PyObject a, PyObject b, int operator) {
    if (a.getClass() != PyList.class || b.getClass() != PyList.class) {
      throw FAILED;
    }
    return compareLists((PyList) a, (PyList) b, operator, 0);
  }

  private static boolean compareLists(PyList a, PyList b, int operator, int depth) {
    boolean equality = operator == Comparison.EQ || operator == Comparison.NE;
    if (equality && a.size() != b.size()) {
      return operator == Comparison.NE;
    }
    for (int i = a.commonPrefix(b); ; i++) {
      PyObject left = a.itemOrNull(i);
      PyObject right = b.itemOrNull(i);
      if (left == null || right == null) {
        return Comparison.holds(Integer.compare(a.size(), b.size()), operator);
      }
      if (left != right && !isEqual(left, right, depth)) {
        return decide(left, right, operator);
      }
    }
  }

  /** What the first two items that differ say about the containers. */
  private static boolean decide(PyObject a, PyObject b, int operator) {
    return operator == Comparison.EQ || operator == Comparison.NE
        ? operator == Comparison.NE
        : GuardedNumbers.compare(a, b, operator);
  }

  /** Whether two items count as the same: one object, or equal. */
  static boolean isSame(PyObject a, PyObject b) {
    return a == b
        || (a.getClass() == PyLong.class && b.getClass() == PyLong.class
            ? ((PyLong) a).value == ((PyLong) b).value
            : isEqual(a, b, 0));
  }

  private static boolean isEqual(PyObject a, PyObject b, int depth) {
    Class<?> type = a.getClass();
    if (type == b.getClass() && (type == PyTuple.class || type == PyList.class)) {
      if (depth == DEEPEST) {
        throw FAILED;
      }
      return type == PyTuple.class
          ? areEqual(((PyTuple) a).items(), ((PyTuple) b).items(), depth + 1)
          : compareLists((PyList) a, (PyList) b, Comparison.EQ, depth + 1);
    }
    return GuardedNumbers.compare(a, b, Comparison.EQ);
  }

  private static boolean areEqual(PyObject[] a, PyObject[] b, int depth) {
    int common = Math.min(a.length, b.length);
    for (int i = 0; i < common; i++) {
      if (a[i] != b[i] && !isEqual(a[i], b[i], depth)) {
        return false;
      }
    }
    return a.length == b.length;
  }

  /** Whether a value is the tuple of these two ints; of other tuples of two only where these are ints too. */
  public static boolean isPair(PyObject value, long first, long second) {
    if (value.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) value).items();
      if (items.length == 2 && items[0].getClass() == PyLong.class && items[1].getClass() == PyLong.class) {
        return ((PyLong) items[0]).value == first && ((PyLong) items[1]).value == second;
      }
    }
    throw FAILED;
  }

  // ---- sets

  /** A set or frozenset, whose elements are hashed and compared without Python code. */
  private static PyAnySet plain(PyObject value) {
    if (value.getClass() == PySet.class || value.getClass() == PyFrozenSet.class) {
      PyAnySet set = (PyAnySet) value;
      if (set.elements().isPlain()) {
        return set;
      }
    }
    throw FAILED;
  }

  public static boolean compareSets(PyObject a, PyObject b, int operator) {
    plain(a);
    plain(b);
    return Compare.compare(a, b, operator) == PyBool.TRUE;
  }

  /** {@code a & b} and its kin; those in place too. */
  public static PyObject setOperator(PyObject a, PyObject b, int operator) {
    plain(a);
    plain(b);
    return Instructions.binary(operator, a, b);
  }
}
