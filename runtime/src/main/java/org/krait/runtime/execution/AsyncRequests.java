package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/**
 * Requests to async generators in machine code, which runs them on itself. What {@code async for} asks for is a request only
 * once the generator waits: before that nobody can have seen it.
 */
public final class AsyncRequests {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  private AsyncRequests() {}

  /** The generator that {@code async for} asks for its next value; leaves where that is not simply run on. */
  public static Resumable asked(PyObject iterator, PyCode code) {
    if (iterator.getClass() != PyAsyncGenerator.class) {
      throw FAILED;
    }
    PyAsyncGenerator generator = (PyAsyncGenerator) iterator;
    if (generator.frame.code != code || generator.isDone() || generator.busy) {
      throw FAILED;
    }
    generator.introduce();
    generator.busy = true;
    return generator;
  }

  /**
   * What came of that: the next value, {@link Awaited#SUSPENDED} where the generator waits, or null and the exception, which
   * may be its end, in {@link ThreadState#passing}.
   */
  public static PyObject answer(PyObject given, Resumable asked, ThreadState thread) {
    if (given instanceof Generators.AsyncYield yielded) {
      ((PyAsyncGenerator) asked).busy = false;
      return yielded.value;
    }
    PyAsyncGenerator generator = (PyAsyncGenerator) asked;
    if (given == null) {
      fail(generator, thread);
      return null;
    }
    PyAsyncGenSend request = new PyAsyncGenSend(generator, PyNone.NONE);
    request.state = PyAsyncGenAwaitable.State.RUNNING;
    return Awaited.suspended(thread, request, given);
  }

  private static void fail(PyAsyncGenerator generator, ThreadState thread) {
    if (thread.passing == null) {
      generator.takeResult();
      thread.passing = Errors.of(PyExceptions.StopAsyncIteration).value();
    }
    generator.failed(thread.passing);
  }

  /** The generator that a request asks; leaves where {@code SEND} would not simply run it on. */
  public static Resumable ofRequest(PyObject receiver, PyCode code) {
    if (receiver.getClass() != PyAsyncGenSend.class) {
      throw FAILED;
    }
    PyAsyncGenSend request = (PyAsyncGenSend) receiver;
    PyAsyncGenerator generator = request.generator;
    if (generator.frame.code != code
        || generator.isDone()
        || request.state == PyAsyncGenAwaitable.State.CLOSED
        || generator.busy == (request.state == PyAsyncGenAwaitable.State.FRESH)) {
      throw FAILED;
    }
    return generator;
  }

  /** What is sent to the generator then. */
  public static PyObject sent(PyObject receiver, PyObject value) {
    return ((PyAsyncGenSend) receiver).begin(value);
  }

  /** What the generator waits for; null where the request has its result, or the exception is passing. */
  public static PyObject awaited(PyObject given, PyObject receiver, ThreadState thread) {
    PyAsyncGenSend request = (PyAsyncGenSend) receiver;
    if (given != null) {
      return request.unwrap(given);
    }
    request.state = PyAsyncGenAwaitable.State.CLOSED;
    fail(request.generator, thread);
    return null;
  }

  /** Whether an exception ends {@code async for}. */
  public static boolean isEnd(PyObject raised) {
    return raised.type().isSubtypeOf(PyExceptions.StopAsyncIteration);
  }

  /** The result of a request. */
  public static PyObject result(PyObject receiver) {
    return ((PyAsyncGenAwaitable) receiver).takeResult();
  }
}
