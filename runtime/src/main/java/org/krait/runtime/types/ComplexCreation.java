package org.krait.runtime.types;

import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.Warnings;

/** {@code complex(real, imag)}: from numbers, text and whatever says how to be complex. */
public final class ComplexCreation {
  private ComplexCreation() {}

  /**
   * {@code complex(real, imag)}; null for what is not given.
   */
  static PyComplex of(PyObject real, PyObject imag) {
    if (real instanceof PyStr text) {
      if (imag != null) {
        throw Errors.typeError("complex() can't take second arg if first is a string");
      }
      return ComplexText.parse(NumberText.of(text));
    }
    if (imag instanceof PyStr) {
      throw Errors.typeError("complex() second arg can't be a string");
    }
    PyComplex special = real == null ? null : special(real);
    PyObject first = special == null ? real : special;
    if (first != null && !isNumber(first)) {
      throw Errors.typeError(
          "complex() first argument must be a string or a number, not '%s'",
          first.type().fullName());
    }
    if (imag != null && !isNumber(imag)) {
      throw Errors.typeError(
          "complex() second argument must be a number, not '%s'", imag.type().fullName());
    }
    return combined(first, imag);
  }

  private static PyComplex combined(PyObject real, PyObject imag) {
    double realPart = 0;
    double imagPart = 0;
    if (real instanceof PyComplex number) {
      realPart = number.real;
      imagPart = number.imag;
    } else if (real != null) {
      realPart = Arguments.toDouble(real);
    }
    if (imag instanceof PyComplex number) {
      realPart -= number.imag;
      // Added only when it is there, so that the sign of a zero survives.
      imagPart = real instanceof PyComplex ? number.real + imagPart : number.real;
    } else if (imag != null) {
      double value = Arguments.toDouble(imag);
      imagPart = real instanceof PyComplex ? value + imagPart : value;
    }
    return new PyComplex(realPart, imagPart);
  }

  private static boolean isNumber(PyObject x) {
    PyType type = x.type();
    return x instanceof PyComplex
        || type.special(Special.FLOAT) != null
        || type.special(Special.INDEX) != null;
  }

  /** What {@code __complex__} gives, or null when there is none. */
  private static PyComplex special(PyObject x) {
    if (x.getClass() == PyComplex.class) {
      return (PyComplex) x;
    }
    if ((x instanceof PyFloat || x instanceof PyInt) && !x.type().isHeap()) {
      return null;
    }
    PyObject method = SpecialCalls.lookup(x, Special.COMPLEX);
    if (method == null) {
      return null;
    }
    PyObject result = method.call();
    if (!(result instanceof PyComplex number)) {
      throw Errors.typeError(
          "__complex__ returned non-complex (type %s)", result.type().fullName());
    }
    if (result.getClass() != PyComplex.class) {
      Warnings.deprecated(
          "__complex__ returned non-complex (type "
              + result.type().fullName()
              + ").  The ability to return an instance of a strict subclass of complex is"
              + " deprecated, and may be removed in a future version of Python.");
    }
    return number;
  }

  /**
   * An argument that C takes as a complex number.
   *
   * @throws PyException TypeError when it is not a number
   */
  public static PyComplex argument(PyObject x) {
    PyComplex special = special(x);
    return special != null ? special : new PyComplex(Arguments.toDouble(x), 0);
  }
}
