package org.krait.stdlib.interpreters;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What one interpreter can hand to another: {@code None}, strings, bytes, small integers, channels. */
public final class SharedValues {
  private SharedValues() {}

  /** Whether values of this one's type can be handed over; subclasses cannot. */
  public static boolean isShareable(PyObject value) {
    Class<?> kind = value.getClass();
    return value == PyNone.NONE
        || kind == PyStr.class
        || kind == PyBytes.class
        || kind == PyLong.class
        || kind == PyBigInt.class
        || kind == PyChannelId.class;
  }

  /** What the other interpreter gets; ValueError for what cannot be handed over. */
  public static PyObject copy(PyObject value) {
    if (!isShareable(value)) {
      throw Errors.valueError("%s does not support cross-interpreter data", Objects.str(value));
    }
    if (value instanceof PyBigInt) {
      throw Errors.make(PyExceptions.OverflowError, "try sending as bytes");
    }
    if (value instanceof PyBytes bytes) {
      return PyBytes.of(bytes.array().clone());
    }
    return value instanceof PyChannelId channel ? channel.copy() : value;
  }
}
