package org.krait.runtime.types;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.Warnings;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.numbers.FloatParser;

/** {@code float(x)}: from numbers, text and whatever says how to be a float. */
public final class FloatCreation {
  private FloatCreation() {}

  /** {@code float(x)}. */
  public static double of(PyObject x) {
    if (x.getClass() == PyFloat.class) {
      return ((PyFloat) x).value;
    }
    if (x.getClass() == PyStr.class) {
      return ofText(NumberText.of((PyStr) x), x);
    }
    PyType type = x.type();
    if (type.special(Special.FLOAT) != null) {
      return checked(type, type.slots.float_(x));
    }
    if (type.special(Special.INDEX) != null) {
      return Arguments.index(x).doubleValue();
    }
    if (x instanceof PyStr text) {
      return ofText(NumberText.of(text), x);
    }
    if (Buffers.isBuffer(x)) {
      byte[] bytes = Buffers.bytes(x);
      return ofText(NumberText.of(bytes), x instanceof PyByteArray ? x : PyBytes.of(bytes));
    }
    throw Errors.typeError(
        "float() argument must be a string or a real number, not '%s'", type.fullName());
  }

  private static double checked(PyType type, PyObject result) {
    if (!(result instanceof PyFloat number)) {
      throw Errors.typeError(
          "%s.__float__ returned non-float (type %s)", type.fullName(), result.type().fullName());
    }
    if (result.getClass() != PyFloat.class) {
      Warnings.deprecated(
          type.fullName()
              + ".__float__ returned non-float (type "
              + result.type().fullName()
              + ").  The ability to return an instance of a strict subclass of float is"
              + " deprecated, and may be removed in a future version of Python.");
    }
    return number.value;
  }

  private static double ofText(String text, PyObject source) {
    String clean = FloatParser.clean(text);
    if (clean == null) {
      throw new PyException(invalid(source));
    }
    return FloatParser.value(clean);
  }

  /** {@code float(text)}, or null where the text is none. */
  public static PyFloat ofTextOrNull(PyStr text) {
    String clean = FloatParser.clean(NumberText.of(text));
    return clean == null ? null : new PyFloat(FloatParser.value(clean));
  }

  /** What the text of no float raises. */
  public static PyBaseException invalid(PyObject source) {
    return Errors.value(
        PyExceptions.ValueError, "could not convert string to float: %s",
        source instanceof PyByteArray ? Objects.repr(source) : new LateMessage.Shown(source, Integer.MAX_VALUE));
  }
}
