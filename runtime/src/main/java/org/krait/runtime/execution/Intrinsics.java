package org.krait.runtime.execution;

import org.krait.bytecode.CodeFlags;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.typing.TypeParameters;

/** {@code CALL_INTRINSIC_1} and {@code CALL_INTRINSIC_2}: what CPython calls by number. */
final class Intrinsics {
  private Intrinsics() {}

  static PyObject unary(PyFrame frame, int number, PyObject value) {
    return switch (number) {
      case 1 -> print(frame, value);
      case 2 -> Imports.star(frame, value);
      case 3 -> stopIterationError(frame, value);
      case 4 -> Generators.wrapAsync(value);
      case 5 -> value.type().slots.pos(value);
      case 6 -> PyTuple.of(((PyList) value).toArray());
      case 7 -> TypeParameters.typeVar(value);
      case 8 -> TypeParameters.paramSpec(value);
      case 9 -> TypeParameters.typeVarTuple(value);
      case 10 -> TypeParameters.subscriptGeneric(value);
      case 11 -> TypeParameters.typeAlias(value);
      default -> throw Errors.systemError("unknown intrinsic %d", number);
    };
  }

  static PyObject binary(PyFrame frame, int number, PyObject first, PyObject second) {
    return switch (number) {
      case 1 -> ExceptStar.prepareReraise(first, (PyList) second);
      case 2 -> TypeParameters.typeVarWithBound(first, second);
      case 3 -> TypeParameters.typeVarWithConstraints(first, second);
      case 4 -> {
        ((PyFunction) first).setTypeParams(second);
        yield first;
      }
      default -> throw Errors.systemError("unknown intrinsic %d", number);
    };
  }

  /** The value of an expression statement at the prompt goes through {@code sys.displayhook}. */
  private static PyObject print(PyFrame frame, PyObject value) {
    PyDict sys = frame.thread.interpreter.sysDict();
    PyObject hook = sys.get(PyStr.interned("displayhook"));
    if (hook == null) {
      throw Errors.runtimeError("lost sys.displayhook");
    }
    return hook.call(value);
  }

  /** A StopIteration that leaves a generator is an error of its own (PEP 479). */
  private static PyObject stopIterationError(PyFrame frame, PyObject value) {
    PyBaseException raised = (PyBaseException) value;
    String message = null;
    boolean async = frame.generator instanceof PyAsyncGenerator;
    if (raised instanceof PyStopIteration) {
      message =
          async
              ? "async generator raised StopIteration"
              : (frame.code.flags & CodeFlags.COROUTINE) != 0
                  ? "coroutine raised StopIteration"
                  : "generator raised StopIteration";
    } else if (async && raised.type().isSubtypeOf(PyExceptions.StopAsyncIteration)) {
      message = "async generator raised StopAsyncIteration";
    }
    if (message == null) {
      return value;
    }
    PyException error = Errors.runtimeError(message);
    error.value().setCause(raised);
    error.value().setContext(raised);
    return error.value();
  }
}
