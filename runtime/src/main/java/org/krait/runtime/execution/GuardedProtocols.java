package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyKeyError;
import org.krait.runtime.types.PyBoundMethod;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyTuple;

/** What machine code asks of context managers, awaitables and the generators that it runs on. */
public final class GuardedProtocols {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  private GuardedProtocols() {}

  public static PyObject boundMethod(PyObject function, PyObject self) {
    return new PyBoundMethod(function, self);
  }

  /** The object that a function is bound to. */
  public static PyObject boundSelf(PyObject callee, PyFunction function) {
    if (callee != null
        && callee.getClass() == PyBoundMethod.class
        && ((PyBoundMethod) callee).function == function) {
      return ((PyBoundMethod) callee).self;
    }
    throw FAILED;
  }

  /** Whether it is a function that is bound to something; null is none. */
  public static boolean isBound(PyObject callee, PyFunction function) {
    return callee != null
        && callee.getClass() == PyBoundMethod.class
        && ((PyBoundMethod) callee).function == function;
  }

  /** {@code BaseException.__init__}, which most exceptions of programs have. */
  public static void initException(PyObject self, PyObject[] args) {
    Class<?> java = self.getClass();
    if (java != PyBaseException.class && java != PyKeyError.class) {
      throw FAILED;
    }
    ((PyBaseException) self).setArgs(PyTuple.of(args));
  }

  /** The traceback of an exception as Python sees it. */
  public static PyObject tracebackOf(PyObject exception) {
    return ((PyBaseException) exception).traceback();
  }

  /** The value of an async generator, marked. */
  public static PyObject wrapAsync(PyObject value) {
    return Generators.wrapAsync(value);
  }

  /** {@code send} of a generator or coroutine: what it yields; null at its end, or where what it raised is passed. */
  public static PyObject sent(PyObject receiver, PyObject value, ThreadState thread) {
    Resumable generator = receiver(receiver);
    if (generator.isDone()) {
      throw generator.finished();
    }
    return generator.resumeOrPass(thread, value);
  }

  public static void checkGenerator(PyObject value) {
    if (value.getClass() != PyGenerator.class) {
      throw FAILED;
    }
  }

  /** Leaves where a generator has not begun, which then takes None alone. */
  public static void checkStarted(PyObject generator) {
    if (generator.getClass() != PyGenerator.class || !((PyGenerator) generator).isStarted()) {
      throw FAILED;
    }
  }

  private static Resumable receiver(PyObject receiver) {
    Class<?> known = receiver.getClass();
    if (known != PyGenerator.class && known != PyCoroutine.class) {
      throw FAILED;
    }
    return (Resumable) receiver;
  }

  /** {@code throw} of a generator or coroutine: what is yielded; null where it leaves its end for the caller. */
  public static PyObject raisedIn(PyObject receiver, PyObject exception, ThreadState thread) {
    Resumable generator = receiver(receiver);
    if (!(exception instanceof PyBaseException value)) {
      throw FAILED;
    }
    PyObject yielded = generator.raiseOrPass(thread, value);
    if (yielded == null && thread.passing == null) {
      thread.passing = generator.stopValue();
    }
    return yielded;
  }

  /** What a StopIteration says that a generator or coroutine has returned. */
  public static PyObject returnedBy(PyObject stop) {
    return ((PyStopIteration) stop).value();
  }

  /** The exception that says what a generator or coroutine has returned. */
  public static PyBaseException stopped(PyObject receiver) {
    return ((Resumable) receiver).stopValue();
  }
}
