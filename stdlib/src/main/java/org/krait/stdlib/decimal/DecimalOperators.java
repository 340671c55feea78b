package org.krait.stdlib.decimal;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyTuple;

/** Operators of decimal numbers. */
final class DecimalOperators {
  private static final PyObject NO = PyNotImplemented.NOT_IMPLEMENTED;

  private DecimalOperators() {}

  @Method("__add__(self, value, /)")
  static PyObject add(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.add(self.value, right, c.settings));
  }

  @Method("__radd__(self, value, /)")
  static PyObject radd(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.add(right, self.value, c.settings));
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.subtract(self.value, right, c.settings));
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.subtract(right, self.value, c.settings));
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.multiply(self.value, right, c.settings));
  }

  @Method("__rmul__(self, value, /)")
  static PyObject rmul(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.multiply(right, self.value, c.settings));
  }

  @Method("__truediv__(self, value, /)")
  static PyObject truediv(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.divide(self.value, right, c.settings));
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject rtruediv(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.divide(right, self.value, c.settings));
  }

  @Method("__floordiv__(self, value, /)")
  static PyObject floordiv(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.divideInt(self.value, right, c.settings));
  }

  @Method("__rfloordiv__(self, value, /)")
  static PyObject rfloordiv(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.divideInt(right, self.value, c.settings));
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.remainder(self.value, right, c.settings));
  }

  @Method("__rmod__(self, value, /)")
  static PyObject rmod(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.remainder(right, self.value, c.settings));
  }

  @Method("__divmod__(self, value, /)")
  static PyObject divmod(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    Dec[] parts = Arithmetic.divmod(self.value, right, c.settings);
    c.check(c.settings);
    return PyTuple.of(PyDecimal.of(parts[0]), PyDecimal.of(parts[1]));
  }

  @Method("__pow__(self, value, mod=None, /)")
  static PyObject pow(ThreadState thread, PyDecimal self, PyObject other, PyObject modulo) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    if (modulo == null || modulo == PyNone.NONE) {
      return c.done(Functions.power(self.value, right, c.settings));
    }
    Dec third = Convert.operand(modulo);
    return third == null ? NO : c.done(Functions.powerModulo(self.value, right, third, c.settings));
  }

  @Method("__rdivmod__(self, value, /)")
  static PyObject rdivmod(ThreadState thread, PyDecimal self, PyObject other) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    Dec[] parts = Arithmetic.divmod(right, self.value, c.settings);
    c.check(c.settings);
    return PyTuple.of(PyDecimal.of(parts[0]), PyDecimal.of(parts[1]));
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static PyObject rpow(ThreadState thread, PyDecimal self, PyObject other, PyObject modulo) {
    Dec right = Convert.operand(other);
    if (right == null) {
      return NO;
    }
    PyDecimalContext c = DecimalState.context(thread);
    if (modulo == null || modulo == PyNone.NONE) {
      return c.done(Functions.power(right, self.value, c.settings));
    }
    Dec third = Convert.operand(modulo);
    return third == null ? NO : c.done(Functions.powerModulo(right, self.value, third, c.settings));
  }

  @Method("__neg__(self, /)")
  static PyObject neg(ThreadState thread, PyDecimal self) {
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.minus(self.value, c.settings));
  }

  @Method("__pos__(self, /)")
  static PyObject pos(ThreadState thread, PyDecimal self) {
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.plus(self.value, c.settings));
  }

  @Method("__abs__(self, /)")
  static PyObject abs(ThreadState thread, PyDecimal self) {
    PyDecimalContext c = DecimalState.context(thread);
    return c.done(Arithmetic.abs(self.value, c.settings));
  }
}
