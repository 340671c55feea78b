package org.krait.stdlib.decimal;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The module {@code _decimal}. */
@BuiltinModule(
    value = "_decimal",
    types = {PyDecimal.class, PyDecimalContext.class},
    doc = "C decimal arithmetic module")
public final class DecimalModule implements NativeModule {
  @Value("HAVE_CONTEXTVAR")
  static final boolean HAVE_CONTEXTVAR = true;

  @Value("HAVE_THREADS")
  static final boolean HAVE_THREADS = true;

  @Value("MAX_PREC")
  static final long MAX_PREC = Settings.MOST_PRECISION;

  @Value("MAX_EMAX")
  static final long MAX_EMAX = Settings.MOST_EXPONENT;

  @Value("MIN_EMIN")
  static final long MIN_EMIN = -Settings.MOST_EXPONENT;

  @Value("MIN_ETINY")
  static final long MIN_ETINY = -Settings.MOST_EXPONENT - Settings.MOST_PRECISION + 1;

  @Value("__version__")
  static final String VERSION = "1.70";

  @Value("__libmpdec_version__")
  static final String LIBRARY_VERSION = "2.5.1";

  @Override
  public void exec(PyModule module) {
    Interpreter interpreter = ThreadState.current().interpreter;
    for (String needed : new String[] {"numbers", "collections", "collections.abc", "_contextvars"}) {
      interpreter.importModule(needed);
    }
    DecimalState state = DecimalState.current();
    PyDict dict = module.dict();
    put(dict, "DecimalException", state.decimalException);
    put(dict, "DecimalTuple", state.decimalTuple);
    for (int i = 0; i < state.signals.length; i++) {
      put(dict, DecimalState.SIGNALS[i], state.signals[i]);
    }
    for (int i = 1; i < state.conditions.length; i++) {
      put(dict, state.conditionName(i), state.conditions[i]);
    }
    put(dict, "DefaultContext", state.defaultContext);
    put(dict, "BasicContext", state.basicContext);
    put(dict, "ExtendedContext", state.extendedContext);
    for (String rounding : Settings.ROUNDINGS) {
      put(dict, rounding, PyStr.interned(rounding));
    }
  }

  private static void put(PyDict dict, String name, PyObject value) {
    dict.put(PyStr.interned(name), value);
  }

  @Function(value = "getcontext()", doc = "The context of the running thread.")
  static PyObject getContext(ThreadState thread) {
    return DecimalState.context(thread);
  }

  @Function(value = "setcontext(context, /)", doc = "Sets the context of the running thread.")
  static void setContext(PyObject context) {
    if (!(context instanceof PyDecimalContext given)) {
      throw Errors.typeError("argument must be a context");
    }
    PyDecimalContext own = given;
    if (given.state.isTemplate(given)) {
      own = given.copyOf();
      own.flags = 0;
    }
    given.state.setContext(own);
  }

  @Function(
      value = "localcontext(ctx=None, **kwargs)",
      doc = "A context manager for a copy of a context.")
  static PyObject localContext(ThreadState thread, PyObject context, PyDict keywords) {
    PyDecimalContext global = DecimalState.context(thread);
    PyDecimalContext source = global;
    if (context != null && context != PyNone.NONE) {
      if (!(context instanceof PyDecimalContext given)) {
        throw Errors.typeError("optional argument must be a context");
      }
      source = given;
    }
    PyDecimalContext local = source.copyOf();
    for (PyDict.Entry entry : keywords.entryList()) {
      String name = entry.key().toString();
      switch (name) {
        case "prec", "rounding", "Emin", "Emax", "capitals", "clamp" -> {
          if (entry.value() != PyNone.NONE) {
            Attributes.set(local, PyStr.interned(name), entry.value());
          }
        }
        case "flags" -> local.flags = PySignalDict.bitsOf(local.state, entry.value());
        case "traps" -> local.traps = PySignalDict.bitsOf(local.state, entry.value());
        default ->
            throw Errors.typeError(
                "'%s' is an invalid keyword argument for this function", name);
      }
    }
    return new PyContextManager(local, global);
  }
}
