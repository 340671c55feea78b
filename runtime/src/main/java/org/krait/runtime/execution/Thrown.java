package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/**
 * The arguments of a {@code throw} method, until the frame is found in which they become an exception.
 *
 * @param value null when it was not given
 * @param traceback null when it was not given
 */
public record Thrown(PyObject type, PyObject value, PyObject traceback) {
  private static final String DEPRECATED =
      "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.";

  static Thrown of(PyBaseException exception) {
    return new Thrown(exception, null, null);
  }

  /** The arguments of a call, with the warning that more than one of them deserves. */
  public static Thrown of(String method, PyObject type, PyObject value, PyObject traceback) {
    if (value != null) {
      warnSignature(method);
    }
    return new Thrown(type, value, traceback);
  }

  static void warnSignature(String method) {
    org.krait.runtime.Warnings.deprecated(String.format(DEPRECATED, method));
  }

  boolean isExit() {
    PyType cls = type instanceof PyType given ? given : type.type();
    return cls.isSubtypeOf(PyExceptions.GeneratorExit);
  }

  /** The same arguments, for another {@code throw} method. */
  PyObject[] args() {
    return traceback != null
        ? new PyObject[] {type, value, traceback}
        : value != null ? new PyObject[] {type, value} : new PyObject[] {type};
  }

  /**
   * The exception that the arguments describe, or what their making raised.
   *
   * @throws PyException when they describe none
   */
  public PyException exception() {
    PyTraceback given = givenTraceback();
    PyBaseException exception;
    if (type instanceof PyType cls && cls.isSubtypeOf(PyExceptions.BaseException)) {
      try {
        exception = instance(cls);
      } catch (PyException e) {
        return e;
      }
    } else if (type instanceof PyBaseException made) {
      if (value != null && value != PyNone.NONE) {
        throw Errors.typeError("instance exception may not have a separate value");
      }
      exception = made;
    } else {
      throw Errors.typeError(
          "exceptions must be classes or instances deriving from BaseException, not %s",
          type.type().fullName());
    }
    if (given != null) {
      exception.setTraceback(given);
    }
    return new PyException(exception);
  }

  private PyTraceback givenTraceback() {
    if (traceback == null || traceback == PyNone.NONE) {
      return null;
    }
    if (traceback instanceof PyTraceback given) {
      return given;
    }
    throw Errors.typeError("throw() third argument must be a traceback object");
  }

  private PyBaseException instance(PyType cls) {
    if (value instanceof PyBaseException made && made.type().isSubtypeOf(cls)) {
      return made;
    }
    PyObject made =
        value == null || value == PyNone.NONE
            ? cls.call()
            : value instanceof PyTuple args
                ? cls.call(args.items().clone(), null)
                : cls.call(value);
    if (made instanceof PyBaseException exception) {
      return exception;
    }
    throw Errors.typeError(
        "calling %s should have returned an instance of BaseException, not %s",
        cls, made.type().fullName());
  }
}
