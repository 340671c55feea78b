package org.krait.runtime.types;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.formatting.IntFormat;
import org.krait.runtime.numbers.NumberHash;

/** What {@code int} can do besides arithmetic and bytes. */
final class IntMethods {
  private static final int DIGIT_BITS = 30;
  private static final int DIGIT_BYTES = 4;

  private IntMethods() {}

  @Method("__new__(cls, x=NULL, /, base=NULL)")
  static PyObject make(PyType cls, PyObject x, PyObject base) {
    PyInt value = value(x, base);
    return cls == PyInt.TYPE ? value : new PyIntInstance(cls, value);
  }

  private static PyInt value(PyObject x, PyObject base) {
    if (x == null) {
      if (base != null) {
        throw Errors.typeError("int() missing string argument");
      }
      return PyLong.ZERO;
    }
    return base == null ? IntCreation.of(x) : IntCreation.of(x, base);
  }

  @Method("__repr__(self, /)")
  static PyObject repr(PyInt self) {
    return PyStr.ofUnits(IntText.of(self));
  }

  @Method("__hash__(self, /)")
  static long hash(PyInt self) {
    if (self.fitsLong()) {
      return NumberHash.of(self.longValue());
    }
    return self.fitsPair()
        ? NumberHash.of(self.high(), self.low())
        : NumberHash.of(self.bigValue());
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyInt self, PyObject other, int op) {
    return other instanceof PyInt number
        ? PyBool.of(Comparison.holds(IntArithmetic.compare(self, number), op))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__bool__(self, /)")
  static boolean truth(PyInt self) {
    return self.signum() != 0;
  }

  @Method("__neg__(self, /)")
  static PyObject neg(PyInt self) {
    return IntArithmetic.neg(self);
  }

  @Method("__pos__(self, /)")
  static PyObject pos(PyInt self) {
    return self.exact();
  }

  @Method("__abs__(self, /)")
  static PyObject abs(PyInt self) {
    return IntArithmetic.abs(self);
  }

  @Method("__invert__(self, /)")
  static PyObject invert(PyInt self) {
    return IntArithmetic.invert(self);
  }

  @Method("__int__(self, /)")
  static PyObject toInt(PyInt self) {
    return self.exact();
  }

  @Method("__index__(self, /)")
  static PyObject index(PyInt self) {
    return self.exact();
  }

  @Method("__float__(self, /)")
  static double toFloat(PyInt self) {
    return self.doubleValue();
  }

  @Method(
      value = "__trunc__(self, /)",
      doc = "Truncating an Integral returns itself.",
      textSignature = false)
  static PyObject trunc(PyInt self) {
    return self.exact();
  }

  @Method(value = "__floor__(self, /)", doc = "Flooring an Integral returns itself.", textSignature = false)
  static PyObject floor(PyInt self) {
    return self.exact();
  }

  @Method(value = "__ceil__(self, /)", doc = "Ceiling of an Integral returns itself.", textSignature = false)
  static PyObject ceil(PyInt self) {
    return self.exact();
  }

  @Method("__round__(self, ndigits=NULL, /)")
  static PyObject round(PyInt self, PyObject ndigits) {
    if (ndigits == null) {
      return self.exact();
    }
    PyInt places = Arguments.index(ndigits);
    return places.signum() >= 0
        ? self.exact()
        : IntArithmetic.roundTo(self, IntArithmetic.neg(places));
  }

  @Method("__format__(self, format_spec, /)")
  static PyObject format(PyInt self, PyStr spec) {
    return spec.length() == 0 ? self.type().slots.str(self) : IntFormat.format(self, spec);
  }

  @Method("__getnewargs__(self, /)")
  static PyObject newArguments(PyInt self) {
    return PyTuple.of(self.exact());
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
  static int sizeOf(PyInt self) {
    int bits = self.bigValue().abs().bitLength();
    return self.type().basicSize() + DIGIT_BYTES * Math.max(1, (bits + DIGIT_BITS - 1) / DIGIT_BITS);
  }

  @Method(value = "conjugate(self, /)", doc = "Returns self, the complex conjugate of any int.", textSignature = false)
  static PyObject conjugate(PyInt self) {
    return self.exact();
  }

  @Method("bit_length(self, /)")
  static int bitLength(PyInt self) {
    if (self.fitsLong()) {
      return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(self.longValue()));
    }
    return self.fitsPair()
        ? PyBigInt.PAIR_BITS - Long.numberOfLeadingZeros(PairArithmetic.magnitudeHigh(self))
        : self.bigValue().abs().bitLength();
  }

  @Method("bit_count(self, /)")
  static int bitCount(PyInt self) {
    return self.fitsPair()
        ? Long.bitCount(PairArithmetic.magnitudeHigh(self)) + Long.bitCount(PairArithmetic.magnitudeLow(self))
        : self.bigValue().abs().bitCount();
  }

  @Method("as_integer_ratio(self, /)")
  static PyObject ratio(PyInt self) {
    return PyTuple.of(self.exact(), PyLong.ONE);
  }

  @Method("is_integer(self, /)")
  static boolean isInteger(PyInt self) {
    return true;
  }

  @Getter(value = "real", doc = "the real part of a complex number")
  static PyObject real(PyInt self) {
    return self.exact();
  }

  @Getter(value = "imag", doc = "the imaginary part of a complex number")
  static PyObject imag(PyInt self) {
    return PyLong.ZERO;
  }

  @Getter(value = "numerator", doc = "the numerator of a rational number in lowest terms")
  static PyObject numerator(PyInt self) {
    return self.exact();
  }

  @Getter(value = "denominator", doc = "the denominator of a rational number in lowest terms")
  static PyObject denominator(PyInt self) {
    return PyLong.ONE;
  }
}
