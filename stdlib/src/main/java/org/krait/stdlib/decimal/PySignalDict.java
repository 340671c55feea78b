package org.krait.stdlib.decimal;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code decimal.SignalDictMixin}: the flags or the traps of a context as a mapping. */
@BuiltinType(name = "SignalDictMixin", module = "decimal", basicSize = 24)
final class PySignalDict extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PySignalDictTable());

  private PyDecimalContext context;
  private boolean isTraps;

  private PySignalDict(PyType cls) {
    super(cls);
  }

  static PySignalDict of(PyDecimalContext context, boolean isTraps) {
    PySignalDict dict = new PySignalDict(context.state.signalDict);
    dict.context = context;
    dict.isTraps = isTraps;
    return dict;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PySignalDict(cls);
  }

  private PyDecimalContext context() {
    if (context == null) {
      throw Errors.valueError("invalid signal dict");
    }
    return context;
  }

  int bits() {
    return isTraps ? context().traps : context().flags;
  }

  private void setBits(int bits) {
    if (isTraps) {
      context().traps = bits;
    } else {
      context().flags = bits;
    }
  }

  private int place(PyObject key) {
    PyType[] signals = context().state.signals;
    for (int i = 0; i < signals.length; i++) {
      if (key == signals[i]) {
        return DecimalState.SIGNAL_BITS[i];
      }
    }
    throw unknown();
  }

  private static PyException unknown() {
    return Errors.make(
        PyExceptions.KeyError,
        "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
            + "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]");
  }

  @Method("__len__(self, /)")
  int length() {
    context();
    return DecimalState.SIGNALS.length;
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    int bit = place(key);
    return PyBool.of((bits() & bit) != 0);
  }

  @Method("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    int bit = place(key);
    boolean on = Objects.isTrue(value);
    setBits(on ? bits() | bit : bits() & ~bit);
  }

  @Method("__delitem__(self, key, /)")
  void delItem(PyObject key) {
    context();
    throw Errors.valueError("signal keys cannot be deleted");
  }

  @Method("__iter__(self, /)")
  PyObject iterate() {
    return Iteration.iterator(PyTuple.of(context().state.signals.clone()));
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder text = new StringBuilder("{");
    PyType[] signals = context().state.signals;
    for (int i = 0; i < signals.length; i++) {
      text.append(i == 0 ? "" : ", ").append("<class 'decimal.").append(DecimalState.SIGNALS[i]);
      text.append("'>:").append((bits() & DecimalState.SIGNAL_BITS[i]) != 0 ? "True" : "False");
    }
    return text.append('}').toString();
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    context();
    if (op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    Boolean same = null;
    if (other instanceof PySignalDict dict) {
      same = sameSignals(bits(), dict.bits());
    } else if (other instanceof PyDict dict) {
      Integer bits = bitsOrNull(context.state, dict);
      same = bits != null && sameSignals(bits(), bits);
    }
    return same == null ? PyNotImplemented.NOT_IMPLEMENTED : PyBool.of(same == (op == Comparison.EQ));
  }

  private static boolean sameSignals(int a, int b) {
    for (int bit : DecimalState.SIGNAL_BITS) {
      if ((a & bit) != 0 != ((b & bit) != 0)) {
        return false;
      }
    }
    return true;
  }

  private static Integer bitsOrNull(DecimalState state, PyDict dict) {
    if (dict.size() != DecimalState.SIGNALS.length) {
      return null;
    }
    int bits = 0;
    for (int i = 0; i < DecimalState.SIGNALS.length; i++) {
      PyObject value = dict.get(state.signals[i]);
      if (value == null) {
        return null;
      }
      bits |= Objects.isTrue(value) ? DecimalState.SIGNAL_BITS[i] : 0;
    }
    return bits;
  }

  /** The bits that a mapping or a list of signals stands for. */
  static int bitsOf(DecimalState state, PyObject value) {
    if (value instanceof PySignalDict dict) {
      return dict.bits();
    }
    if (value instanceof PyDict dict) {
      Integer bits = bitsOrNull(state, dict);
      if (bits == null) {
        throw dict.size() == DecimalState.SIGNALS.length
            ? unknown()
            : Errors.make(PyExceptions.KeyError, "invalid signal dict");
      }
      return bits;
    }
    if (!(value instanceof org.krait.runtime.types.PyList)) {
      throw Errors.typeError("argument must be a signal dict");
    }
    int bits = 0;
    for (PyObject signal : Iteration.toArray(value)) {
      int bit = state.bitsOf(signal);
      if (bit < 0) {
        throw unknown();
      }
      bits |= bit;
    }
    return bits;
  }

  @Method("copy(self, /)")
  PyObject copy() {
    PyDict copy = new PyDict();
    for (int i = 0; i < DecimalState.SIGNALS.length; i++) {
      copy.put(
          context().state.signals[i], PyBool.of((bits() & DecimalState.SIGNAL_BITS[i]) != 0));
    }
    return copy;
  }

}
