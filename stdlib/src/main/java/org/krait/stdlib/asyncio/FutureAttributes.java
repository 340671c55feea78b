package org.krait.stdlib.asyncio;

import java.util.List;
import org.krait.annotations.Getter;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** Attributes of futures, which the library's helpers and subclasses look at. */
final class FutureAttributes {
  private FutureAttributes() {}

  private static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  private static PyException cannotDelete() {
    return Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
  }

  @Getter("_state")
  static String state(PyFuture self) {
    self.checkStarted();
    return switch (self.state) {
      case PyFuture.PENDING -> "PENDING";
      case PyFuture.CANCELLED -> "CANCELLED";
      default -> "FINISHED";
    };
  }

  @Getter("_asyncio_future_blocking")
  static boolean blocking(PyFuture self) {
    return self.loop != null && self.blocking;
  }

  @Setter("_asyncio_future_blocking")
  static void setBlocking(PyFuture self, PyObject value) {
    self.checkStarted();
    if (value == null) {
      throw cannotDelete();
    }
    self.blocking = Objects.isTrue(value);
  }

  @Getter("_loop")
  static PyObject loop(PyFuture self) {
    return orNone(self.loop);
  }

  @Getter("_callbacks")
  static PyObject callbacks(PyFuture self) {
    self.checkStarted();
    List<PyFuture.Callback> all = self.callbacks();
    if (all.isEmpty()) {
      return PyNone.NONE;
    }
    PyList list = new PyList();
    for (PyFuture.Callback one : all) {
      list.append(PyTuple.of(one.function(), one.context()));
    }
    return list;
  }

  @Getter("_result")
  static PyObject result(PyFuture self) {
    self.checkStarted();
    return orNone(self.result);
  }

  @Getter("_exception")
  static PyObject exception(PyFuture self) {
    self.checkStarted();
    return orNone(self.exception);
  }

  @Getter("_log_traceback")
  static boolean logTraceback(PyFuture self) {
    self.checkStarted();
    return self.logsTraceback();
  }

  @Setter("_log_traceback")
  static void setLogTraceback(PyFuture self, PyObject value) {
    if (value == null) {
      throw cannotDelete();
    }
    if (Objects.isTrue(value)) {
      throw Errors.valueError("_log_traceback can only be set to False");
    }
    self.logNothing();
  }

  @Getter("_source_traceback")
  static PyObject sourceTraceback(PyFuture self) {
    return self.loop == null ? PyNone.NONE : orNone(self.sourceTraceback);
  }

  @Getter("_cancel_message")
  static PyObject cancelMessage(PyFuture self) {
    return orNone(self.cancelMessage);
  }

  @Setter("_cancel_message")
  static void setCancelMessage(PyFuture self, PyObject value) {
    if (value == null) {
      throw cannotDelete();
    }
    self.cancelMessage = value;
  }
}
