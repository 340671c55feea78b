package org.krait.runtime;

import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PySlotWrapper;

/** What {@code +} and {@code *} mean for sequences, and integers as indices. */
public final class Sequences {
  private static final PyNotImplemented NO = PyNotImplemented.NOT_IMPLEMENTED;

  private Sequences() {}

  /** Whether a type's method of that name is a builtin sequence's slot and not an operator's. */
  private static boolean has(PyType type, int special) {
    return type.special(special) instanceof PySlotWrapper w && w.special() == special;
  }

  /** Whether C takes it for a sequence: it has items by number, and is no dict. */
  public static boolean isSequence(PyObject value) {
    return has(value.type(), Special.GETITEM) && !(value instanceof org.krait.runtime.types.PyDict);
  }

  static PyObject concat(PyObject a, PyObject b) {
    PyType type = a.type();
    return has(type, Special.CONCAT) ? type.slots.concat(a, b) : NO;
  }

  static PyObject concatInPlace(PyObject a, PyObject b) {
    PyType type = a.type();
    return has(type, Special.ICONCAT) ? type.slots.iconcat(a, b) : concat(a, b);
  }

  /**
   * {@code +=} of a program's class that inherits a sequence's: it comes before {@code __add__} and {@code __radd__},
   * because CPython gives such a class the method as a number's too.
   */
  static PyObject inheritedConcatInPlace(PyObject a, PyObject b) {
    PyType type = a.type();
    return type.isHeap() && has(type, Special.ICONCAT) ? type.slots.iconcat(a, b) : NO;
  }

  static PyObject repeat(PyObject a, PyObject b) {
    if (has(a.type(), Special.REPEAT)) {
      return a.type().slots.repeat(a, count(b));
    }
    if (has(b.type(), Special.REPEAT)) {
      return b.type().slots.repeat(b, count(a));
    }
    return NO;
  }

  static PyObject repeatInPlace(PyObject a, PyObject b) {
    if (has(a.type(), Special.IREPEAT)) {
      return a.type().slots.irepeat(a, count(b));
    }
    return repeat(a, b);
  }

  private static long count(PyObject number) {
    if (number.type().special(Special.INDEX) == null) {
      throw Errors.typeError(
          "can't multiply sequence by non-int of type '%s'", number.type().fullName());
    }
    return toSize(number, PyExceptions.OverflowError);
  }

  /**
   * An index or size.
   *
   * @param overflow the exception for a number beyond a {@code Py_ssize_t}; null clips it instead
   */
  public static long toSize(PyObject number, PyType overflow) {
    PyInt index = toInt(number);
    if (!index.fitsLong() && overflow != null) {
      throw Errors.make(
          overflow, "cannot fit '%s' into an index-sized integer", number.type().fullName());
    }
    return index.longValue();
  }

  /** {@code operator.index(x)}, an exact int. */
  public static PyInt toInt(PyObject number) {
    if (number instanceof PyInt i) {
      return i.exact();
    }
    PyObject index = number.type().slots.index(number);
    if (index instanceof PyInt i) {
      return i.exact();
    }
    throw Errors.typeError("__index__ returned non-int (type %s)", index.type().fullName());
  }
}
