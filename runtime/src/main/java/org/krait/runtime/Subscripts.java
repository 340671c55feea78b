package org.krait.runtime;

import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyGenericAlias;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** What stands between the brackets of {@code sequence[…]}, checked as CPython checks it. */
public final class Subscripts {
  private Subscripts() {}

  /** {@code container[key]}. */
  public static PyObject get(PyObject container, PyObject key) {
    PyType type = container.type();
    if (container instanceof PyType cls) {
      return ofType(cls, key);
    }
    return type.slots.getitem(container, key);
  }

  /** {@code cls[key]}: by the metaclass, or by {@code __class_getitem__}. */
  public static PyObject ofType(PyType cls, PyObject key) {
    if (cls.type().special(Special.GETITEM) != null) {
      return cls.type().slots.getitem(cls, key);
    }
    if (cls == PyType.TYPE) {
      return PyGenericAlias.of(cls, key);
    }
    PyObject method = Attributes.getOrNull(cls, "__class_getitem__");
    if (method == null || method == PyNone.NONE) {
      throw Errors.typeError("type '%s' is not subscriptable", cls.fullName());
    }
    return method.call(key);
  }

  /** {@code container[key] = value}. */
  public static void set(PyObject container, PyObject key, PyObject value) {
    container.type().slots.setitem(container, key, value);
  }

  /** {@code del container[key]}. */
  public static void delete(PyObject container, PyObject key) {
    container.type().slots.delitem(container, key);
  }

  /** Whether a key is an int or has {@code __index__}. */
  public static boolean isIndex(PyObject key) {
    return key instanceof PyInt || key.type().special(Special.INDEX) != null;
  }

  /** The index that a key means, not yet counted from the end; IndexError when it fits no long. */
  public static long index(PyObject key) {
    if (key.getClass() == PyLong.class) {
      return ((PyLong) key).value;
    }
    PyInt number = Arguments.index(key);
    if (number.fitsLong()) {
      return number.longValue();
    }
    throw Errors.indexError(
        "cannot fit '%s' into an index-sized integer", key.type().fullName());
  }

  /**
   * The place in a sequence that an index means, or IndexError.
   *
   * @param message such as {@code list index out of range}
   */
  public static int place(long index, int size, String message) {
    long at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) {
      throw Errors.make(PyExceptions.IndexError, message);
    }
    return (int) at;
  }

  /** A start or stop argument: counted from the end when negative, then clipped to 0 … size. */
  public static int clip(long bound, int size) {
    long at = bound < 0 ? bound + size : bound;
    return (int) Math.max(0, Math.min(at, size));
  }

  /** {@code list indices must be integers or slices, not str}. */
  public static PyException wrongKey(String sequence, PyObject key) {
    return Errors.typeError(
        "%s indices must be integers or slices, not %s", sequence, key.type().fullName());
  }
}
