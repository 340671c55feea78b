package org.krait.runtime.types;

import java.nio.ByteOrder;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.formatting.FloatFormat;
import org.krait.runtime.numbers.FloatRounding;
import org.krait.runtime.numbers.FloatText;
import org.krait.runtime.numbers.HexFloat;
import org.krait.runtime.numbers.NumberHash;

/** What {@code float} can do besides its binary operators. */
final class FloatMethods {
  private FloatMethods() {}

  @Method("__new__(cls, x=0, /)")
  static PyObject make(PyType cls, PyObject x) {
    if (cls == PyFloat.TYPE) {
      return x.getClass() == PyFloat.class ? x : PyFloat.of(FloatCreation.of(x));
    }
    return new PyFloatInstance(cls, FloatCreation.of(x));
  }

  @Method("__repr__(self, /)")
  static PyObject repr(PyFloat self) {
    return PyStr.ofUnits(FloatText.repr(self.value));
  }

  @Method("__hash__(self, /)")
  static long hash(PyFloat self) {
    return hash(self.value, self);
  }

  /** The hash of a value, which for NaN is that of the object. */
  static long hash(double value, PyObject owner) {
    return value == value ? NumberHash.of(value) : Objects.identityHash(owner);
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyFloat self, PyObject other, int op) {
    double a = self.value;
    if (other instanceof PyFloat number) {
      return PyBool.of(Comparison.holds(a, number.value, op));
    }
    if (other instanceof PyInt number) {
      return PyBool.of(
          a != a
              ? op == Comparison.NE
              : Comparison.holds(FloatConversion.compare(a, number), op));
    }
    return PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__bool__(self, /)")
  static boolean truth(PyFloat self) {
    return self.value != 0;
  }

  @Method("__neg__(self, /)")
  static double neg(PyFloat self) {
    return -self.value;
  }

  @Method("__pos__(self, /)")
  static PyObject pos(PyFloat self) {
    return exact(self);
  }

  @Method("__abs__(self, /)")
  static double abs(PyFloat self) {
    return Math.abs(self.value);
  }

  @Method("__int__(self, /)")
  static PyObject toInt(PyFloat self) {
    return FloatConversion.toInt(self.value);
  }

  @Method("__float__(self, /)")
  static PyObject toFloat(PyFloat self) {
    return exact(self);
  }

  private static PyFloat exact(PyFloat self) {
    return self.getClass() == PyFloat.class ? self : PyFloat.of(self.value);
  }

  @Method("__trunc__(self, /)")
  static PyObject trunc(PyFloat self) {
    return FloatConversion.toInt(self.value);
  }

  @Method("__floor__(self, /)")
  static PyObject floor(PyFloat self) {
    return FloatConversion.toInt(Math.floor(self.value));
  }

  @Method("__ceil__(self, /)")
  static PyObject ceil(PyFloat self) {
    return FloatConversion.toInt(Math.ceil(self.value));
  }

  @Method("__round__(self, ndigits=None, /)")
  static PyObject round(PyFloat self, PyObject ndigits) {
    double value = self.value;
    if (ndigits == PyNone.NONE) {
      return FloatConversion.toInt(Math.rint(value));
    }
    long places = Arguments.index(ndigits).longValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return exact(self);
    }
    double rounded = FloatRounding.round(value, places);
    if (Double.isInfinite(rounded)) {
      throw Errors.overflowError("rounded value too large to represent");
    }
    return PyFloat.of(rounded);
  }

  @Method("__format__(self, format_spec, /)")
  static PyObject format(PyFloat self, PyStr spec) {
    return spec.length() == 0 ? self.type().slots.str(self) : FloatFormat.format(self, spec);
  }

  @Method("__getnewargs__(self, /)")
  static PyObject newArguments(PyFloat self) {
    return PyTuple.of(exact(self));
  }

  @Method("__getformat__(cls, typestr, /)")
  static String getFormat(PyType cls, PyStr typestr) {
    String kind = typestr.toString();
    if (!kind.equals("double") && !kind.equals("float")) {
      throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
    }
    return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
        ? "IEEE, big-endian"
        : "IEEE, little-endian";
  }

  @Method("conjugate(self, /)")
  static PyObject conjugate(PyFloat self) {
    return exact(self);
  }

  @Method("as_integer_ratio(self, /)")
  static PyObject ratio(PyFloat self) {
    PyInt[] ratio = FloatConversion.ratio(self.value);
    if (ratio != null) {
      return PyTuple.of(ratio[0], ratio[1]);
    }
    throw self.value == self.value
        ? Errors.overflowError("cannot convert Infinity to integer ratio")
        : Errors.valueError("cannot convert NaN to integer ratio");
  }

  @Method("is_integer(self, /)")
  static boolean isInteger(PyFloat self) {
    return self.value == Math.rint(self.value) && !Double.isInfinite(self.value);
  }

  @Method("hex(self, /)")
  static String hex(PyFloat self) {
    return HexFloat.write(self.value);
  }

  @Method("fromhex(cls, string, /)")
  static PyObject fromHex(PyType cls, PyObject string) {
    if (!(string instanceof PyStr text)) {
      throw Errors.typeError("bad argument type for built-in operation");
    }
    PyFloat value = PyFloat.of(parseHex(NumberText.asciiOf(text)));
    return cls == PyFloat.TYPE ? value : cls.call(value);
  }

  private static double parseHex(String text) {
    double value;
    try {
      value = HexFloat.parse(text);
    } catch (NumberFormatException e) {
      throw Errors.valueError("invalid hexadecimal floating-point string");
    }
    if (Double.isInfinite(value) && !HexFloat.isInfinity(text)) {
      throw Errors.overflowError("hexadecimal value too large to represent as a float");
    }
    return value;
  }

  @Getter(value = "real", doc = "the real part of a complex number")
  static PyObject real(PyFloat self) {
    return exact(self);
  }

  @Getter(value = "imag", doc = "the imaginary part of a complex number")
  static double imag(PyFloat self) {
    return 0.0;
  }
}
