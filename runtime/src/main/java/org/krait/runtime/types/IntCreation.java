package org.krait.runtime.types;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.Warnings;
import org.krait.runtime.buffer.Buffers;

/** {@code int(…)}: from numbers, text and whatever says how to be an int. */
public final class IntCreation {
  private static final int SHOWN = 200;

  private IntCreation() {}

  /** {@code int(x)}, an exact int. */
  public static PyInt of(PyObject x) {
    if (x.getClass() == PyLong.class) {
      return (PyInt) x;
    }
    if (x.getClass() == PyFloat.class) {
      return FloatConversion.toInt(((PyFloat) x).value);
    }
    if (x.getClass() == PyStr.class) {
      return ofText((PyStr) x, 10);
    }
    PyType type = x.type();
    if (type.special(Special.INT) != null) {
      return checked(type.slots.int_(x));
    }
    if (type.special(Special.INDEX) != null) {
      return Arguments.index(x).exact();
    }
    PyObject trunc = SpecialCalls.lookup(x, Special.TRUNC);
    if (trunc != null) {
      Warnings.deprecated("The delegation of int() to __trunc__ is deprecated.");
      return ofTruncated(trunc.call());
    }
    if (x instanceof PyStr text) {
      return ofText(text, 10);
    }
    if (Buffers.isBuffer(x)) {
      return ofBytes(Buffers.bytes(x), 10);
    }
    throw Errors.typeError(
        "int() argument must be a string, a bytes-like object or a real number, not '%s'",
        type.fullName());
  }

  private static PyInt checked(PyObject result) {
    if (!(result instanceof PyInt number)) {
      throw Errors.typeError("__int__ returned non-int (type %s)", result.type().fullName());
    }
    if (result.type() != PyInt.TYPE) {
      Warnings.deprecated(
          "__int__ returned non-int (type "
              + result.type().fullName()
              + ").  The ability to return an instance of a strict subclass of int is deprecated, "
              + "and may be removed in a future version of Python.");
    }
    return number.exact();
  }

  private static PyInt ofTruncated(PyObject result) {
    if (result instanceof PyInt number) {
      return number.exact();
    }
    if (result.type().special(Special.INDEX) == null) {
      throw Errors.typeError(
          "__trunc__ returned non-Integral (type %s)", result.type().fullName());
    }
    return Arguments.index(result).exact();
  }

  /** {@code int(x, base)}. */
  static PyInt of(PyObject x, PyObject base) {
    PyInt number = Arguments.index(base);
    long value = number.longValue();
    if (value != 0 && value < 2 || value > 36) {
      throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
    }
    if (x instanceof PyStr text) {
      return ofText(text, (int) value);
    }
    if (x instanceof PyBytes || x instanceof PyByteArray) {
      return ofBytes(Buffers.bytes(x), (int) value);
    }
    throw Errors.typeError("int() can't convert non-string with explicit base");
  }

  static PyInt ofText(PyStr text, int base) {
    PyInt value = IntText.parse(NumberText.of(text), base);
    if (value == null) {
      throw new PyException(invalid(text, base));
    }
    return value;
  }

  /** {@code int(text)}, or null where the text is none. */
  public static PyInt ofTextOrNull(PyStr text) {
    return IntText.parse(NumberText.of(text), 10);
  }

  private static PyInt ofBytes(byte[] bytes, int base) {
    PyInt value = IntText.parse(NumberText.of(bytes), base);
    if (value == null) {
      throw new PyException(invalid(PyBytes.of(bytes), base));
    }
    return value;
  }

  /** What the text of no int raises. */
  public static PyBaseException invalid(PyObject text, int base) {
    return Errors.value(
        PyExceptions.ValueError, "invalid literal for int() with base %d: %s",
        base, new LateMessage.Shown(text, SHOWN));
  }
}
