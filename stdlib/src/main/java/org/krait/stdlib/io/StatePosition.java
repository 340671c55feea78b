package org.krait.stdlib.io;

import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;

/** The parts of a pickled stream in memory that are the same for bytes and text. */
final class StatePosition {
  private StatePosition() {}

  /** A position that is not negative. */
  static long of(PyObject value, String but) {
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError(
          "%s item of state must be an integer%s%s",
          but.startsWith(", got") ? "third" : "second", but, value.type().fullName());
    }
    long position = number.fitsLong() ? number.longValue() : -1;
    if (position < 0) {
      throw Errors.valueError("position value cannot be negative");
    }
    return position;
  }

  /** Takes over the attributes. */
  static void update(PyInstance self, PyObject attributes, String which) {
    if (attributes == PyNone.NONE) {
      return;
    }
    if (!(attributes instanceof PyDict dict)) {
      throw Errors.typeError(
          "%s item of state should be a dict, got a %s", which, attributes.type().fullName());
    }
    PyDict own = self.ownDict();
    if (own == null) {
      self.setOwnDict(dict.copy());
      return;
    }
    for (PyDict.Entry entry : dict.entryList()) {
      own.put(entry.key(), entry.value());
    }
  }
}
