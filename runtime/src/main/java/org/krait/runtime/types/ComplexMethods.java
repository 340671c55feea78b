package org.krait.runtime.types;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.formatting.ComplexFormat;
import org.krait.runtime.numbers.NumberHash;

/** What {@code complex} can do. */
final class ComplexMethods {
  private ComplexMethods() {}

  @Method("__new__(cls, real=NULL, imag=NULL)")
  static PyObject make(PyType cls, PyObject real, PyObject imag) {
    if (imag == null && real != null && isExact(real) && cls == PyComplex.TYPE) {
      return real;
    }
    PyComplex value = ComplexCreation.of(real, imag);
    if (cls != PyComplex.TYPE) {
      return new PyComplexInstance(cls, value.real, value.imag);
    }
    return value.getClass() == PyComplex.class ? value : new PyComplex(value.real, value.imag);
  }

  private static boolean isExact(PyObject value) {
    return value.getClass() == PyComplex.class;
  }

  @Method("__repr__(self, /)")
  static String repr(PyComplex self) {
    return ComplexText.repr(self);
  }

  @Method("__hash__(self, /)")
  static long hash(PyComplex self) {
    return NumberHash.ofComplex(
        FloatMethods.hash(self.real, self), FloatMethods.hash(self.imag, self));
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyComplex self, PyObject other, int op) {
    if (op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean equal;
    if (other instanceof PyComplex number) {
      equal = self.real == number.real && self.imag == number.imag;
    } else if (other instanceof PyFloat number) {
      equal = self.imag == 0 && self.real == number.value;
    } else if (other instanceof PyInt number) {
      equal =
          self.imag == 0
              && self.real == self.real
              && FloatConversion.compare(self.real, number) == 0;
    } else {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(equal == (op == Comparison.EQ));
  }

  /** The operand as a complex number, or null when it is not a number. */
  private static PyComplex operand(PyObject value) {
    return switch (value) {
      case PyComplex number -> number;
      case PyFloat number -> new PyComplex(number.value, 0);
      case PyInt number -> new PyComplex(number.doubleValue(), 0);
      default -> null;
    };
  }

  private static PyObject no() {
    return PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.add(self, other);
  }

  @Method("__radd__(self, value, /)")
  static PyObject reflectedAdd(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.add(other, self);
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.sub(self, other);
  }

  @Method("__rsub__(self, value, /)")
  static PyObject reflectedSub(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.sub(other, self);
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.mul(self, other);
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedMul(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.mul(other, self);
  }

  @Method("__truediv__(self, value, /)")
  static PyObject trueDiv(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.div(self, other);
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject reflectedTrueDiv(PyComplex self, PyObject value) {
    PyComplex other = operand(value);
    return other == null ? no() : ComplexArithmetic.div(other, self);
  }

  @Method("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyComplex self, PyObject value, PyObject mod) {
    PyComplex other = operand(value);
    return other == null ? no() : power(self, other, mod);
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static PyObject reflectedPow(PyComplex self, PyObject value, PyObject mod) {
    PyComplex other = operand(value);
    return other == null ? no() : power(other, self, mod);
  }

  private static PyObject power(PyComplex base, PyComplex exponent, PyObject mod) {
    if (mod != PyNone.NONE) {
      throw Errors.valueError("complex modulo");
    }
    return ComplexArithmetic.pow(base, exponent);
  }

  @Method("__neg__(self, /)")
  static PyObject neg(PyComplex self) {
    return new PyComplex(-self.real, -self.imag);
  }

  @Method("__pos__(self, /)")
  static PyObject pos(PyComplex self) {
    return exact(self);
  }

  @Method("__abs__(self, /)")
  static double abs(PyComplex self) {
    double abs = ComplexArithmetic.abs(self);
    if (Double.isInfinite(abs)
        && !Double.isInfinite(self.real)
        && !Double.isInfinite(self.imag)) {
      throw Errors.overflowError("absolute value too large");
    }
    return abs;
  }

  @Method("__bool__(self, /)")
  static boolean truth(PyComplex self) {
    return self.real != 0 || self.imag != 0;
  }

  @Method("__complex__(self, /)")
  static PyObject toComplex(PyComplex self) {
    return exact(self);
  }

  private static PyComplex exact(PyComplex self) {
    return self.getClass() == PyComplex.class ? self : new PyComplex(self.real, self.imag);
  }

  @Method("conjugate(self, /)")
  static PyObject conjugate(PyComplex self) {
    return new PyComplex(self.real, -self.imag);
  }

  @Method("__format__(self, format_spec, /)")
  static PyObject format(PyComplex self, PyStr spec) {
    return spec.length() == 0 ? self.type().slots.str(self) : ComplexFormat.format(self, spec);
  }

  @Method("__getnewargs__(self, /)")
  static PyObject newArguments(PyComplex self) {
    return PyTuple.of(PyFloat.of(self.real), PyFloat.of(self.imag));
  }

  @Getter(value = "real", member = true, doc = "the real part of a complex number")
  static double real(PyComplex self) {
    return self.real;
  }

  @Getter(value = "imag", member = true, doc = "the imaginary part of a complex number")
  static double imag(PyComplex self) {
    return self.imag;
  }
}
