package org.krait.stdlib.elementtree;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** How elements are made. */
final class ElementCreation {
  private ElementCreation() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyElement(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void init(PyElement self, PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    if (given < 1 || given > 2) {
      throw Errors.typeError(
          "Element() takes at %s (%d given)",
          given < 1 ? "least 1 argument" : "most 2 arguments", given);
    }
    PyDict attrib = attributes("Element", 2, args, 1, given, names);
    if (attrib != null) {
      self.attrib = attrib;
    }
    self.tag = args[0];
    self.text = PyNone.NONE;
    self.tail = PyNone.NONE;
  }

  /** The attributes that a call gives, in a fresh dict; null for none. */
  static PyDict attributes(
      String function, int number, PyObject[] args, int at, int given, PyStr[] names) {
    PyDict made = null;
    boolean positional = given > at;
    if (positional) {
      made = copy(args[at], function + "() argument " + number);
    } else if (names != null) {
      for (int i = 0; i < names.length; i++) {
        if (names[i].toString().equals("attrib")) {
          made = copy(args[given + i], "attrib");
        }
      }
    }
    for (int i = 0; names != null && i < names.length; i++) {
      if (positional || !names[i].toString().equals("attrib")) {
        made = made == null ? new PyDict() : made;
        made.put(names[i], args[given + i]);
      }
    }
    return made == null || made.size() == 0 ? null : made;
  }

  private static PyDict copy(PyObject value, String which) {
    if (value instanceof PyDict dict) {
      return dict.copy();
    }
    throw Errors.typeError("%s must be dict, not %s", which, value.type().fullName());
  }
}
