package org.krait.stdlib.interpreters;

import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;

/** The numbers by which interpreters and channels are known. */
final class Numbers {
  private Numbers() {}

  /**
   * The number that an argument stands for.
   *
   * @param what what it numbers: {@code interpreter} or {@code channel}
   */
  static long of(PyObject id, String what) {
    PyObject index;
    try {
      index = Arguments.index(id);
    } catch (PyException e) {
      if (!e.is(PyExceptions.TypeError)) {
        throw e;
      }
      throw Errors.typeError("%s ID must be an int, got %s", what, id.type().name());
    }
    if (index instanceof PyBigInt big && big.signum() > 0) {
      throw Errors.make(PyExceptions.OverflowError, "int too big to convert");
    }
    if (!(index instanceof PyLong number) || number.value < 0) {
      throw Errors.valueError("%s ID must be a non-negative int, got %s", what, Objects.repr(id));
    }
    return number.value;
  }

  /**
   * {@code ==} and {@code !=} of something that is known by a number.
   *
   * @param isSame whether the other is of its type and the same
   */
  static PyObject compare(long number, boolean isSame, PyObject other, int op) {
    boolean equal;
    if (op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (other instanceof PyInt || other instanceof PyFloat) {
      equal = Comparison.equal(PyLong.of(number), other);
    } else if (other instanceof PyInterpreterId || other instanceof PyChannelId) {
      equal = isSame;
    } else {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(equal == (op == Comparison.EQ));
  }
}
