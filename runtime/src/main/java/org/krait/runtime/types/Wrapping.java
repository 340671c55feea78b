package org.krait.runtime.types;

import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** What wrappers of functions ({@code staticmethod}, {@code classmethod}, {@code property}) share. */
final class Wrapping {
  private static final String[] COPIED = {
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__"
  };

  private Wrapping() {}

  /** Gives a wrapper the attributes by which tools know the function. */
  static void copyAttributes(PyObject wrapper, PyObject function) {
    for (String name : COPIED) {
      PyObject value = Attributes.getOrNull(function, name);
      if (value != null) {
        wrapper.setOwnAttribute(PyStr.interned(name), value);
      }
    }
  }

  static boolean isAbstract(PyObject function) {
    if (function == null) {
      return false;
    }
    PyObject flag = Attributes.getOrNull(function, "__isabstractmethod__");
    return flag != null && Objects.isTrue(flag);
  }
}
