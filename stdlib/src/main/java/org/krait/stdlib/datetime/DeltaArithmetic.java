package org.krait.stdlib.datetime;

import java.math.BigInteger;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.IntArithmetic;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyTuple;

/** The operators of {@code timedelta}. */
final class DeltaArithmetic {
  private static final PyObject NO = PyNotImplemented.NOT_IMPLEMENTED;

  private DeltaArithmetic() {}

  static PyTimeDelta add(PyTimeDelta a, PyTimeDelta b) {
    return PyTimeDelta.of(
        (long) a.days + b.days, (long) a.seconds + b.seconds, (long) a.micros + b.micros);
  }

  static PyTimeDelta subtract(PyTimeDelta a, PyTimeDelta b) {
    return PyTimeDelta.of(
        (long) a.days - b.days, (long) a.seconds - b.seconds, (long) a.micros - b.micros);
  }

  static PyTimeDelta negate(PyTimeDelta a) {
    return PyTimeDelta.of(-(long) a.days, -(long) a.seconds, -(long) a.micros);
  }

  private static PyObject micros(PyObject delta) {
    return PyInt.of(((PyTimeDelta) delta).allMicros());
  }

  private static PyTimeDelta ofMicros(PyInt micros) {
    return PyTimeDelta.ofMicros(PyTimeDelta.TYPE, micros.bigValue());
  }

  /** The integer nearest to a quotient, the even one of two. */
  private static BigInteger nearest(BigInteger dividend, BigInteger divisor) {
    if (divisor.signum() == 0) {
      throw Errors.zeroDivisionError("integer division or modulo by zero");
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    int order = parts[1].abs().shiftLeft(1).compareTo(divisor.abs());
    if (order > 0 || order == 0 && parts[0].testBit(0)) {
      return parts[0].add(BigInteger.valueOf((long) dividend.signum() * divisor.signum()));
    }
    return parts[0];
  }

  /** Numerator and denominator of a float. */
  private static BigInteger[] ratio(PyFloat value) {
    PyObject answer = Attributes.get(value, "as_integer_ratio").call();
    if (!(answer instanceof PyTuple pair)) {
      throw Errors.typeError(
          "unexpected return type from as_integer_ratio(): expected tuple, got '%s'",
          answer.type().fullName());
    }
    if (pair.size() != 2) {
      throw Errors.valueError("as_integer_ratio() must return a 2-tuple");
    }
    return new BigInteger[] {
      ((PyInt) pair.get(0)).bigValue(), ((PyInt) pair.get(1)).bigValue()
    };
  }

  @Method("__add__(self, value, /)")
  static PyObject addMethod(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? add(self, delta) : NO;
  }

  @Method("__radd__(self, value, /)")
  static PyObject radd(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? add(delta, self) : NO;
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? subtract(self, delta) : NO;
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? subtract(delta, self) : NO;
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(PyTimeDelta self, PyObject other) {
    if (other instanceof PyInt factor) {
      return PyTimeDelta.ofMicros(
          PyTimeDelta.TYPE, self.allMicros().multiply(factor.bigValue()));
    }
    if (other instanceof PyFloat factor) {
      BigInteger[] ratio = ratio(factor);
      return PyTimeDelta.ofMicros(
          PyTimeDelta.TYPE, nearest(self.allMicros().multiply(ratio[0]), ratio[1]));
    }
    return NO;
  }

  @Method("__rmul__(self, value, /)")
  static PyObject rmul(PyTimeDelta self, PyObject other) {
    return mul(self, other);
  }

  @Method("__truediv__(self, value, /)")
  static PyObject truediv(PyTimeDelta self, PyObject other) {
    if (other instanceof PyTimeDelta delta) {
      return PyFloat.of(
          IntArithmetic.trueDiv((PyInt) micros(self), (PyInt) micros(delta)));
    }
    if (other instanceof PyInt divisor) {
      return PyTimeDelta.ofMicros(
          PyTimeDelta.TYPE, nearest(self.allMicros(), divisor.bigValue()));
    }
    if (other instanceof PyFloat divisor) {
      BigInteger[] ratio = ratio(divisor);
      return PyTimeDelta.ofMicros(
          PyTimeDelta.TYPE, nearest(self.allMicros().multiply(ratio[1]), ratio[0]));
    }
    return NO;
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject rtruediv(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? truediv(delta, self) : NO;
  }

  @Method("__floordiv__(self, value, /)")
  static PyObject floordiv(PyTimeDelta self, PyObject other) {
    PyInt micros = (PyInt) micros(self);
    if (other instanceof PyTimeDelta delta) {
      return IntArithmetic.floorDiv(micros, (PyInt) micros(delta));
    }
    return other instanceof PyInt divisor ? ofMicros(IntArithmetic.floorDiv(micros, divisor)) : NO;
  }

  @Method("__rfloordiv__(self, value, /)")
  static PyObject rfloordiv(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? floordiv(delta, self) : NO;
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta
        ? ofMicros(IntArithmetic.mod((PyInt) micros(self), (PyInt) micros(delta)))
        : NO;
  }

  @Method("__rmod__(self, value, /)")
  static PyObject rmod(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? mod(delta, self) : NO;
  }

  @Method("__divmod__(self, value, /)")
  static PyObject divmod(PyTimeDelta self, PyObject other) {
    if (!(other instanceof PyTimeDelta delta)) {
      return NO;
    }
    PyTuple parts = IntArithmetic.divMod((PyInt) micros(self), (PyInt) micros(delta));
    return PyTuple.of(parts.get(0), ofMicros((PyInt) parts.get(1)));
  }

  @Method("__rdivmod__(self, value, /)")
  static PyObject rdivmod(PyTimeDelta self, PyObject other) {
    return other instanceof PyTimeDelta delta ? divmod(delta, self) : NO;
  }

  @Method("__neg__(self, /)")
  static PyObject neg(PyTimeDelta self) {
    return negate(self);
  }

  @Method("__pos__(self, /)")
  static PyObject pos(PyTimeDelta self) {
    return PyTimeDelta.of(self.days, self.seconds, self.micros);
  }

  @Method("__abs__(self, /)")
  static PyObject abs(PyTimeDelta self) {
    return self.days < 0 ? neg(self) : pos(self);
  }
}
