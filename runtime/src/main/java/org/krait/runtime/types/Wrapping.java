package org.krait.runtime.types;

import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** What wrappers of functions ({@code staticmethod}, {@code classmethod}, {@code property}) share. */
final class Wrapping {
  private static final PyStr[] COPIED = {
    PyStr.interned("__module__"),
    PyStr.interned("__name__"),
    PyStr.interned("__qualname__"),
    PyStr.interned("__doc__"),
    PyStr.interned("__annotations__")
  };

  private Wrapping() {}

  /** Gives a wrapper the attributes by which tools know the function. */
  static void copyAttributes(PyObject wrapper, PyObject function) {
    if (function instanceof PyFunction known) {
      // All five are data descriptors of its type, which nobody can change.
      set(wrapper, COPIED[0], FunctionMethods.module(known));
      set(wrapper, COPIED[1], known.name());
      set(wrapper, COPIED[2], known.qualname());
      set(wrapper, COPIED[3], known.doc());
      set(wrapper, COPIED[4], FunctionMethods.annotations(known));
      return;
    }
    for (PyStr name : COPIED) {
      PyObject value = Attributes.getOrNull(function, name);
      if (value != null) {
        set(wrapper, name, value);
      }
    }
  }

  /** A class of a program may have a {@code __setattr__}. */
  private static void set(PyObject wrapper, PyStr name, PyObject value) {
    if (wrapper.type().isHeap()) {
      Attributes.set(wrapper, name, value);
    } else {
      wrapper.setOwnAttribute(name, value);
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
