package org.krait.runtime;

import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Counts and converts the arguments of slot wrappers, with CPython's words. */
abstract class SlotArguments {
  static void none(int special, PyObject[] args, PyStr[] names) {
    counted(special, args, names, 0);
  }

  static void one(int special, PyObject[] args, PyStr[] names) {
    counted(special, args, names, 1);
  }

  private static void counted(int special, PyObject[] args, PyStr[] names, int wanted) {
    noKeywords(special, names);
    if (args.length != wanted) {
      throw Errors.typeError(
          "expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", args.length);
    }
  }

  // The blank is where CPython prints the name of the function, which it does not know here.

  static void two(int special, PyObject[] args, PyStr[] names) {
    noKeywords(special, names);
    if (args.length != 2) {
      throw Errors.typeError(" expected 2 arguments, got %d", args.length);
    }
  }

  static void oneOrTwo(int special, PyObject[] args, PyStr[] names) {
    noKeywords(special, names);
    if (args.length < 1) {
      throw Errors.typeError(" expected at least 1 argument, got 0");
    }
    if (args.length > 2) {
      throw Errors.typeError(" expected at most 2 arguments, got %d", args.length);
    }
  }

  /** For {@code __get__}: an instance or an owner must be there. */
  static void checkGet(int special, PyObject[] args, PyStr[] names) {
    oneOrTwo(special, args, names);
    if (orNull(args, 0) == null && orNull(args, 1) == null) {
      throw Errors.typeError("__get__(None, None) is invalid");
    }
  }

  private static void noKeywords(int special, PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("wrapper %s() takes no keyword arguments", Special.name(special));
    }
  }

  static PyObject orNone(PyObject[] args, int place) {
    return place < args.length ? args[place] : PyNone.NONE;
  }

  /** The argument with null for {@code None}. */
  static PyObject orNull(PyObject[] args, int place) {
    return place < args.length && args[place] != PyNone.NONE ? args[place] : null;
  }

  static PyStr attributeName(PyObject value) {
    if (value instanceof PyStr name) {
      return name;
    }
    throw Errors.typeError(
        "attribute name must be string, not '%s'", value.type().fullName());
  }

  /** How often a sequence is to be repeated. */
  static long count(PyObject value) {
    return Arguments.sequenceIndex(value);
  }

  static PyObject orStop(PyObject item) {
    if (item == null) {
      throw Errors.stopIteration(null);
    }
    return item;
  }
}
