package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBaseExceptionGroup;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** {@code raise}, and which {@code except} clause an exception belongs to. */
final class Raising {
  private static final String NOT_A_CLASS =
      "catching classes that do not inherit from BaseException is not allowed";

  private Raising() {}

  /** The exception to throw for {@code raise exc from cause}; nulls for what is not there. */
  static PyException raise(PyFrame frame, PyObject exception, PyObject cause) {
    if (exception == null) {
      PyException raised = new PyException(current(frame.thread));
      raised.again = true;
      return raised;
    }
    return new PyException(value(frame, exception, cause));
  }

  /** What a bare {@code raise} raises. */
  static PyBaseException current(ThreadState thread) {
    PyBaseException current = thread.handled.innermost();
    if (current == null) {
      throw Errors.runtimeError("No active exception to reraise");
    }
    return current;
  }

  /** What {@code raise exc from cause} raises; {@code cause} is null where there is none. */
  static PyBaseException value(PyFrame frame, PyObject exception, PyObject cause) {
    PyBaseException value = instance(exception);
    if (cause != null) {
      value.setCause(causeOf(cause));
    }
    value.setContextFrom(frame.thread.handled.innermost());
    return value;
  }

  private static PyBaseException instance(PyObject exception) {
    if (exception instanceof PyType type && type.isSubtypeOf(PyExceptions.BaseException)) {
      PyObject made = type.call();
      if (made instanceof PyBaseException value) {
        return value;
      }
      throw Errors.typeError(
          "calling %s should have returned an instance of BaseException, not %s",
          type, made.type());
    }
    if (exception instanceof PyBaseException value) {
      return value;
    }
    throw Errors.typeError("exceptions must derive from BaseException");
  }

  private static PyBaseException causeOf(PyObject cause) {
    if (cause == PyNone.NONE) {
      return null;
    }
    if (cause instanceof PyType type && type.isSubtypeOf(PyExceptions.BaseException)) {
      cause = type.call();
      if (!(cause instanceof PyBaseException)) {
        throw Errors.typeError(
            "calling %s should have returned an instance of BaseException, not %s",
            type, cause.type());
      }
    }
    if (cause instanceof PyBaseException value) {
      return value;
    }
    throw Errors.typeError("exception causes must derive from BaseException");
  }

  static PyObject matches(PyObject exception, PyObject clause) {
    if (clause instanceof PyTuple many) {
      for (PyObject one : many) {
        checkClass(one);
      }
    } else {
      checkClass(clause);
    }
    return PyBool.of(isMatch(exception, clause));
  }

  private static void checkClass(PyObject clause) {
    if (!(clause instanceof PyType type) || !type.isSubtypeOf(PyExceptions.BaseException)) {
      throw Errors.typeError(NOT_A_CLASS);
    }
  }

  /** Whether an exception is of a class, or of one in a tuple, by the classes' real order. */
  private static boolean isMatch(PyObject exception, PyObject clause) {
    if (clause instanceof PyTuple many) {
      for (PyObject one : many) {
        if (isMatch(exception, one)) {
          return true;
        }
      }
      return false;
    }
    return exception.type().isSubtypeOf((PyType) clause);
  }

  /** {@code except*}: splits the exception below the clause into what matches and the rest. */
  static int matchGroup(PyFrame frame, int sp) {
    PyObject[] s = frame.slots;
    PyObject clause = s[sp - 1];
    checkGroupClause(clause);
    PyObject value = s[sp - 2];
    PyObject match = PyNone.NONE;
    PyObject rest = value;
    if (value == PyNone.NONE) {
      rest = PyNone.NONE;
    } else if (isMatch(value, clause)) {
      match =
          value instanceof PyBaseExceptionGroup ? value : wrapped(frame, (PyBaseException) value);
      rest = PyNone.NONE;
    } else if (value instanceof PyBaseExceptionGroup) {
      PyObject pair = Attributes.get(value, "split").call(clause);
      if (!(pair instanceof PyTuple parts)) {
        throw Errors.typeError(
            "%s.split must return a tuple, not %s", value.type().fullName(), pair.type().fullName());
      }
      if (parts.size() < 2) {
        throw Errors.typeError(
            "%s.split must return a 2-tuple, got tuple of size %d",
            value.type().fullName(), parts.size());
      }
      match = parts.get(0);
      rest = parts.get(1);
    }
    s[sp - 2] = rest;
    s[sp - 1] = match;
    if (match != PyNone.NONE) {
      frame.thread.handled.value = (PyBaseException) match;
    }
    return sp;
  }

  private static PyObject wrapped(PyFrame frame, PyBaseException value) {
    PyObject group =
        PyExceptions.ExceptionGroup.call(
            org.krait.runtime.types.PyStr.EMPTY, PyTuple.of(value));
    ((PyBaseException) group).addTraceback(frame);
    return group;
  }

  private static void checkGroupClause(PyObject clause) {
    PyObject[] all = clause instanceof PyTuple many ? many.items() : new PyObject[] {clause};
    for (PyObject one : all) {
      checkClass(one);
      if (((PyType) one).isSubtypeOf(PyExceptions.BaseExceptionGroup)) {
        throw Errors.typeError(
            "catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
    }
  }
}
