package org.krait.stdlib.asyncio;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.NativeAwaitable;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.execution.Resumable;
import org.krait.runtime.execution.Thrown;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/** What {@code await future} goes through: yields the future once, then has its result. */
@BuiltinType(
    name = "FutureIter",
    module = "_asyncio",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 24)
final class PyFutureIter extends PyObject implements NativeAwaitable {
  static final PyType TYPE = PyType.builtin(new PyFutureIterTable());

  /** Null when this is done. */
  private PyFuture future;

  private PyObject result;

  PyFutureIter(PyFuture future) {
    this.future = future;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject step(PyObject sent) {
    PyFuture waited = future;
    if (waited == null) {
      return null;
    }
    if (waited.state == PyFuture.PENDING) {
      if (waited.blocking) {
        throw Errors.runtimeError("await wasn't used with future");
      }
      waited.blocking = true;
      return waited;
    }
    future = null;
    result = FutureMethods.result(waited);
    return null;
  }

  @Override
  public PyObject takeResult() {
    PyObject value = result;
    result = null;
    return value == null ? PyNone.NONE : value;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    PyObject yielded = step(PyNone.NONE);
    if (yielded == null && result != null) {
      PyObject value = takeResult();
      if (value != PyNone.NONE) {
        throw Resumable.stopWith(value);
      }
    }
    return yielded;
  }

  @Method(value = "send(self, value, /)", textSignature = false)
  PyObject send(PyObject value) {
    PyObject yielded = step(value);
    if (yielded == null) {
      throw Resumable.stopWith(takeResult());
    }
    return yielded;
  }

  @Method(value = "throw(self, type, val=NULL, tb=NULL, /)", textSignature = false)
  PyObject throwMethod(PyObject type, PyObject value, PyObject traceback) {
    Thrown thrown = Thrown.of("throw", type, value, traceback);
    boolean isTraceback = traceback == null || traceback == PyNone.NONE || traceback instanceof PyTraceback;
    if (!isTraceback) {
      throw Errors.typeError("throw() third argument must be a traceback");
    }
    boolean isClass = type instanceof PyType cls && cls.isSubtypeOf(PyExceptions.BaseException);
    if (!isClass && !(type instanceof PyBaseException)) {
      throw Errors.typeError(
          "exceptions must be classes deriving BaseException or instances of such a class");
    }
    PyException raised = thrown.exception();
    future = null;
    throw raised;
  }

  @Method(value = "close(self, /)", textSignature = false)
  void close() {
    future = null;
  }
}
