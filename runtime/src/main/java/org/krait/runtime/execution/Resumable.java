package org.krait.runtime.execution;

import org.krait.bytecode.Opcodes;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyStr;

/** What generators, coroutines and async generators share: a frame that can be suspended and resumed. */
public abstract class Resumable extends PyObject implements Finalizers.Watched {
  final PyFrame frame;
  PyStr name;
  PyStr qualname;
  private final Handled handled = new Handled();
  private boolean started;

  /** What tells of the end of this object, when anybody has to know; see {@link Finalizers}. */
  private Object watch;

  private int place;

  /** What the frame returned, once it has. */
  private PyObject result;

  Resumable(PyFrame frame) {
    this.frame = frame;
    this.name = frame.function.name();
    this.qualname = frame.function.qualname();
  }

  /** The frame that is suspended and resumed. */
  public final PyFrame frame() {
    return frame;
  }

  /** How errors name this kind: {@code generator}. */
  abstract String kind();

  @Override
  public final boolean isDone() {
    return frame.state == PyFrame.DONE;
  }

  final boolean isRunning() {
    return frame.state == PyFrame.RUNNING;
  }

  final boolean isSuspended() {
    return started && frame.state == PyFrame.SUSPENDED;
  }

  final boolean isStarted() {
    return started;
  }

  @Override
  public final Object watch() {
    return watch;
  }

  @Override
  public final void setWatch(Object teller) {
    watch = teller;
  }

  @Override
  public final int place() {
    return place;
  }

  @Override
  public final void setPlace(int place) {
    this.place = place;
  }

  @Override
  public final void drop() {
    if (isDone() || isRunning()) {
      return;
    }
    try {
      finish();
    } catch (PyException e) {
      Unraisable.report(e, null, this);
    }
  }

  /** What is due when it is dropped before its end. */
  void finish() {
    close();
  }

  /** Runs on; returns what is yielded, or null when the frame returned {@link #takeResult}. */
  public final PyObject resume(PyObject sent) {
    checkResumable();
    if (!started && sent != PyNone.NONE) {
      throw Errors.typeError("can't send non-None value to a just-started %s", kind());
    }
    if (frame.extras != null && frame.extras.restarts) {
      frame.extras.restarts = false;
      frame.pc--;
    } else {
      frame.slots[frame.sp++] = sent;
    }
    return run(null);
  }

  /** Runs on with an exception raised where the frame was suspended. */
  final PyObject resumeRaising(PyException raised) {
    checkResumable();
    return run(raised);
  }

  private void checkResumable() {
    if (isRunning()) {
      throw Errors.valueError("%s already executing", kind());
    }
  }

  private PyObject run(PyException raised) {
    ThreadState thread = ThreadState.current();
    frame.thread = thread;
    started = true;
    handled.outer = thread.handled;
    thread.handled = handled;
    if (raised != null && handled.value != null) {
      raised.value().setContextFrom(handled.value);
    }
    try {
      PyObject value = raised == null ? Execute.call(frame) : Execute.raiseIn(frame, raised);
      if (frame.state == PyFrame.SUSPENDED) {
        if (place == 0 && watch == null && frame.code.catches()) {
          Finalizers.watchLater(thread, this);
        }
        return value;
      }
      if (place != 0 || watch != null) {
        Finalizers.forget(thread, this);
      }
      result = value;
      return null;
    } finally {
      thread.handled = handled.outer;
      handled.outer = null;
      frame.back = null;
      if (frame.state == PyFrame.DONE && result != null) {
        java.util.Arrays.fill(frame.slots, null);
      }
    }
  }

  /** The returned value; asked for once. */
  public final PyObject takeResult() {
    PyObject value = result;
    result = null;
    return value == null ? PyNone.NONE : value;
  }

  /** The iterator that {@code yield from} or {@code await} waits for, or null. */
  final PyObject delegate() {
    if (!isSuspended() || frame.sp <= frame.code.localsCount) {
      return null;
    }
    int next = frame.pc + 1 < frame.code.instructions.length ? frame.code.original(frame.pc + 1) : 0;
    boolean delegates = (next & 0xff) == Opcodes.RESUME && (next >>> 8 & 3) >= 2;
    return delegates ? frame.slots[frame.sp - 1] : null;
  }

