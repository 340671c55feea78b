package org.krait.stdlib.decimal;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code decimal.Context}. */
@BuiltinType(
    name = "Context",
    module = "decimal",
    textSignature =
        "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
    doc = "What operations on decimal numbers go by: precision, rounding, range, signals.",
    parts = ContextMethods.class,
    basicSize = 96)
final class PyDecimalContext extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyDecimalContextTable());

  final DecimalState state;
  final Settings settings;
  int traps;
  int flags;
  int capitals;

  PyDecimalContext(PyType cls, DecimalState state, Settings settings, int traps, int capitals) {
    super(cls);
    this.state = state;
    this.settings = settings;
    this.traps = traps;
    this.capitals = capitals;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    DecimalState state = DecimalState.current();
    PyDecimalContext usual = state.defaultContext;
    Settings settings =
        usual == null
            ? new Settings(28, -999_999, 999_999, Settings.HALF_EVEN, false)
            : usual.settings.copy();
    return new PyDecimalContext(cls, state, settings, usual.traps, usual.capitals);
  }

  @Method(
      "__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,"
          + " flags=None, traps=None)")
  void init(
      PyObject prec,
      PyObject rounding,
      PyObject lowest,
      PyObject highest,
      PyObject capitalLetters,
      PyObject clamp,
      PyObject flagged,
      PyObject trapped) {
    if (isGiven(prec)) {
      setPrecision(prec);
    }
    if (isGiven(rounding)) {
      setRounding(rounding);
    }
    if (isGiven(lowest)) {
      setLowest(lowest);
    }
    if (isGiven(highest)) {
      setHighest(highest);
    }
    if (isGiven(capitalLetters)) {
      setCapitals(capitalLetters);
    }
    if (isGiven(clamp)) {
      setClamp(clamp);
    }
    if (isGiven(trapped)) {
      traps = PySignalDict.bitsOf(state, trapped);
    }
    if (isGiven(flagged)) {
      flags = PySignalDict.bitsOf(state, flagged);
    }
  }

  private static boolean isGiven(PyObject value) {
    return value != null && value != PyNone.NONE;
  }

  // ---- conditions

  /** Notes conditions and raises those that are trapped. */
  void note(int conditions) {
    flags |= conditions;
    if ((conditions & (traps | Settings.MALLOC_ERROR)) != 0) {
      throw state.raised(conditions & (traps | Settings.MALLOC_ERROR));
    }
  }

  void check(Settings s) {
    int met = s.status;
    if (met != 0) {
      s.status = 0;
      note(met);
    }
  }

  PyObject done(Dec result, Settings s) {
    check(s);
    return PyDecimal.of(result);
  }

  PyObject done(Dec result) {
    return done(result, settings);
  }

  /** The settings with another rounding, which {@code None} leaves as it is. */
  Settings rounded(PyObject rounding) {
    return isGiven(rounding) ? settings.rounding(roundingOf(rounding)) : settings;
  }

  PyDecimalContext copyOf() {
    PyDecimalContext copy =
        new PyDecimalContext(TYPE, state, settings.copy(), traps, capitals);
    copy.flags = flags;
    return copy;
  }

  // ---- attributes

  private static long number(PyObject value) {
    if (value == null) {
      throw deleted();
    }
    if (!(value instanceof PyInt number)) {
      throw Errors.typeError("an integer is required");
    }
    if (!number.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }
    return number.longValue();
  }

  private static org.krait.runtime.PyException deleted() {
    return Errors.make(PyExceptions.AttributeError, "context attributes cannot be deleted");
  }

  static int roundingOf(PyObject value) {
    if (value instanceof PyStr text) {
      for (int i = 0; i < Settings.ROUNDINGS.length; i++) {
        if (Settings.ROUNDINGS[i].equals(text.toString())) {
          return i;
        }
      }
    }
    if (value == null) {
      throw deleted();
    }
    throw Errors.typeError(
        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
  }

  @Getter("prec")
  long precision() {
    return settings.precision;
  }

  @Setter("prec")
  void setPrecision(PyObject value) {
    long number = number(value);
    if (number < 1 || number > Settings.MOST_PRECISION) {
      throw Errors.valueError("valid range for prec is [1, MAX_PREC]");
    }
    settings.precision = number;
  }

  @Getter("Emax")
  long highest() {
    return settings.highest;
  }

  @Setter("Emax")
  void setHighest(PyObject value) {
    long number = number(value);
    if (number < 0 || number > Settings.MOST_EXPONENT) {
      throw Errors.valueError("valid range for Emax is [0, MAX_EMAX]");
    }
    settings.highest = number;
  }

  @Getter("Emin")
  long lowest() {
    return settings.lowest;
  }

  @Setter("Emin")
  void setLowest(PyObject value) {
    long number = number(value);
    if (number > 0 || number < -Settings.MOST_EXPONENT) {
      throw Errors.valueError("valid range for Emin is [MIN_EMIN, 0]");
    }
    settings.lowest = number;
  }

  @Getter("rounding")
  PyObject rounding() {
    return PyStr.interned(Settings.ROUNDINGS[settings.rounding]);
  }

  @Setter("rounding")
  void setRounding(PyObject value) {
    settings.rounding = roundingOf(value);
  }

  @Getter("capitals")
  int capitals() {
    return capitals;
  }

  @Setter("capitals")
  void setCapitals(PyObject value) {
    long number = number(value);
    if (number != 0 && number != 1) {
      throw Errors.valueError("valid values for capitals are 0 or 1");
    }
    capitals = (int) number;
  }

  @Getter("clamp")
  int clamp() {
    return settings.clamp ? 1 : 0;
  }

  @Setter("clamp")
  void setClamp(PyObject value) {
    long number = number(value);
    if (number != 0 && number != 1) {
      throw Errors.valueError("valid values for clamp are 0 or 1");
    }
    settings.clamp = number == 1;
  }

  @Getter("traps")
  PyObject traps() {
    return PySignalDict.of(this, true);
  }

  @Setter("traps")
  void setTraps(PyObject value) {
    traps = dictBits(value);
  }

  @Getter("flags")
  PyObject flags() {
    return PySignalDict.of(this, false);
  }

  @Setter("flags")
  void setFlags(PyObject value) {
    flags = dictBits(value);
  }

  private int dictBits(PyObject value) {
    if (value == null) {
      throw deleted();
    }
    if (value instanceof org.krait.runtime.types.PyList) {
      throw Errors.typeError("argument must be a signal dict");
    }
    return PySignalDict.bitsOf(state, value);
  }

  // ---- methods

  @Method("clear_flags(self, /)")
  void clearFlags() {
    flags = 0;
  }

  @Method("clear_traps(self, /)")
  void clearTraps() {
    traps = 0;
  }

  @Method("copy(self, /)")
  PyObject copy() {
    return copyOf();
  }

  @Method(value = "__copy__(self, /)", textSignature = false)
  PyObject shallowCopy() {
    return copyOf();
  }

  @Method("Etiny(self, /)")
  long tiny() {
    return settings.tiny();
  }

  @Method("Etop(self, /)")
  long top() {
    return settings.top();
  }

  @Method("radix(self, /)")
  PyObject radix() {
    return PyDecimal.of(Dec.of(10));
  }

  @Method("create_decimal(self, num='0', /)")
  PyObject createDecimal(PyObject value) {
    if (value == null) {
      return PyDecimal.of(Dec.ZERO);
    }
    Dec exact;
    if (value instanceof PyStr text) {
      exact = Convert.ofText(text, false, settings);
    } else if (value instanceof PyDecimal || value instanceof PyInt || value instanceof PyFloat) {
      exact = Convert.exact(value, this);
    } else if (value instanceof PyTuple || value instanceof org.krait.runtime.types.PyList) {
      PyTuple tuple =
          value instanceof PyTuple t
              ? t
              : PyTuple.of(((org.krait.runtime.types.PyList) value).toArray());
      exact = Convert.ofText(PyStr.of(Convert.text(tuple)), false, settings);
    } else {
      throw Convert.unsupported(value);
    }
    if (exact.isNan() && !exact.hasNoDigits()
        && exact.digits() > settings.precision - (settings.clamp ? 1 : 0)) {
      return done(settings.invalid(Settings.CONVERSION_SYNTAX));
    }
    return done(Round.finish(exact, settings));
  }

  @Method("create_decimal_from_float(self, f, /)")
  PyObject createFromFloat(PyObject value) {
    Dec exact;
    if (value instanceof PyInt number) {
      exact = Convert.ofInt(number);
    } else if (value instanceof PyFloat number) {
      exact = Convert.ofFloat(number.doubleValue());
    } else {
      throw Errors.typeError("argument must be int or float");
    }
    return done(Round.finish(exact, settings));
  }

  private static String names(int bits) {
    StringBuilder text = new StringBuilder("[");
    for (int i : DecimalState.BY_BIT) {
      if ((bits & DecimalState.SIGNAL_BITS[i]) != 0) {
        text.append(text.length() > 1 ? ", " : "").append(DecimalState.SIGNALS[i]);
      }
    }
    return text.append(']').toString();
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)",
        settings.precision, Settings.ROUNDINGS[settings.rounding], settings.lowest,
        settings.highest, capitals, clamp(), names(flags), names(traps));
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(
        type(),
        PyTuple.of(
            PyLong.of(settings.precision),
            rounding(),
            PyLong.of(settings.lowest),
            PyLong.of(settings.highest),
            PyLong.of(capitals),
            PyLong.of(clamp()),
            state.listOf(flags),
            state.listOf(traps)));
  }
}
