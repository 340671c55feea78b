package org.krait.stdlib.asyncio;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** Methods of tasks. */
final class TaskMethods {
  private TaskMethods() {}

  @Method("__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)")
  static void init(
      ThreadState thread,
      PyTask self,
      PyObject coro,
      PyObject loop,
      PyObject name,
      PyObject context,
      boolean eagerStart) {
    self.start(thread, coro, loop, name, context, eagerStart);
  }

  @Method("__repr__(self, /)")
  static PyObject repr(PyTask self) {
    return self.home.taskRepr.call(self);
  }

  @Method("set_result(self, result, /)")
  static void setResult(PyTask self, PyObject result) {
    throw Errors.runtimeError("Task does not support set_result operation");
  }

  @Method("set_exception(self, exception, /)")
  static void setException(PyTask self, PyObject exception) {
    throw Errors.runtimeError("Task does not support set_exception operation");
  }

  @Method("cancel(self, /, msg=None)")
  static boolean cancel(PyTask self, PyObject message) {
    return self.requestCancel(message);
  }

  @Method("cancelling(self, /)")
  static PyObject cancelling(PyTask self) {
    return PyLong.of(self.cancelRequests);
  }

  @Method("uncancel(self, /)")
  static PyObject uncancel(PyTask self) {
    if (self.cancelRequests > 0) {
      self.cancelRequests--;
    }
    return PyLong.of(self.cancelRequests);
  }

  @Method("get_stack(self, /, *, limit=None)")
  static PyObject getStack(PyTask self, PyObject limit) {
    return self.home.taskGetStack.call(self, limit);
  }

  @Method("print_stack(self, /, *, limit=None, file=None)")
  static PyObject printStack(PyTask self, PyObject limit, PyObject file) {
    return self.home.taskPrintStack.call(self, limit, file);
  }

  @Method("get_name(self, /)")
  static PyObject getName(PyTask self) {
    return self.name();
  }

  @Method("set_name(self, value, /)")
  static void setName(PyTask self, PyObject value) {
    self.rename(value);
  }

  @Method("get_coro(self, /)")
  static PyObject getCoro(PyTask self) {
    return self.coroutine == null ? PyNone.NONE : self.coroutine;
  }

  @Method("get_context(self, /)")
  static PyObject getContext(PyTask self) {
    return self.context == null ? PyNone.NONE : self.context;
  }
}