  /** {@code send(value)}: what is yielded; StopIteration at the end. */
  final PyObject sendOrStop(PyObject value) {
    if (isDone()) {
      throw finished();
    }
    PyObject yielded = resume(value);
    if (yielded == null) {
      throw stop();
    }
    return yielded;
  }

  /** What a finished one raises when it is asked for more. */
  PyException finished() {
    return Errors.stopIteration(null);
  }

  /** The StopIteration for the value that was returned. */
  PyException stop() {
    return stopWith(takeResult());
  }

  /** A StopIteration that carries a value as a generator's does. */
  public static PyException stopWith(PyObject value) {
    if (value == PyNone.NONE) {
      return Errors.stopIteration(null);
    }
    PyException stop = Errors.of(PyExceptions.StopIteration);
    ((PyStopIteration) stop.value()).setReturned(value);
    return stop;
  }

  /** {@code throw(exception)}: what is yielded next; null when the frame returned {@link #takeResult}. */
  public final PyObject raise(PyBaseException exception) {
    return raise(Thrown.of(exception));
  }

  /** {@code throw(…)}: what is yielded next; null when the frame returned. */
  final PyObject raise(Thrown thrown) {
    PyObject inner = delegate();
    if (inner == null) {
      return raiseHere(thrown.exception());
    }
    PyException passed;
    if (thrown.isExit()) {
      passed = closeInner(inner);
      return resumeRaising(passed == null ? thrown.exception() : passed);
    }
    PyObject yielded;
    try {
      yielded = raiseIn(inner, thrown);
    } catch (PyException e) {
      return resumeRaising(e);
    }
    return yielded == null ? resumeRaising(thrown.exception()) : yielded;
  }

  private PyObject raiseHere(PyException exception) {
    if (isDone()) {
      throw this instanceof PyCoroutine ? finished() : exception;
    }
    if (!started) {
      started = true;
      frame.state = PyFrame.SUSPENDED;
    }
    return resumeRaising(exception);
  }

  /** Closes the inner iterator; what that raised, or null. */
  private PyException closeInner(PyObject inner) {
    try {
      frame.state = PyFrame.RUNNING;
      closeIterator(inner);
      return null;
    } catch (PyException e) {
      return e;
    } finally {
      frame.state = PyFrame.SUSPENDED;
    }
  }

  /** Passes an exception on to the inner iterator; null when that cannot take it. */
  private PyObject raiseIn(PyObject inner, Thrown thrown) {
    frame.state = PyFrame.RUNNING;
    try {
      if (inner instanceof Resumable other && !(inner instanceof PyAsyncGenerator)) {
        return raiseBelow(other, thrown);
      }
      PyObject method = Attributes.getOrNull(inner, "throw");
      return method == null ? null : method.call(thrown.args(), null);
    } finally {
      frame.state = PyFrame.SUSPENDED;
    }
  }

  /** The inner one runs as if this frame had called it. */
  private PyObject raiseBelow(Resumable inner, Thrown thrown) {
    ThreadState thread = ThreadState.current();
    PyFrame back = thread.frame;
    frame.back = back;
    thread.frame = frame;
    try {
      PyObject yielded = inner.raise(thrown);
      if (yielded == null) {
        throw inner.stop();
      }
      return yielded;
    } finally {
      thread.frame = back;
      frame.back = null;
    }
  }

  static void closeIterator(PyObject inner) {
    if (inner instanceof PyGenerator generator) {
      generator.close();
      return;
    }
    PyObject method;
    try {
      method = Attributes.getOrNull(inner, "close");
    } catch (PyException e) {
      Unraisable.report(e, null, inner);
      return;
    }
    if (method != null) {
      method.call();
    }
  }

  /** {@code close()}: GeneratorExit where it is suspended; the value that the frame returns then. */
  public final PyObject close() {
    if (isDone()) {
      return PyNone.NONE;
    }
    checkResumable();
    if (!started) {
      started = true;
      frame.state = PyFrame.DONE;
      return PyNone.NONE;
    }
    try {
      if (raise(Errors.of(PyExceptions.GeneratorExit).value()) != null) {
        throw Errors.runtimeError("%s ignored GeneratorExit", kind());
      }
      takeResult();
    } catch (PyException e) {
      if (!e.is(PyExceptions.GeneratorExit) && !e.is(PyExceptions.StopIteration)) {
        throw e;
      }
    }
    return PyNone.NONE;
  }
}
