package org.krait.stdlib.decimal;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.context.PyContext;
import org.krait.stdlib.context.PyContextVar;

/** The exceptions of the module, its default contexts and the context of each thread. */
final class DecimalState {
  /** The signals in the order in which they are shown, and their conditions. */
  static final String[] SIGNALS = {
    "InvalidOperation", "FloatOperation", "DivisionByZero", "Overflow", "Underflow", "Subnormal",
    "Inexact", "Rounded", "Clamped"
  };

  static final int[] SIGNAL_BITS = {
    Settings.ANY_INVALID, Settings.FLOAT_OPERATION, Settings.DIVISION_BY_ZERO, Settings.OVERFLOW,
    Settings.UNDERFLOW, Settings.SUBNORMAL, Settings.INEXACT, Settings.ROUNDED, Settings.CLAMPED
  };

  /** The order of their bits, in which contexts list them. */
  static final int[] BY_BIT = {8, 0, 2, 6, 1, 3, 7, 5, 4};

  private static final String[] CONDITIONS = {
    "InvalidOperation", "ConversionSyntax", "DivisionImpossible", "DivisionUndefined",
    "InvalidContext"
  };

  private static final int[] CONDITION_BITS = {
    Settings.INVALID_OPERATION, Settings.CONVERSION_SYNTAX, Settings.DIVISION_IMPOSSIBLE,
    Settings.DIVISION_UNDEFINED, Settings.INVALID_CONTEXT
  };

  final PyType decimalException;
  final PyType[] signals = new PyType[SIGNALS.length];
  final PyType[] conditions = new PyType[CONDITIONS.length];
  final PyObject rational;
  final PyObject decimalTuple;
  final PyType signalDict;
  final PyObject variable;
  final PyDecimalContext defaultContext;
  final PyDecimalContext basicContext;
  final PyDecimalContext extendedContext;

  DecimalState(Interpreter interpreter) {
    decimalException = exception("DecimalException", PyExceptions.ArithmeticError);
    PyType base = decimalException;
    signals[8] = exception("Clamped", base);
    signals[7] = exception("Rounded", base);
    signals[6] = exception("Inexact", base);
    signals[5] = exception("Subnormal", base);
    signals[4] = exception("Underflow", signals[6], signals[7], signals[5]);
    signals[3] = exception("Overflow", signals[6], signals[7]);
    signals[2] = exception("DivisionByZero", base, PyExceptions.ZeroDivisionError);
    signals[1] = exception("FloatOperation", base, PyExceptions.TypeError);
    signals[0] = exception("InvalidOperation", base);
    conditions[0] = signals[0];
    conditions[1] = exception("ConversionSyntax", signals[0]);
    conditions[2] = exception("DivisionImpossible", signals[0]);
    conditions[3] = exception("DivisionUndefined", signals[0], PyExceptions.ZeroDivisionError);
    conditions[4] = exception("InvalidContext", signals[0]);
    PyObject numbers = interpreter.importModule("numbers");
    rational = Attributes.get(numbers, "Rational");
    Attributes.get(Attributes.get(numbers, "Number"), "register").call(PyDecimal.TYPE);
    PyObject mapping =
        Attributes.get(interpreter.importModule("collections.abc"), "MutableMapping");
    signalDict =
        (PyType)
            mapping.type()
                .call(
                    PyStr.interned("SignalDict"),
                    PyTuple.of(PySignalDict.TYPE, mapping),
                    new PyDict());
    PyObject namedtuple = Attributes.get(interpreter.importModule("collections"), "namedtuple");
    decimalTuple =
        namedtuple.call(
            new PyObject[] {
              PyStr.of("DecimalTuple"), PyStr.of("sign digits exponent"), PyStr.of("decimal")
            },
            new PyStr[] {PyStr.interned("module")});
    variable =
        Attributes.get(interpreter.importModule("_contextvars"), "ContextVar")
            .call(PyStr.of("decimal_context"));
    int usual = Settings.ANY_INVALID | Settings.DIVISION_BY_ZERO | Settings.OVERFLOW;
    defaultContext = context(28, Settings.HALF_EVEN, usual);
    basicContext = context(9, Settings.HALF_UP, usual | Settings.CLAMPED | Settings.UNDERFLOW);
    extendedContext = context(9, Settings.HALF_EVEN, 0);
  }

