package org.krait.stdlib.asyncio;

import org.krait.runtime.Attributes;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/** What futures and tasks ask of their event loop, whatever that is. */
final class LoopCalls {
  private static final PyStr CALL_SOON = PyStr.interned("call_soon");
  private static final PyStr GET_DEBUG = PyStr.interned("get_debug");
  private static final PyStr IS_RUNNING = PyStr.interned("is_running");
  private static final PyStr CALL_EXCEPTION_HANDLER = PyStr.interned("call_exception_handler");
  private static final PyStr[] CONTEXT = {PyStr.interned("context")};

  private LoopCalls() {}

  /** {@code loop.call_soon(callback, argument, context=context)}; without an argument when it is null. */
  static void callSoon(PyObject loop, PyObject callback, PyObject argument, PyObject context) {
    PyObject[] args =
        argument == null
            ? new PyObject[] {callback, context}
            : new PyObject[] {callback, argument, context};
    Attributes.callMethod(loop, CALL_SOON, args, CONTEXT);
  }

  static PyObject getDebug(PyObject loop) {
    return Attributes.callMethod(loop, GET_DEBUG);
  }

  static PyObject isRunning(PyObject loop) {
    return Attributes.callMethod(loop, IS_RUNNING);
  }

  static void callExceptionHandler(PyObject loop, PyObject context) {
    Attributes.callMethod(loop, CALL_EXCEPTION_HANDLER, context);
  }
}
