package org.krait.runtime.execution;

import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyNone;

/** The methods that the two kinds of {@link PyAsyncGenAwaitable} share. */
final class AsyncGenAwaitableMethods {
  private AsyncGenAwaitableMethods() {}

  @Method("__iter__(self, /)")
  static PyObject iter(PyAsyncGenAwaitable self) {
    return self;
  }

  @Method("__await__(self, /)")
  static PyObject await(PyAsyncGenAwaitable self) {
    return self;
  }

  @Method("__next__(self, /)")
  static PyObject next(PyAsyncGenAwaitable self) {
    return self.orStop(self.step(PyNone.NONE));
  }

  @Method(
      value = "send(self, arg, /)",
      parseTuple = true,
      doc =
          "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise"
              + " StopIteration.")
  static PyObject send(PyAsyncGenAwaitable self, PyObject arg) {
    return self.orStop(self.step(arg));
  }

  @Method(value = "throw(self, type, value=NULL, traceback=NULL, /)", parseTuple = true)
  static PyObject raise(
      PyAsyncGenAwaitable self, PyObject type, PyObject value, PyObject traceback) {
    Thrown thrown = Thrown.of("throw", type, value, traceback);
    self.checkOpen();
    return self.orStop(self.stepRaising(thrown.exception()));
  }

  @Method(
      value = "close(self)",
      parseTuple = true,
      doc = "close() -> raise GeneratorExit inside generator.")
  static void close(PyAsyncGenAwaitable self) {
    self.state = PyAsyncGenAwaitable.State.CLOSED;
  }
}
