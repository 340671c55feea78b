package org.krait.runtime;

import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Turns arguments into Java values, with CPython's words for what does not fit. */
public final class Arguments {
  private Arguments() {}

  /**
   * An argument that must be an instance of a type.
   *
   * @param javaClass the Java class of the type's instances
   * @param which the function and the argument, for the message: {@code replace() argument 1}
   * @param wanted the name of the type, for the message
   */
  public static <T> T instance(PyObject value, Class<T> javaClass, String which, String wanted) {
    return javaClass.isInstance(value) ? javaClass.cast(value) : refuse(which, wanted, value);
  }

  /** As {@link #instance}, with the Java null for {@code None}. */
  public static <T> T instanceOrNone(
      PyObject value, Class<T> javaClass, String which, String wanted) {
    return value == PyNone.NONE ? null : instance(value, javaClass, which, wanted + " or None");
  }

  /** Throws the exception for an argument of the wrong type. */
  public static <T> T refuse(String which, String wanted, PyObject value) {
    String type = value == PyNone.NONE ? "None" : value.type().fullName();
    throw Errors.typeError("%s must be %s, not %s", which, wanted, type);
  }

  /** The text of a str, null for null. */
  public static String text(PyStr value) {
    return value == null ? null : value.toString();
  }

  /** Refuses keywords for a constructor, unless a subclass has an {@code __init__} that takes them. */
  public static void noKeywords(PyType cls, PyType exact, PyStr[] names, String function) {
    if (names != null
        && names.length > 0
        && (cls == exact || cls.special(Special.INIT) == exact.special(Special.INIT))) {
      throw Errors.typeError("%s() takes no keyword arguments", function);
    }
  }

  /** The integer that {@code __index__} gives. */
  public static PyInt index(PyObject value) {
    if (value instanceof PyInt number) {
      return number;
    }
    if (value.type().special(Special.INDEX) == null) {
      throw Errors.typeError(
          "'%s' object cannot be interpreted as an integer", value.type().fullName());
    }
    PyObject answer = value.type().slots.index(value);
    if (answer instanceof PyInt number) {
      if (number.type() != PyInt.TYPE) {
        Warnings.deprecated(
            "__index__ returned non-int (type "
                + number.type().fullName()
                + ").  The ability to return an instance of a strict subclass of int is deprecated,"
                + " and may be removed in a future version of Python.");
      }
      return number;
    }
    throw Errors.typeError("__index__ returned non-int (type %s)", answer.type().fullName());
  }

  /** An argument that C takes as int. */
  public static int toInt(PyObject value) {
    PyInt number = index(value);
    if (number.fitsLong()) {
      long wide = number.longValue();
      if (wide == (int) wide) {
        return (int) wide;
      }
    }
    throw Errors.overflowError("Python int too large to convert to C int");
  }

  /** An argument that C takes as Py_ssize_t. */
  public static long toLong(PyObject value) {
    PyInt number = index(value);
    if (number.fitsLong()) {
      return number.longValue();
    }
    throw Errors.overflowError("Python int too large to convert to C ssize_t");
  }

  /** An operand that is an index or a count of a sequence. */
  public static long sequenceIndex(PyObject value) {
    PyInt number = index(value);
    if (number.fitsLong()) {
      return number.longValue();
    }
    throw Errors.overflowError(
        "cannot fit '%s' into an index-sized integer", value.type().fullName());
  }

  /** A bound of a slice, clipped to the range of a long; {@code None} is the default. */
  public static long sliceIndex(PyObject value, long otherwise) {
    if (value == PyNone.NONE) {
      return otherwise;
    }
    if (!(value instanceof PyInt) && value.type().special(Special.INDEX) == null) {
      throw Errors.typeError(
          "slice indices must be integers or None or have an __index__ method");
    }
    return clipped(index(value));
  }

  /** As {@link #sliceIndex}, where {@code None} is refused. */
  public static long sliceIndexNotNone(PyObject value) {
    if (!(value instanceof PyInt) && value.type().special(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or have an __index__ method");
    }
    return clipped(index(value));
  }

  private static long clipped(PyInt number) {
    if (number.fitsLong()) {
      return number.longValue();
    }
    return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** An argument that C takes as double: a float, or what {@code __float__} or {@code __index__} gives. */
  public static double toDouble(PyObject value) {
    if (value instanceof PyFloat number) {
      return number.doubleValue();
    }
    if (value instanceof PyInt number) {
      return number.doubleValue();
    }
    PyType type = value.type();
    if (type.special(Special.FLOAT) == null) {
      if (type.special(Special.INDEX) == null) {
        throw Errors.typeError("must be real number, not %s", type.fullName());
      }
      return index(value).doubleValue();
    }
    PyObject answer = type.slots.float_(value);
    if (answer instanceof PyFloat number) {
      return number.doubleValue();
    }
    throw Errors.typeError(
        "%s.__float__ returned non-float (type %s)", type.fullName(), answer.type().fullName());
  }
}
