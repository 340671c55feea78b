package org.krait.stdlib.decimal;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Methods of contexts that compute. */
final class ContextMethods {
  private ContextMethods() {}

  private static Dec dec(PyObject value) {
    return Convert.operandOrRaise(value);
  }

  @Method("abs(self, x, /)")
  static PyObject abs(PyDecimalContext c, PyObject x) {
    return c.done(Arithmetic.abs(dec(x), c.settings));
  }

  @Method("exp(self, x, /)")
  static PyObject exp(PyDecimalContext c, PyObject x) {
    return c.done(Functions.exp(dec(x), c.settings));
  }

  @Method("ln(self, x, /)")
  static PyObject ln(PyDecimalContext c, PyObject x) {
    return c.done(Functions.ln(dec(x), c.settings));
  }

  @Method("log10(self, x, /)")
  static PyObject log10(PyDecimalContext c, PyObject x) {
    return c.done(Functions.log10(dec(x), c.settings));
  }

  @Method("minus(self, x, /)")
  static PyObject minus(PyDecimalContext c, PyObject x) {
    return c.done(Arithmetic.minus(dec(x), c.settings));
  }

  @Method("next_minus(self, x, /)")
  static PyObject nextMinus(PyDecimalContext c, PyObject x) {
    return c.done(Integral.next(dec(x), false, c.settings));
  }

  @Method("next_plus(self, x, /)")
  static PyObject nextPlus(PyDecimalContext c, PyObject x) {
    return c.done(Integral.next(dec(x), true, c.settings));
  }

  @Method("normalize(self, x, /)")
  static PyObject normalize(PyDecimalContext c, PyObject x) {
    return c.done(Integral.reduce(dec(x), c.settings));
  }

  @Method("plus(self, x, /)")
  static PyObject plus(PyDecimalContext c, PyObject x) {
    return c.done(Arithmetic.plus(dec(x), c.settings));
  }

  @Method("sqrt(self, x, /)")
  static PyObject sqrt(PyDecimalContext c, PyObject x) {
    return c.done(Functions.sqrt(dec(x), c.settings));
  }

  @Method("logb(self, x, /)")
  static PyObject logb(PyDecimalContext c, PyObject x) {
    return c.done(Integral.logb(dec(x), c.settings));
  }

  @Method("logical_invert(self, x, /)")
  static PyObject logicalInvert(PyDecimalContext c, PyObject x) {
    return c.done(Integral.invert(dec(x), c.settings));
  }

  @Method("_apply(self, x, /)")
  static PyObject apply(PyDecimalContext c, PyObject x) {
    return c.done(Round.finish(dec(x), c.settings));
  }

  @Method("to_integral(self, x, /)")
  static PyObject toIntegral(PyDecimalContext c, PyObject x) {
    return c.done(Integral.toIntegral(dec(x), false, c.settings));
  }

  @Method("to_integral_value(self, x, /)")
  static PyObject toIntegralValue(PyDecimalContext c, PyObject x) {
    return c.done(Integral.toIntegral(dec(x), false, c.settings));
  }

  @Method("to_integral_exact(self, x, /)")
  static PyObject toIntegralExact(PyDecimalContext c, PyObject x) {
    return c.done(Integral.toIntegral(dec(x), true, c.settings));
  }

