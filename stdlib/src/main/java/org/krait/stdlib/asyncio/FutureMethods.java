package org.krait.stdlib.asyncio;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.stdlib.context.PyContext;

/** Methods that futures and tasks both have in their own type. */
final class FutureMethods {
  private FutureMethods() {}

  @Method("__iter__(self, /)")
  static PyObject iter(PyFuture self) {
    self.checkStarted();
    return new PyFutureIter(self);
  }

  @Method("__await__(self, /)")
  static PyObject await(PyFuture self) {
    self.checkStarted();
    return new PyFutureIter(self);
  }

  @Method(value = "__del__(self, /)", textSignature = false)
  static void del(PyFuture self) {
    self.lastWords();
  }

  private static void checkKnown(PyFuture self) {
    if (self.loop == null) {
      throw self.home.invalidState("Future object is not initialized.");
    }
  }

  @Method("result(self, /)")
  static PyObject result(PyFuture self) {
    checkKnown(self);
    return self.resultOrRaise();
  }

  @Method("exception(self, /)")
  static PyObject exception(PyFuture self) {
    checkKnown(self);
    if (self.state == PyFuture.CANCELLED) {
      throw Errors.raised(self.takeCancelled());
    }
    if (self.state == PyFuture.PENDING) {
      throw self.home.invalidState("Exception is not set.");
    }
    self.logNothing();
    PyBaseException exception = self.exception;
    return exception == null ? PyNone.NONE : exception;
  }

  @Method("add_done_callback(self, fn, /, *, context=NULL)")
  static void addDoneCallback(ThreadState thread, PyFuture self, PyObject function, PyObject context) {
    self.addCallback(function, context == null ? PyContext.current(thread).copy() : context);
  }

  @Method("remove_done_callback(self, fn, /)")
  static PyObject removeDoneCallback(PyFuture self, PyObject function) {
    self.checkStarted();
    return PyLong.of(self.removeCallback(function));
  }

  @Method("cancelled(self, /)")
  static boolean cancelled(PyFuture self) {
    return self.loop != null && self.state == PyFuture.CANCELLED;
  }

  @Method("done(self, /)")
  static boolean done(PyFuture self) {
    return self.loop != null && self.state != PyFuture.PENDING;
  }

  @Method("_make_cancelled_error(self, /)")
  static PyObject makeCancelledError(PyFuture self) {
    return self.takeCancelled();
  }
}
