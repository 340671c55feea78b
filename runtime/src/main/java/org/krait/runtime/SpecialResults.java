package org.krait.runtime;

import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/** What becomes of the results of special methods of programs' classes. */
public final class SpecialResults {
  private SpecialResults() {}

  /** What {@code __bool__} gave. */
  public static boolean bool(PyObject answer) {
    if (answer instanceof PyBool) {
      return answer == PyBool.TRUE;
    }
    throw Errors.typeError("__bool__ should return bool, returned %s", answer.type().fullName());
  }

  /** What {@code __len__} gave. */
  static long checkedLength(PyObject answer) {
    PyInt number = Arguments.index(answer);
    if (number.signum() < 0) {
      throw Errors.valueError("__len__() should return >= 0");
    }
    if (!number.fitsLong()) {
      throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
    }
    return number.longValue();
  }

  /** What {@code __iter__} gave. */
  public static PyObject iterator(PyObject answer) {
    if (!Iteration.isIterator(answer)) {
      throw Errors.typeError("iter() returned non-iterator of type '%s'", answer.type().fullName());
    }
    return answer;
  }

  /** The truth by what {@code __len__} gave. */
  public static boolean length(PyObject answer) {
    return checkedLength(answer) != 0;
  }

  /** The truth of what {@code __contains__} gave. */
  public static boolean truth(PyObject answer) {
    return Objects.isTrue(answer);
  }

  /**
   * An operator whose first method gave a result: of the left operand, in place where the operator is
   * and the class can, or of the right one where the left is a number.
   */
  public static PyObject operator(PyObject result, PyObject a, PyObject b, int operator) {
    if (result != PyNotImplemented.NOT_IMPLEMENTED) {
      return result;
    }
    if (a.getClass() == PyLong.class || a.getClass() == PyFloat.class) {
      throw Operators.unsupported(operator, a, b);
    }
    PyStr inPlace = Operators.inPlaceMethod(operator);
    return inPlace != null && a.type().lookup(inPlace) != null
        ? Operators.afterInPlace(operator, a, b)
        : Operators.afterLeft(operator, a, b);
  }

  /** A comparison whose left operand's method gave a result. */
  public static PyObject comparison(PyObject result, PyObject a, PyObject b, int operator) {
    return result != PyNotImplemented.NOT_IMPLEMENTED ? result : Comparison.afterLeft(a, b, operator);
  }
}
