package org.krait.runtime;

import org.krait.runtime.types.PyAttributeError;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** Makes exceptions to throw: {@code throw Errors.typeError("'%s' object is not callable", name)}. */
public final class Errors {
  private Errors() {}

  /** An exception with one argument, the formatted message ({@code %s}, {@code %d}, {@code %%}). */
  public static PyException make(PyType type, String format, Object... args) {
    return new PyException(value(type, format, args));
  }

  /** The same to be raised in another way. */
  public static PyBaseException value(PyType type, String format, Object... args) {
    PyBaseException made =
        !type.isHeap() && PyBaseException.isSimple(type)
            ? PyBaseException.of(type, format, args)
            : (PyBaseException) type.call(PyStr.of(text(format, args)));
    return inContext(made);
  }

  /** An exception that was made, with what is being handled as its context. */
  public static PyBaseException inContext(PyBaseException exception) {
    ThreadState thread = ThreadState.currentOrNull();
    if (thread != null) {
      exception.setContextFrom(thread.handled.innermost());
    }
    return exception;
  }

  /** {@code String.format}, quickly where the format asks for nothing but {@code %s} and {@code %d}. */
  public static String text(String format, Object... args) {
    StringBuilder text = new StringBuilder(format.length() + 16 * args.length);
    int next = 0;
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      char kind = at + 1 < format.length() ? format.charAt(at + 1) : 0;
      if (kind != 's' && kind != 'd' && kind != '%' || kind != '%' && next == args.length) {
        return String.format(format, args);
      }
      text.append(format, from, at);
      if (kind == '%') {
        text.append('%');
      } else {
        text.append(args[next++]);
      }
      from = at + 2;
    }
    return text.append(format, from, format.length()).toString();
  }

  /** An exception made by calling its type. */
  public static PyException of(PyType type, PyObject... args) {
    return raised(
        !type.isHeap() && PyBaseException.isSimple(type)
            ? PyBaseException.of(type, args)
            : (PyBaseException) type.call(args, null));
  }

  /** To raise an exception that was made; what is being handled becomes its context. */
  public static PyException raised(PyBaseException exception) {
    return new PyException(inContext(exception));
  }

  public static PyException typeError(String format, Object... args) {
    return make(PyExceptions.TypeError, format, args);
  }

  public static PyException valueError(String format, Object... args) {
    return make(PyExceptions.ValueError, format, args);
  }

  public static PyException indexError(String format, Object... args) {
    return make(PyExceptions.IndexError, format, args);
  }

  public static PyException overflowError(String format, Object... args) {
    return make(PyExceptions.OverflowError, format, args);
  }

  public static PyException zeroDivisionError(String format, Object... args) {
    return make(PyExceptions.ZeroDivisionError, format, args);
  }

  public static PyException runtimeError(String format, Object... args) {
    return make(PyExceptions.RuntimeError, format, args);
  }

  public static PyException notImplementedError(String format, Object... args) {
    return make(PyExceptions.NotImplementedError, format, args);
  }

  public static PyException systemError(String format, Object... args) {
    return make(PyExceptions.SystemError, format, args);
  }

  /** A missing key; the argument is the key itself. */
  public static PyException keyError(PyObject key) {
    return of(PyExceptions.KeyError, key);
  }

  /** The end of an iteration, with the value that {@code return} gave (null for none). */
  public static PyException stopIteration(PyObject value) {
    return value == null ? of(PyExceptions.StopIteration) : of(PyExceptions.StopIteration, value);
  }

  /** An attribute that is not there; {@code name} and {@code obj} are kept for suggestions. */
  public static PyException attributeError(PyObject object, PyStr name, String format, Object... args) {
    return raised(PyAttributeError.of(object, name, format, args));
  }

  /** {@code 'T' object has no attribute 'name'}. */
  public static PyException noAttribute(PyObject object, PyStr name) {
    return attributeError(
        object, name, "'%s' object has no attribute '%s'", object.type().fullName(), name);
  }

  /** What CPython says when a value lacks what a slot would do. */
  static PyException missingSlot(int special, PyObject self) {
    String type = self.type().fullName();
    return switch (special) {
      case Special.CALL -> typeError("'%s' object is not callable", type);
      case Special.ITER -> typeError("'%s' object is not iterable", type);
      case Special.NEXT -> typeError("'%s' object is not an iterator", type);
      case Special.LEN -> typeError("object of type '%s' has no len()", type);
      case Special.GETITEM -> typeError("'%s' object is not subscriptable", type);
      case Special.SETITEM -> typeError("'%s' object does not support item assignment", type);
      case Special.DELITEM -> typeError("'%s' object does not support item deletion", type);
      case Special.CONTAINS -> typeError("argument of type '%s' is not iterable", type);
      case Special.NEG -> typeError("bad operand type for unary -: '%s'", type);
      case Special.POS -> typeError("bad operand type for unary +: '%s'", type);
      case Special.ABS -> typeError("bad operand type for abs(): '%s'", type);
      case Special.INVERT -> typeError("bad operand type for unary ~: '%s'", type);
      case Special.INDEX -> typeError("'%s' object cannot be interpreted as an integer", type);
      case Special.INT ->
          typeError(
              "int() argument must be a string, a bytes-like object or a real number, not '%s'",
              type);
      case Special.FLOAT -> typeError("must be real number, not %s", type);
      case Special.AWAIT -> typeError("object %s can't be used in 'await' expression", type);
      case Special.AITER ->
          typeError("'async for' requires an object with __aiter__ method, got %s", type);
      case Special.ANEXT ->
          typeError("'async for' requires an iterator with __anext__ method, got %s", type);
      default -> attributeError(self, Special.name(special), "%s", Special.name(special));
    };
  }

  /** A {@code (a, b, …)} of exception arguments. */
  static PyTuple arguments(PyObject... args) {
    return PyTuple.of(args);
  }
}
