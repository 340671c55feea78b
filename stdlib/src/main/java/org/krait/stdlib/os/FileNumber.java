package org.krait.stdlib.os;

import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyInt;

/** Descriptors as arguments: a number, or an object with {@code fileno()}. */
public final class FileNumber {
  private FileNumber() {}

  /** The number; TypeError for what has none, ValueError for a negative one. */
  public static int of(PyObject value) {
    int number;
    if (value instanceof PyInt) {
      number = toInt(value);
    } else {
      PyObject method = Attributes.getOrNull(value, "fileno");
      if (method == null) {
        throw Errors.typeError("argument must be an int, or have a fileno() method.");
      }
      PyObject answer = method.call();
      if (!(answer instanceof PyInt)) {
        throw Errors.typeError("fileno() returned a non-integer");
      }
      number = toInt(answer);
    }
    if (number < 0) {
      throw Errors.valueError("file descriptor cannot be a negative integer (%d)", number);
    }
    return number;
  }

  private static int toInt(PyObject value) {
    PyInt number = Arguments.index(value);
    if (!number.fitsLong() || number.longValue() != (int) number.longValue()) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
    return (int) number.longValue();
  }

  /** The kernel's descriptor of such an argument. */
  public static int kernel(PyObject value) {
    return Descriptors.current().kernel(of(value));
  }
}