  private PyDecimalContext context(long precision, int rounding, int traps) {
    Settings settings = new Settings(precision, -999_999, 999_999, rounding, false);
    return new PyDecimalContext(PyDecimalContext.TYPE, this, settings, traps, 1);
  }

  private static PyType exception(String name, PyType... bases) {
    PyDict dict = new PyDict();
    dict.put(PyStr.interned("__module__"), PyStr.interned("decimal"));
    PyObject[] all = new PyObject[bases.length];
    System.arraycopy(bases, 0, all, 0, bases.length);
    return (PyType) PyType.TYPE.call(PyStr.interned(name), PyTuple.of(all), dict);
  }

  static DecimalState current() {
    return ThreadState.current().interpreter.service(DecimalState.class, DecimalState::new);
  }

  String conditionName(int index) {
    return CONDITIONS[index];
  }

  /** The last decimal context that was looked up, and where. */
  private record Found(PyContext context, long changes, PyDecimalContext decimal) {}

  /** Spares the look-up; nobody can see it. */
  private static volatile Found latest;

  /** The context of the running thread, made at first use. */
  static PyDecimalContext context(ThreadState thread) {
    Found found = latest;
    if (found != null && found.context == thread.context && found.changes == found.context.changes()) {
      return found.decimal;
    }
    PyDecimalContext decimal = lookUp(thread);
    if (thread.context instanceof PyContext context) {
      latest = new Found(context, context.changes(), decimal);
    }
    return decimal;
  }

  private static PyDecimalContext lookUp(ThreadState thread) {
    DecimalState state = thread.interpreter.service(DecimalState.class, DecimalState::new);
    PyObject found = ((PyContextVar) state.variable).get(thread);
    if (found instanceof PyDecimalContext context) {
      return context;
    }
    PyDecimalContext fresh = state.defaultContext.copyOf();
    fresh.flags = 0;
    state.setContext(fresh);
    return fresh;
  }

  void setContext(PyObject context) {
    Attributes.get(variable, "set").call(context);
  }

  boolean isTemplate(PyObject context) {
    return context == defaultContext || context == basicContext || context == extendedContext;
  }

  /** The exception for conditions that are trapped. */
  PyException raised(int conditionBits) {
    if ((conditionBits & Settings.MALLOC_ERROR) != 0) {
      return Errors.make(PyExceptions.MemoryError, "");
    }
    List<PyObject> met = new ArrayList<>();
    for (int i = 0; i < CONDITIONS.length; i++) {
      if ((conditionBits & CONDITION_BITS[i]) != 0) {
        met.add(conditions[i]);
      }
    }
    PyType type = null;
    for (int i = 0; i < SIGNALS.length; i++) {
      if ((conditionBits & SIGNAL_BITS[i]) != 0) {
        type = type == null ? signals[i] : type;
        if (i > 0) {
          met.add(signals[i]);
        }
      }
    }
    return Errors.raised((PyBaseException) type.call(PyList.of(met.toArray(PyObject[]::new))));
  }

  /** The bits of an exception that is a signal or a condition, or -1. */
  int bitsOf(PyObject exception) {
    for (int i = 0; i < SIGNALS.length; i++) {
      if (exception == signals[i]) {
        return SIGNAL_BITS[i];
      }
    }
    for (int i = 1; i < CONDITIONS.length; i++) {
      if (exception == conditions[i]) {
        return CONDITION_BITS[i];
      }
    }
    return -1;
  }

  /** The signals among the conditions. */
  PyList listOf(int bits) {
    List<PyObject> met = new ArrayList<>();
    for (int i = 0; i < SIGNALS.length; i++) {
      if ((bits & SIGNAL_BITS[i]) != 0) {
        met.add(signals[i]);
      }
    }
    return PyList.of(met.toArray(PyObject[]::new));
  }
}
