package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;

/**
 * One request to an async generator: what {@code __anext__}, {@code asend}, {@code athrow} and {@code
 * aclose} give. It is awaited once, and passes on what the generator itself awaits.
 */
public abstract class PyAsyncGenAwaitable extends PyObject {
  enum State {
    FRESH,
    RUNNING,
    CLOSED
  }

  final PyAsyncGenerator generator;
  State state = State.FRESH;

  /** The value of the request, once a step has returned null. */
  private PyObject result;

  PyAsyncGenAwaitable(PyAsyncGenerator generator) {
    this.generator = generator;
  }

  /** Goes on; what the generator awaits, or null when the request has its {@link #takeResult}. */
  abstract PyObject step(PyObject sent);

  /** As {@link #step}, with an exception. */
  abstract PyObject stepRaising(PyException raised);

  /** The methods that make such requests, for the message. */
  abstract String origin();

  final PyObject takeResult() {
    PyObject value = result;
    result = null;
    return value;
  }

  final PyObject finish(PyObject value) {
    result = value;
    return null;
  }

  /** Whether it has been awaited. */
  boolean isClosed() {
    return state == State.CLOSED;
  }

  final void checkOpen() {
    if (isClosed()) {
      throw Errors.runtimeError("cannot reuse already awaited %s", origin());
    }
  }

  /** A step for callers that want StopIteration at the end. */
  final PyObject orStop(PyObject awaited) {
    if (awaited == null) {
      throw Resumable.stopWith(takeResult());
    }
    return awaited;
  }
}