  @Method("compare(self, x, y, /)")
  static PyObject compare(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.compare(left, dec(y), c.settings));
  }

  @Method("compare_signal(self, x, y, /)")
  static PyObject compareSignal(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.compareSignal(left, dec(y), c.settings));
  }

  @Method("max(self, x, y, /)")
  static PyObject max(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.extreme(left, dec(y), 1, false, c.settings));
  }

  @Method("max_mag(self, x, y, /)")
  static PyObject maxMag(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.extreme(left, dec(y), 1, true, c.settings));
  }

  @Method("min(self, x, y, /)")
  static PyObject min(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.extreme(left, dec(y), -1, false, c.settings));
  }

  @Method("min_mag(self, x, y, /)")
  static PyObject minMag(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Order.extreme(left, dec(y), -1, true, c.settings));
  }

  @Method("next_toward(self, x, y, /)")
  static PyObject nextToward(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.nextToward(left, dec(y), c.settings));
  }

  @Method("remainder_near(self, x, y, /)")
  static PyObject remainderNear(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.remainderNear(left, dec(y), c.settings));
  }

  @Method("logical_and(self, x, y, /)")
  static PyObject logicalAnd(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.logical(left, dec(y), '&', c.settings));
  }

  @Method("logical_or(self, x, y, /)")
  static PyObject logicalOr(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.logical(left, dec(y), '|', c.settings));
  }

  @Method("logical_xor(self, x, y, /)")
  static PyObject logicalXor(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.logical(left, dec(y), '^', c.settings));
  }

  @Method("rotate(self, x, y, /)")
  static PyObject rotate(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.rotate(left, dec(y), c.settings));
  }

  @Method("scaleb(self, x, y, /)")
  static PyObject scaleb(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.scaleb(left, dec(y), c.settings));
  }

  @Method("shift(self, x, y, /)")
  static PyObject shift(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.shift(left, dec(y), c.settings));
  }

  @Method("add(self, x, y, /)")
  static PyObject add(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.add(left, dec(y), c.settings));
  }

  @Method("divide(self, x, y, /)")
  static PyObject divide(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.divide(left, dec(y), c.settings));
  }

  @Method("divide_int(self, x, y, /)")
  static PyObject divideInt(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.divideInt(left, dec(y), c.settings));
  }

  @Method("multiply(self, x, y, /)")
  static PyObject multiply(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.multiply(left, dec(y), c.settings));
  }

  @Method("quantize(self, x, y, /)")
  static PyObject quantize(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Integral.quantize(left, dec(y), c.settings));
  }

  @Method("remainder(self, x, y, /)")
  static PyObject remainder(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.remainder(left, dec(y), c.settings));
  }

  @Method("subtract(self, x, y, /)")
  static PyObject subtract(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return c.done(Arithmetic.subtract(left, dec(y), c.settings));
  }

  @Method("divmod(self, x, y, /)")
  static PyObject divmod(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    Dec[] parts = Arithmetic.divmod(left, dec(y), c.settings);
    c.check(c.settings);
    return PyTuple.of(PyDecimal.of(parts[0]), PyDecimal.of(parts[1]));
  }

  @Method("fma(self, x, y, z, /)")
  static PyObject fma(PyDecimalContext c, PyObject x, PyObject y, PyObject z) {
    Dec left = dec(x);
    Dec right = dec(y);
    return c.done(Arithmetic.fma(left, right, dec(z), c.settings));
  }

  @Method("power(self, a, b, modulo=None)")
  static PyObject power(PyDecimalContext c, PyObject a, PyObject b, PyObject modulo) {
    Dec left = dec(a);
    Dec right = dec(b);
    if (modulo == null || modulo == PyNone.NONE) {
      return c.done(Functions.power(left, right, c.settings));
    }
    return c.done(Functions.powerModulo(left, right, dec(modulo), c.settings));
  }

  @Method("is_finite(self, x, /)")
  static PyObject isFinite(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.isFinite());
  }

  @Method("is_infinite(self, x, /)")
  static PyObject isInfinite(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.isInfinite());
  }

  @Method("is_nan(self, x, /)")
  static PyObject isNan(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.isNan());
  }

  @Method("is_qnan(self, x, /)")
  static PyObject isQnan(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.kind == Dec.QUIET);
  }

  @Method("is_snan(self, x, /)")
  static PyObject isSnan(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.isSignaling());
  }

  @Method("is_signed(self, x, /)")
  static PyObject isSigned(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.negative);
  }

  @Method("is_zero(self, x, /)")
  static PyObject isZero(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(v.isZero());
  }

  @Method("is_normal(self, x, /)")
  static PyObject isNormal(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(PyDecimal.isNormal(v, c.settings));
  }

  @Method("is_subnormal(self, x, /)")
  static PyObject isSubnormal(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyBool.of(PyDecimal.isSubnormal(v, c.settings));
  }

  @Method("is_canonical(self, x, /)")
  static PyObject isCanonical(PyDecimalContext c, PyObject x) {
    PyDecimal.check(x);
    return PyBool.TRUE;
  }

  @Method("canonical(self, x, /)")
  static PyObject canonical(PyDecimalContext c, PyObject x) {
    return PyDecimal.check(x);
  }

  @Method("copy_abs(self, x, /)")
  static PyObject copyAbs(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyDecimal.of(v.withSign(false));
  }

  @Method("copy_decimal(self, x, /)")
  static PyObject copyDecimal(PyDecimalContext c, PyObject x) {
    return x instanceof PyDecimal ? x : PyDecimal.of(dec(x));
  }

  @Method("copy_negate(self, x, /)")
  static PyObject copyNegate(PyDecimalContext c, PyObject x) {
    Dec v = dec(x);
    return PyDecimal.of(v.negated());
  }

  @Method("number_class(self, x, /)")
  static PyObject numberClass(PyDecimalContext c, PyObject x) {
    return PyStr.of(Integral.numberClass(dec(x), c.settings));
  }

  @Method("to_sci_string(self, x, /)")
  static PyObject toSciString(PyDecimalContext c, PyObject x) {
    return PyStr.of(dec(x).text(false, c.capitals != 0));
  }

  @Method("to_eng_string(self, x, /)")
  static PyObject toEngString(PyDecimalContext c, PyObject x) {
    return PyStr.of(dec(x).text(true, c.capitals != 0));
  }

  @Method("compare_total(self, x, y, /)")
  static PyObject compareTotal(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return PyDecimal.of(Dec.of(Order.total(left, dec(y))));
  }

  @Method("compare_total_mag(self, x, y, /)")
  static PyObject compareTotalMag(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x).withSign(false);
    return PyDecimal.of(Dec.of(Order.total(left, dec(y).withSign(false))));
  }

  @Method("copy_sign(self, x, y, /)")
  static PyObject copySign(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return PyDecimal.of(left.withSign(dec(y).negative));
  }

  @Method("same_quantum(self, x, y, /)")
  static PyObject sameQuantum(PyDecimalContext c, PyObject x, PyObject y) {
    Dec left = dec(x);
    return PyBool.of(PyDecimal.sameQuantum(left, dec(y)));
  }
}
