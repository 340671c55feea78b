package org.krait.stdlib.asyncio;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** Methods that a task has in other forms, or inherits. */
final class FutureCompletion {
  private FutureCompletion() {}

  @Method(value = "__init__(self, *, loop=None)")
  static void init(ThreadState thread, PyFuture self, PyObject loop) {
    self.start(thread, loop);
  }

  @Method("__repr__(self, /)")
  static PyObject repr(PyFuture self) {
    self.checkStarted();
    return self.home.futureRepr.call(self);
  }

  @Method("set_result(self, result, /)")
  static void setResult(PyFuture self, PyObject result) {
    self.finish(result);
  }

  @Method("set_exception(self, exception, /)")
  static void setException(ThreadState thread, PyFuture self, PyObject exception) {
    self.fail(thread, exception);
  }

  @Method("cancel(self, /, msg=None)")
  static boolean cancel(PyFuture self, PyObject message) {
    return self.cancelNow(message);
  }

  @Method("get_loop(self, /)")
  static PyObject getLoop(PyFuture self) {
    self.checkStarted();
    return self.loop;
  }
}
