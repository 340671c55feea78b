package org.krait.stdlib.decimal;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyStr;

/** Methods of decimal numbers that compute with a context. */
final class DecimalMethods {
  private DecimalMethods() {}

  @Method("exp(self, context=None)")
  static PyObject exp(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Functions.exp(self.value, c.settings));
  }

  @Method("ln(self, context=None)")
  static PyObject ln(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Functions.ln(self.value, c.settings));
  }

  @Method("log10(self, context=None)")
  static PyObject log10(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Functions.log10(self.value, c.settings));
  }

  @Method("sqrt(self, context=None)")
  static PyObject sqrt(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Functions.sqrt(self.value, c.settings));
  }

  @Method("next_minus(self, context=None)")
  static PyObject nextMinus(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.next(self.value, false, c.settings));
  }

  @Method("next_plus(self, context=None)")
  static PyObject nextPlus(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.next(self.value, true, c.settings));
  }

  @Method("normalize(self, context=None)")
  static PyObject normalize(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.reduce(self.value, c.settings));
  }

  @Method("logb(self, context=None)")
  static PyObject logb(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.logb(self.value, c.settings));
  }

  @Method("logical_invert(self, context=None)")
  static PyObject logicalInvert(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.invert(self.value, c.settings));
  }

  @Method("compare(self, other, context=None)")
  static PyObject compare(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.compare(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("compare_signal(self, other, context=None)")
  static PyObject compareSignal(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.compareSignal(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("max(self, other, context=None)")
  static PyObject max(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.extreme(self.value, Convert.operandOrRaise(other), 1, false, c.settings));
  }

  @Method("max_mag(self, other, context=None)")
  static PyObject maxMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.extreme(self.value, Convert.operandOrRaise(other), 1, true, c.settings));
  }

  @Method("min(self, other, context=None)")
  static PyObject min(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.extreme(self.value, Convert.operandOrRaise(other), -1, false, c.settings));
  }

  @Method("min_mag(self, other, context=None)")
  static PyObject minMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Order.extreme(self.value, Convert.operandOrRaise(other), -1, true, c.settings));
  }

  @Method("next_toward(self, other, context=None)")
  static PyObject nextToward(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.nextToward(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("remainder_near(self, other, context=None)")
  static PyObject remainderNear(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Arithmetic.remainderNear(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("logical_and(self, other, context=None)")
  static PyObject logicalAnd(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.logical(self.value, Convert.operandOrRaise(other), '&', c.settings));
  }

  @Method("logical_or(self, other, context=None)")
  static PyObject logicalOr(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.logical(self.value, Convert.operandOrRaise(other), '|', c.settings));
  }

  @Method("logical_xor(self, other, context=None)")
  static PyObject logicalXor(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.logical(self.value, Convert.operandOrRaise(other), '^', c.settings));
  }

  @Method("rotate(self, other, context=None)")
  static PyObject rotate(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.rotate(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("scaleb(self, other, context=None)")
  static PyObject scaleb(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.scaleb(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("shift(self, other, context=None)")
  static PyObject shift(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return c.done(Integral.shift(self.value, Convert.operandOrRaise(other), c.settings));
  }

  @Method("compare_total(self, other, context=None)")
  static PyObject compareTotal(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    Convert.context(thread, context);
    Dec right = Convert.operandOrRaise(other);
    return PyDecimal.of(Dec.of(Order.total(self.value, right)));
  }

  @Method("compare_total_mag(self, other, context=None)")
  static PyObject compareTotalMag(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    Convert.context(thread, context);
    Dec right = Convert.operandOrRaise(other);
    return PyDecimal.of(Dec.of(Order.total(self.value.withSign(false), right.withSign(false))));
  }

  @Method("copy_sign(self, other, context=None)")
  static PyObject copySign(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    Convert.context(thread, context);
    return PyDecimal.of(self.value.withSign(Convert.operandOrRaise(other).negative));
  }

  @Method("same_quantum(self, other, context=None)")
  static PyObject sameQuantum(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
    Convert.context(thread, context);
    return PyBool.of(PyDecimal.sameQuantum(self.value, Convert.operandOrRaise(other)));
  }

  @Method("fma(self, other, third, context=None)")
  static PyObject fma(ThreadState thread, PyDecimal self, PyObject other, PyObject third, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    Dec b = Convert.operandOrRaise(other);
    return c.done(Arithmetic.fma(self.value, b, Convert.operandOrRaise(third), c.settings));
  }

  @Method("quantize(self, exp, rounding=None, context=None)")
  static PyObject quantize(ThreadState thread, PyDecimal self, PyObject exp, PyObject rounding, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    Settings s = c.rounded(rounding);
    return c.done(Integral.quantize(self.value, Convert.operandOrRaise(exp), s), s);
  }

  @Method("to_integral(self, rounding=None, context=None)")
  static PyObject toIntegral(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    Settings s = c.rounded(rounding);
    return c.done(Integral.toIntegral(self.value, false, s), s);
  }

  @Method("to_integral_value(self, rounding=None, context=None)")
  static PyObject toIntegralValue(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    Settings s = c.rounded(rounding);
    return c.done(Integral.toIntegral(self.value, false, s), s);
  }

  @Method("to_integral_exact(self, rounding=None, context=None)")
  static PyObject toIntegralExact(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    Settings s = c.rounded(rounding);
    return c.done(Integral.toIntegral(self.value, true, s), s);
  }

  @Method("number_class(self, context=None)")
  static PyObject numberClass(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return PyStr.of(Integral.numberClass(self.value, c.settings));
  }

  @Method("to_eng_string(self, context=None)")
  static PyObject toEngString(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return PyStr.of(self.value.text(true, c.capitals != 0));
  }

  @Method("is_normal(self, context=None)")
  static PyObject isNormal(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return PyBool.of(PyDecimal.isNormal(self.value, c.settings));
  }

  @Method("is_subnormal(self, context=None)")
  static PyObject isSubnormal(ThreadState thread, PyDecimal self, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    return PyBool.of(PyDecimal.isSubnormal(self.value, c.settings));
  }
}
