package org.krait.stdlib.operator;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** The arguments of calls of getters. */
final class Getters {
  private Getters() {}

  /** The one positional argument. */
  static PyObject onlyArgument(String type, PyObject[] args, PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("%s() takes no keyword arguments", type);
    }
    if (args.length != 1) {
      throw Errors.typeError("%s expected 1 argument, got %d", type, args.length);
    }
    return args[0];
  }
}
