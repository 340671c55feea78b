package org.krait.stdlib.decimal;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyComplex;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code decimal.Decimal}. */
@BuiltinType(
    name = "Decimal",
    module = "decimal",
    textSignature = "(value=\"0\", context=None)",
    doc = "Construct a new Decimal object: from a string, an integer, a tuple, a float or a Decimal.",
    parts = {DecimalMethods.class, DecimalOperators.class},
    basicSize = 104)
final class PyDecimal extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyDecimalTable());
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final BigInteger TENTH = BigInteger.TEN.modInverse(MODULUS);

  final Dec value;

  PyDecimal(PyType cls, Dec value) {
    super(cls);
    this.value = value;
  }

  static PyDecimal of(Dec value) {
    return new PyDecimal(TYPE, value);
  }

  static PyDecimal of(PyType cls, Dec value) {
    return cls == TYPE ? of(value) : new PyDecimal(cls, value);
  }

  static PyObject check(PyObject value) {
    if (value instanceof PyDecimal) {
      return value;
    }
    throw Errors.typeError("argument must be a Decimal");
  }

  @Method("__new__(cls, value='0', context=None)")
  static PyObject make(ThreadState thread, PyType cls, PyObject value, PyObject context) {
    PyDecimalContext c = Convert.context(thread, context);
    if (value == null) {
      return of(cls, Dec.ZERO);
    }
    if (cls == TYPE && value.type() == TYPE) {
      return value;
    }
    return of(cls, Convert.exact(value, c));
  }

  @Method("from_float(cls, f, /)")
  static PyObject fromFloat(PyType cls, PyObject f) {
    Dec value;
    if (f instanceof PyInt number) {
      value = Convert.ofInt(number);
    } else if (f instanceof PyFloat number) {
      value = Convert.ofFloat(number.doubleValue());
    } else {
      throw Errors.typeError("argument must be int or float");
    }
    return cls == TYPE ? of(value) : cls.call(of(value));
  }

  // ---- questions

  static boolean isNormal(Dec v, Settings s) {
    return v.isFinite() && !v.isZero() && v.adjusted() >= s.lowest;
  }

  static boolean isSubnormal(Dec v, Settings s) {
    return v.isFinite() && !v.isZero() && v.adjusted() < s.lowest;
  }

  static boolean sameQuantum(Dec a, Dec b) {
    if (a.isFinite() && b.isFinite()) {
      return a.exponent == b.exponent;
    }
    return a.isNan() && b.isNan() || a.isInfinite() && b.isInfinite();
  }

  @Method("is_canonical(self, /)")
  boolean isCanonical() {
    return true;
  }

  @Method("is_finite(self, /)")
  boolean isFinite() {
    return value.isFinite();
  }

  @Method("is_infinite(self, /)")
  boolean isInfinite() {
    return value.isInfinite();
  }

  @Method("is_nan(self, /)")
  boolean isNan() {
    return value.isNan();
  }

  @Method("is_qnan(self, /)")
  boolean isQuietNan() {
    return value.kind == Dec.QUIET;
  }

  @Method("is_snan(self, /)")
  boolean isSignalingNan() {
    return value.isSignaling();
  }

  @Method("is_signed(self, /)")
  boolean isSigned() {
    return value.negative;
  }

  @Method("is_zero(self, /)")
  boolean isZero() {
    return value.isZero();
  }

  @Method("__bool__(self, /)")
  boolean isTrue() {
    return !value.isZero();
  }

  @Method("adjusted(self, /)")
  long adjusted() {
    return value.isFinite() && !value.isZero() ? value.adjusted() : value.isFinite() ? value.exponent : 0;
  }

  @Method("canonical(self, /)")
  PyObject canonical() {
    return this;
  }

  @Method("conjugate(self, /)")
  PyObject conjugate() {
    return this;
  }

  @Method("radix(self, /)")
  PyObject radix() {
    return of(Dec.of(10));
  }

  @Method("copy_abs(self, /)")
  PyObject copyAbs() {
    return of(value.withSign(false));
  }

  @Method("copy_negate(self, /)")
  PyObject copyNegate() {
    return of(value.negated());
  }

  @Getter("real")
  PyObject real() {
    return this;
  }

  @Getter("imag")
  PyObject imag() {
    return of(Dec.ZERO);
  }

  @Method(value = "__copy__(self, /)", textSignature = false)
  PyObject copy() {
    return this;
  }

  @Method(value = "__deepcopy__(self, memo, /)", textSignature = false)
  PyObject deepCopy(PyObject memo) {
    return this;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.of(Objects.str(this)));
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  int sizeOf() {
    return 104 + (value.isSmall() ? 0 : value.coefficient().bitLength() / 8);
  }

  // ---- text

  @Method("__repr__(self, /)")
  String repr(ThreadState thread) {
    return "Decimal('" + value.text(false, DecimalState.context(thread).capitals != 0) + "')";
  }

  @Method("__str__(self, /)")
  String str(ThreadState thread) {
    return value.text(false, DecimalState.context(thread).capitals != 0);
  }

  @Method(value = "__format__(self, spec, override=NULL, /)", textSignature = false)
  static PyObject format(ThreadState thread, PyDecimal self, PyObject spec, PyObject override) {
    if (!(spec instanceof PyStr text)) {
      throw Errors.typeError("format arg must be str");
    }
    PyDecimalContext context = DecimalState.context(thread);
    return DecimalFormat.format(
        self.value, text, override, context.settings.rounding, context.capitals != 0);
  }

  @Method("as_tuple(self, /)")
  PyObject asTuple() {
    PyObject exponent;
    PyTuple digits;
    if (value.isInfinite()) {
      exponent = PyStr.of("F");
      digits = PyTuple.of(PyLong.ZERO);
    } else {
      exponent =
          value.isFinite() ? PyLong.of(value.exponent) : PyStr.of(value.isSignaling() ? "N" : "n");
      boolean none = value.isNan() && value.hasNoDigits();
      digits = none ? PyTuple.EMPTY : digits(value.digitText());
    }
    PyObject tuple = DecimalState.current().decimalTuple;
    return tuple.call(PyLong.of(value.negative ? 1 : 0), digits, exponent);
  }

  private static PyTuple digits(String text) {
    PyObject[] digits = new PyObject[text.length()];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = PyLong.of(text.charAt(i) - '0');
    }
    return PyTuple.of(digits);
  }

  // ---- as other numbers

  private PyException noInteger(String what) {
    return value.isNan()
        ? Errors.valueError("cannot convert NaN to %s", what)
        : Errors.overflowError("cannot convert Infinity to %s", what);
  }

  private PyObject toInt(int rounding) {
    if (!value.isFinite()) {
      throw noInteger("integer");
    }
    Dec whole =
        value.exponent >= 0 ? value : Round.toExponent(value, 0, rounding, new boolean[1]);
    return PyInt.of(whole.toInteger());
  }

  @Method("__int__(self, /)")
  PyObject toInt() {
    return toInt(Settings.DOWN);
  }

  @Method(value = "__trunc__(self, /)", textSignature = false)
  PyObject truncate() {
    return toInt(Settings.DOWN);
  }

  @Method(value = "__floor__(self, /)", textSignature = false)
  PyObject floor() {
    return toInt(Settings.FLOOR);
  }

  @Method(value = "__ceil__(self, /)", textSignature = false)
  PyObject ceiling() {
    return toInt(Settings.CEILING);
  }

  @Method(value = "__round__(self, ndigits=NULL, /)", textSignature = false)
  PyObject round(ThreadState thread, PyObject digits) {
    if (digits == null) {
      return toInt(Settings.HALF_EVEN);
    }
    if (!(digits instanceof PyInt)) {
      throw Errors.typeError("optional arg must be an integer");
    }
    PyDecimalContext c = DecimalState.context(thread);
    long places = Arguments.toLong(digits);
    return c.done(Integral.quantize(value, new Dec(false, 1, -places), c.settings));
  }

  @Method("__float__(self, /)")
  PyObject toFloat() {
    if (value.isNan()) {
      if (value.isSignaling()) {
        throw Errors.valueError("cannot convert signaling NaN to float");
      }
      return new PyFloat(Math.copySign(Double.NaN, value.negative ? -1 : 1));
    }
    if (value.isInfinite()) {
      return new PyFloat(value.negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return new PyFloat(Double.parseDouble(value.text(false, true)));
  }

  @Method(value = "__complex__(self, /)", textSignature = false)
  PyObject toComplex() {
    return new PyComplex(((PyFloat) toFloat()).value, 0);
  }

  @Method("as_integer_ratio(self, /)")
  PyObject asIntegerRatio() {
    if (!value.isFinite()) {
      throw noInteger("integer ratio");
    }
    BigInteger c = value.negative ? value.coefficient().negate() : value.coefficient();
    if (value.exponent >= 0) {
      return PyTuple.of(PyInt.of(c.multiply(Dec.power(value.exponent))), PyLong.ONE);
    }
    if (c.signum() == 0) {
      return PyTuple.of(PyLong.ZERO, PyLong.ONE);
    }
    BigInteger d = Dec.power(-value.exponent);
    BigInteger common = c.gcd(d);
    return PyTuple.of(PyInt.of(c.divide(common)), PyInt.of(d.divide(common)));
  }

  @Method("__hash__(self, /)")
  long hash() {
    if (value.isNan()) {
      if (value.isSignaling()) {
        throw Errors.typeError("Cannot hash a signaling NaN value");
      }
      return Objects.identityHash(this);
    }
    if (value.isInfinite()) {
      return value.negative ? -314159 : 314159;
    }
    BigInteger base = value.exponent >= 0 ? BigInteger.TEN : TENTH;
    BigInteger hash = value.coefficient().mod(MODULUS);
    if (value.exponent != 0) {
      hash = hash.multiply(base.modPow(BigInteger.valueOf(Math.abs(value.exponent)), MODULUS)).mod(MODULUS);
    }
    long result = value.negative ? -hash.longValue() : hash.longValue();
    return result == -1 ? -2 : result;
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(ThreadState thread, PyDecimal self, PyObject other, int op) {
    PyDecimalContext c = DecimalState.context(thread);
    boolean equality = op == Comparison.EQ || op == Comparison.NE;
    Dec[] both = Convert.forComparison(self.value, other, equality, c);
    if (both == null) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (both[0].isNan() || both[1].isNan()) {
      if (both[0].isSignaling() || both[1].isSignaling() || !equality) {
        c.note(Settings.INVALID_OPERATION);
      }
      return PyBool.of(op == Comparison.NE);
    }
    int order = Order.compare(both[0], both[1]);
    return PyBool.of(
        switch (op) {
          case Comparison.LT -> order < 0;
          case Comparison.LE -> order <= 0;
          case Comparison.EQ -> order == 0;
          case Comparison.NE -> order != 0;
          case Comparison.GT -> order > 0;
          default -> order >= 0;
        });
  }
}
