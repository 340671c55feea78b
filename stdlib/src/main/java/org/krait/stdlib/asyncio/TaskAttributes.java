package org.krait.stdlib.asyncio;

import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/** Attributes of tasks, beside those of futures. */
final class TaskAttributes {
  private TaskAttributes() {}

  @Getter("_log_destroy_pending")
  static boolean logDestroyPending(PyTask self) {
    return self.logsDestruction;
  }

  @Setter("_log_destroy_pending")
  static void setLogDestroyPending(PyTask self, PyObject value) {
    if (value == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    self.logsDestruction = Objects.isTrue(value);
  }

  @Getter("_must_cancel")
  static boolean mustCancel(PyTask self) {
    return self.mustCancel;
  }

  @Getter("_coro")
  static PyObject coro(PyTask self) {
    return self.coroutine == null ? PyNone.NONE : self.coroutine;
  }

  @Getter("_fut_waiter")
  static PyObject waiter(PyTask self) {
    return self.waiter == null ? PyNone.NONE : self.waiter;
  }
}
