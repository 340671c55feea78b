package org.krait.stdlib.pickle;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;

/** The exceptions of the module. */
final class PickleErrors {
  static final PyType PICKLE_ERROR =
      PyType.builtin(new SimpleTypeTable("_pickle", "PickleError", PyExceptions.Exception));
  static final PyType PICKLING_ERROR =
      PyType.builtin(new SimpleTypeTable("_pickle", "PicklingError", PICKLE_ERROR));
  static final PyType UNPICKLING_ERROR =
      PyType.builtin(new SimpleTypeTable("_pickle", "UnpicklingError", PICKLE_ERROR));

  private PickleErrors() {}

  static PyException pickling(String format, Object... args) {
    return Errors.make(PICKLING_ERROR, format, args);
  }

  static PyException unpickling(String format, Object... args) {
    return Errors.make(UNPICKLING_ERROR, format, args);
  }

  static PyException truncated() {
    return unpickling("pickle data was truncated");
  }
}
