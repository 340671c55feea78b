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
      double plain = plain((PyStr) x);
      return plain == plain ? plain : ofText(NumberText.of((PyStr) x), x);
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

  /** The value of a packed text of digits, with perhaps a minus and a point; NaN for anything else. */
  private static double plain(PyStr text) {
    int length = text.length();
    if (length == 0 || length > PyStr.PACKED) {
      return Double.NaN;
    }
    boolean negative = text.codePointAt(0) == '-';
    long digits = 0;
    int count = 0;
    int point = length;
    for (int at = negative ? 1 : 0; at < length; at++) {
      int digit = text.codePointAt(at) - '0';
      if (Integer.compareUnsigned(digit, 9) <= 0) {
        digits = digits * 10 + digit;
        count++;
      } else if (digit == '.' - '0' && point == length) {
        point = at;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    double value = FloatParser.quotient(digits, Math.max(0, length - 1 - point));
    return negative ? -value : value;
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
    double plain = plain(text);
    if (plain == plain) {
      return new PyFloat(plain);
    }
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
