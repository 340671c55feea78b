package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;

/** The binary operators of {@code float}; the other operand is a float or an int. */
final class FloatOperators {
  private FloatOperators() {}

  private static PyObject no() {
    return PyNotImplemented.NOT_IMPLEMENTED;
  }

  private static boolean isReal(PyObject value) {
    return value instanceof PyFloat || value instanceof PyInt;
  }

  private static double real(PyObject value) {
    return value instanceof PyFloat number ? number.value : ((PyInt) value).doubleValue();
  }

  @Method("__add__(self, value, /)")
  static PyObject add(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(self.value + real(value)) : no();
  }

  @Method("__radd__(self, value, /)")
  static PyObject reflectedAdd(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(real(value) + self.value) : no();
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(self.value - real(value)) : no();
  }

  @Method("__rsub__(self, value, /)")
  static PyObject reflectedSub(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(real(value) - self.value) : no();
  }

  @Method("__mul__(self, value, /)")
  static PyObject mul(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(self.value * real(value)) : no();
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedMul(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(real(value) * self.value) : no();
  }

  @Method("__truediv__(self, value, /)")
  static PyObject trueDiv(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.divide(self.value, real(value))) : no();
  }

  @Method("__rtruediv__(self, value, /)")
  static PyObject reflectedTrueDiv(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.divide(real(value), self.value)) : no();
  }

  @Method("__floordiv__(self, value, /)")
  static PyObject floorDiv(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.floorDivide(self.value, real(value))) : no();
  }

  @Method("__rfloordiv__(self, value, /)")
  static PyObject reflectedFloorDiv(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.floorDivide(real(value), self.value)) : no();
  }

  @Method("__mod__(self, value, /)")
  static PyObject mod(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.modulo(self.value, real(value))) : no();
  }

  @Method("__rmod__(self, value, /)")
  static PyObject reflectedMod(PyFloat self, PyObject value) {
    return isReal(value) ? PyFloat.of(FloatArithmetic.modulo(real(value), self.value)) : no();
  }

  @Method("__divmod__(self, value, /)")
  static PyObject divMod(PyFloat self, PyObject value) {
    return isReal(value) ? FloatArithmetic.divMod(self.value, real(value)) : no();
  }

  @Method("__rdivmod__(self, value, /)")
  static PyObject reflectedDivMod(PyFloat self, PyObject value) {
    return isReal(value) ? FloatArithmetic.divMod(real(value), self.value) : no();
  }

  @Method("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyFloat self, PyObject value, PyObject mod) {
    FloatArithmetic.refuseModulus(mod);
    return isReal(value) ? FloatArithmetic.pow(self.value, real(value)) : no();
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static PyObject reflectedPow(PyFloat self, PyObject value, PyObject mod) {
    FloatArithmetic.refuseModulus(mod);
    return isReal(value) ? FloatArithmetic.pow(real(value), self.value) : no();
  }
}
