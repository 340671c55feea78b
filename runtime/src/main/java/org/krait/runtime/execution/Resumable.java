package org.krait.runtime.execution;

import org.krait.bytecode.Opcodes;
import org.krait.runtime.Attributes;
import org.krait.runtime.Concurrency;
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

/**
 * What generators, coroutines and async generators share: a frame that can be suspended and resumed.
 *
 * <p>One thread at a time: as soon as there are several, whoever runs it on owns it meanwhile, and the
 * others are told that it is executing.
 */
public abstract class Resumable extends PyObject implements Finalizers.Watched {
  final PyFrame frame;

  // Null while they are the code's.
  PyStr name;
  PyStr qualname;

  /** The level for exceptions that it is handling; null where its code handles none. */
  private final Handled handled;
  private boolean started;

  /** What tells of the end of this object, when anybody has to know; see {@link Finalizers}. */
  private Object watch;

  private int place;

  /** The thread that runs it, where there are several. */
  private volatile ThreadState owner;

  /** What the frame returned, once it has. */
  private PyObject result;

  /** Whether nobody looked for its end when it was made, because it was to be started at once. */
  private boolean unnoticed;

  /**
   * The generator or coroutine that it waits for, where machine code suspended it in {@code yield from} or
   * {@code await}; null otherwise. See {@link Delegation}.
   */
  public Resumable inner;

  /** The chain that it keeps, or is kept by; or null. */
  Chain chain;

  /** Whether it has yielded to one who waits for it. */
  boolean yields;

  /** What the one who waits for it is to be told of its end, see {@link Delegation}; null for nothing. */
  Object news;

  Resumable(PyFrame frame) {
    this.frame = frame;
    this.name = frame.function.ownName();
    this.qualname = frame.function.ownQualname();
    this.handled = frame.code.catches() ? new Handled() : null;
  }

  /** The frame that is suspended and resumed. */
  public final PyFrame frame() {
    return frame;
  }

  final PyStr name() {
    return name == null ? frame.code.name() : name;
  }

  final PyStr qualname() {
    return qualname == null ? frame.code.qualname() : qualname;
  }

  /** How errors name this kind: {@code generator}. */
  abstract String kind();

  @Override
  public final boolean isDone() {
    return frame.state == PyFrame.DONE;
  }

  final boolean isRunning() {
    Chain.touch(frame);
    return frame.state == PyFrame.RUNNING;
  }

  final boolean isSuspended() {
    Chain.touch(frame);
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
    ThreadState thread = ThreadState.current();
    PyObject yielded = resumeOrPass(thread, sent);
    return yielded != null ? yielded : Passing.given(thread, null);
  }

  /** The same for machine code: also null where what was raised is in {@link ThreadState#passing}. */
  final PyObject resumeOrPass(ThreadState thread, PyObject sent) {
    CompiledCode unit = frame.code.compiled;
    return unit == null ? resumeAnyhow(sent) : unit.resume(thread, this, sent);
  }

  private PyObject resumeAnyhow(PyObject sent) {
    ThreadState thread = ThreadState.current();
    if (!claim(thread, this)) {
      return resumeOwn(sent);
    }
    try {
      return anyhow(thread, this, sent);
    } finally {
      release(thread);
    }
  }

  private PyObject resumeOwn(PyObject sent) {
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

  /**
   * Makes a thread the one that runs a generator, which is to {@link #release} it then; false where that
   * is not needed: there is one thread alone, or it runs it already.
   */
  public static boolean claim(ThreadState thread, Resumable generator) {
    return Concurrency.active() && generator.take(thread);
  }

  private boolean take(ThreadState thread) {
    synchronized (this) {
      if (owner == null) {
        owner = thread;
        return true;
      }
    }
    if (owner == thread) {
      return false;
    }
    throw Errors.valueError("%s already executing", kind());
  }

  /** Ends what {@link #claim} began; nothing if that has ended already. */
  final void release(ThreadState thread) {
    if (owner == thread) {
      owner = null;
    }
  }

  /** Resumes by a unit one that has just been claimed. */
  public static PyObject resumeClaimed(
      ThreadState thread, Resumable generator, PyObject sent, CompiledCode unit) {
    boolean unwinds = false;
    try {
      return unit.resume(thread, generator, sent);
    } catch (Unwinding unwinding) {
      unwinds = unwinding.frames.contains(generator.frame);
      throw unwinding;
    } finally {
      if (!unwinds) {
        generator.release(thread);
      }
    }
  }

  private void checkResumable() {
    if (isRunning()) {
      throw Errors.valueError("%s already executing", kind());
    }
  }

  private PyObject run(PyException raised) {
    ThreadState thread = ThreadState.current();
    inner = null;
    if (thread.delegating != null) {
      Delegation.enter(thread);
    }
    frame.thread = thread;
    started = true;
    enter(thread);
    if (raised != null && handled != null && handled.value != null) {
      raised.value().setContextFrom(handled.value);
    }
    try {
      return ran(thread, raised == null ? Execute.call(frame) : Execute.raiseIn(frame, raised));
    } finally {
      leave(thread);
      frame.back = null;
    }
  }

  /** Whether it waits while it handles an exception. */
  final boolean isHandling() {
    return handled != null && handled.value != null;
  }

  private void enter(ThreadState thread) {
    Handled own = handled;
    if (own != null) {
      own.outer = thread.handled;
      thread.handled = own;
    }
  }

  private void leave(ThreadState thread) {
    Handled own = handled;
    if (own != null) {
      thread.handled = own.outer;
      own.outer = null;
    }
  }

  /** What the frame gave, which is suspended or done: null when it returned. */
  PyObject ran(ThreadState thread, PyObject value) {
    if (frame.state == PyFrame.SUSPENDED) {
      if (handled != null) {
        Finalizers.watchLater(thread, this);
      } else if (unnoticed) {
        unnoticed = false;
        if (!mayBeDropped()) {
          Finalizers.watchLater(thread, this);
        }
      } else if (place != 0 && mayBeDropped()) {
        Finalizers.forget(thread, this);
      }
      return value;
    }
    if (place != 0 || watch != null) {
      Finalizers.forget(thread, this);
    }
    result = value;
    frame.held = null;
    java.util.Arrays.fill(frame.slots, null);
    return null;
  }

  /** Whether nobody could tell if it was closed where it waits. */
  boolean mayBeDropped() {
    return false;
  }

  final void start() {
    started = true;
  }

  /** Says that what made it starts it, so that it cannot be dropped before. */
  final void startsAtOnce() {
    unnoticed = true;
  }

  // ---- for machine code

  /** The same for machine code that has returned None. */
  public static void finish(ThreadState thread, PyFrame frame) {
    finish(thread, frame, PyNone.NONE);
  }

  /** Notes that machine code that looks at no frames has come to its end. */
  public static void finish(ThreadState thread, PyFrame frame, PyObject value) {
    frame.state = PyFrame.DONE;
    ((Resumable) frame.generator).ran(thread, value);
  }

  /**
   * Resumes any way there is; null at the end, also for one that is done, unless that may not be; or null where what it
   * raised is in {@link ThreadState#passing}.
   */
  public static PyObject anyhow(ThreadState thread, Resumable generator, PyObject sent) {
    if (!generator.isDone()) {
      return generator.resumeAnyhow(sent);
    }
    if (generator.news != null) {
      Delegation.end(thread, generator);
      return null;
    }
    if (generator instanceof PyCoroutine) {
      throw generator.finished();
    }
    return null;
  }

  /** Puts what was sent on the frame's stack, because machine code cannot go on where the frame stands. */
  public static PyObject giveSent(PyFrame frame, PyObject sent) {
    if (frame.state != PyFrame.RUNNING) {
      frame.settle();
    }
    frame.slots[frame.sp++] = sent;
    return CompiledCode.CONTINUE;
  }

  /**
   * The frame of a generator that a unit may resume; null where the general way has to be gone. The frame
   * is put on top by {@link #attach}, before the first thing that could look at it.
   */
  public static PyFrame begin(
      ThreadState thread, Resumable generator, PyObject sent, CompiledCode unit) {
    PyFrame frame = generator.frame;
    if (frame.state != PyFrame.SUSPENDED
        || frame.globals != unit.globals
        || frame.extras != null
        || unit.stale
        || thread.pending
        || thread.depth >= thread.interpreter.recursionLimit
        || !generator.started && sent != PyNone.NONE) {
      return null;
    }
    generator.started = true;
    return frame;
  }

  /** Puts the frame of a generator that machine code resumed on top, if it is not there. */
  public static void attach(ThreadState thread, PyFrame frame) {
    if (frame.state != PyFrame.RUNNING) {
      if (thread.delegating != null) {
        Delegation.enter(thread);
      }
      ((Resumable) frame.generator).enter(thread);
      thread.depth++;
      frame.held = null;
      frame.thread = thread;
      frame.back = thread.frame;
      frame.state = PyFrame.RUNNING;
      thread.frame = frame;
    }
  }

  /** Takes it from there, if it is there. */
  public static void detach(ThreadState thread, PyFrame frame) {
    if (frame.state == PyFrame.RUNNING) {
      ((Resumable) frame.generator).stop(thread);
      thread.depth--;
      frame.state = PyFrame.SUSPENDED;
    }
  }

  /**
   * What machine code yielded or returned; null when it returned, or raised what is in {@link ThreadState#passing}.
   *
   * @param depth the depth of calls before
   */
  public static PyObject end(
      ThreadState thread, Resumable generator, PyFrame frame, CompiledCode unit, int depth,
      PyObject value) {
    if (value == CompiledCode.CONTINUE) {
      return goOn(thread, generator, frame, unit, depth, null);
    }
    return value == null ? null : generator.ran(thread, value);
  }

  /** After machine code threw. */
  public static PyObject failed(
      ThreadState thread, Resumable generator, PyFrame frame, CompiledCode unit, int depth,
      Throwable cause) {
    return goOn(thread, generator, frame, unit, depth, cause);
  }

  private static PyObject goOn(
      ThreadState thread, Resumable generator, PyFrame frame, CompiledCode unit, int depth,
      Throwable cause) {
    if (frame.state != PyFrame.RUNNING) {
      frame.settle();
    }
    attach(thread, frame);
    thread.depth = depth + 1;
    thread.frame = frame;
    PyObject value;
    try {
      value = cause == null ? Execute.goOn(frame) : Execute.goOn(frame, cause, unit);
    } finally {
      thread.depth = depth;
      generator.stop(thread);
      if (frame.state != PyFrame.SUSPENDED) {
        frame.state = PyFrame.DONE;
      }
    }
    return generator.ran(thread, value);
  }

  /** Gives the places on top back to those who had them before. */
  void stop(ThreadState thread) {
    PyFrame own = frame;
    leave(thread);
    thread.frame = own.back;
    own.back = null;
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

  /** The same to be raised in another way. */
  final PyBaseException stopValue() {
    return carrying(takeResult());
  }

  /** A StopIteration that carries a value as a generator's does. */
  public static PyException stopWith(PyObject value) {
    return new PyException(carrying(value));
  }

  private static PyBaseException carrying(PyObject value) {
    PyBaseException stop = PyBaseException.of(PyExceptions.StopIteration);
    if (value != PyNone.NONE) {
      ((PyStopIteration) stop).setReturned(value);
    }
    return Errors.inContext(stop);
  }

  /** {@code throw(exception)}: what is yielded next; null when the frame returned {@link #takeResult}. */
  public final PyObject raise(PyBaseException exception) {
    return raise(Thrown.of(exception));
  }

  /** {@code throw(…)}: what is yielded next; null when the frame returned. */
  final PyObject raise(Thrown thrown) {
    ThreadState thread = ThreadState.current();
    if (!claim(thread, this)) {
      return raiseOwn(thrown);
    }
    try {
      return raiseOwn(thrown);
    } finally {
      release(thread);
    }
  }

  private PyObject raiseOwn(Thrown thrown) {
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
      return resumeRaising(exception);
    }
    CompiledCode unit = frame.code.compiled;
    ThreadState thread = ThreadState.current();
    if (!isHandledBy(unit, thread)) {
      return resumeRaising(exception);
    }
    PyObject yielded = raiseIn(unit, thread, exception.value());
    return yielded == null ? Passing.given(thread, null) : yielded;
  }

  /**
   * As {@link #raise}, for machine code: where an exception leaves the frame, null, and the exception in {@link
   * ThreadState#passing}.
   */
  final PyObject raiseOrPass(ThreadState thread, PyBaseException exception) {
    PyObject waitsFor = delegate();
    boolean passes = waitsFor instanceof PyGenerator || waitsFor instanceof PyCoroutine;
    if (Concurrency.active() || isDone() || !started
        || waitsFor != null && (!passes || Thrown.of(exception).isExit())) {
      return raise(exception);
    }
    if (waitsFor == null) {
      return raiseHere(thread, exception);
    }
    Resumable below = (Resumable) waitsFor;
    PyObject yielded;
    try {
      yielded = raiseBelow(below, thread, exception);
    } catch (PyException raised) {
      return raiseHere(thread, raised.value());
    }
    return yielded != null
        ? yielded
        : raiseHere(thread, Passing.isPassing(thread) ? Passing.taken(thread) : below.stopValue());
  }

  private PyObject raiseHere(ThreadState thread, PyBaseException exception) {
    CompiledCode unit = frame.code.compiled;
    return isHandledBy(unit, thread)
        ? raiseIn(unit, thread, exception)
        : resumeRaising(new PyException(exception));
  }

  /** As {@link #raiseBelow(Resumable, Thrown)}; as {@link #raiseOrPass}. */
  private PyObject raiseBelow(Resumable below, ThreadState thread, PyBaseException exception) {
    PyFrame back = thread.frame;
    frame.state = PyFrame.RUNNING;
    frame.back = back;
    thread.frame = frame;
    try {
      return below.raiseOrPass(thread, exception);
    } finally {
      thread.frame = back;
      frame.back = null;
      frame.state = PyFrame.SUSPENDED;
    }
  }

  /** Whether a unit may go on at a handler; the generator has begun to run then. */
  private boolean isHandledBy(CompiledCode unit, ThreadState thread) {
    return unit != null
        && unit.resumption != null
        && thread.interpreter.monitoring == null
        && begin(thread, this, PyNone.NONE, unit) != null;
  }

  /** As {@link #run}, with machine code for the handler if there is some; as {@link #raiseOrPass}. */
  private PyObject raiseIn(CompiledCode unit, ThreadState thread, PyBaseException exception) {
    int depth = thread.depth;
    inner = null;
    frame.settle();
    attach(thread, frame);
    if (handled != null && handled.value != null) {
      exception.setContextFrom(handled.value);
    }
    PyException raised = new PyException(exception);
    if (frame.code.handlerAt(frame.pc) < 0) {
      return pass(thread, depth, raised);
    }
    try {
      Execute.unwind(frame, raised);
    } catch (PyException other) {
      thread.depth = depth;
      stop(thread);
      frame.state = PyFrame.DONE;
      throw other;
    }
    if (!unit.handlesAt(frame.pc)) {
      unit.caught();
      return goOn(thread, this, frame, unit, depth, null);
    }
    PyObject value = frame.slots[--frame.sp];
    frame.slots[frame.sp] = null;
    detach(thread, frame);
    PyObject result;
    try {
      result = unit.handle(thread, frame, value);
    } catch (PyException other) {
      return frame.code.handlerAt(frame.pc) < 0 && thread.interpreter.monitoring == null
          ? pass(thread, depth, other)
          : failed(thread, this, frame, unit, depth, other);
    } catch (Throwable cause) {
      return failed(thread, this, frame, unit, depth, cause);
    }
    return end(thread, this, frame, unit, depth, result);
  }

  /** Ends the frame, which has no handler for what was raised, without throwing that. */
  private PyObject pass(ThreadState thread, int depth, PyException raised) {
    if (frame.state != PyFrame.RUNNING) {
      frame.settle();
    }
    attach(thread, frame);
    if (!raised.again) {
      raised.value().addTraceback(frame);
    }
    if (raised.lasti >= 0) {
      frame.pc = raised.lasti;
    }
    pass(thread, frame, depth, raised.value());
    return null;
  }

  /** Ends a frame on top by an exception whose traceback has it, for callers that look for that. */
  static void pass(ThreadState thread, PyFrame frame, int depth, PyBaseException raised) {
    thread.depth = depth;
    ((Resumable) frame.generator).stop(thread);
    frame.state = PyFrame.DONE;
    thread.passing = raised;
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
    ThreadState thread = ThreadState.current();
    if (!claim(thread, this)) {
      return closeOwn();
    }
    try {
      return isDone() ? PyNone.NONE : closeOwn();
    } finally {
      release(thread);
    }
  }

  private PyObject closeOwn() {
    checkResumable();
    if (!started) {
      started = true;
      frame.state = PyFrame.DONE;
      return PyNone.NONE;
    }
    try {
      ThreadState thread = ThreadState.current();
      PyObject yielded = raiseOrPass(thread, Errors.of(PyExceptions.GeneratorExit).value());
      if (yielded != null) {
        throw Errors.runtimeError("%s ignored GeneratorExit", kind());
      }
      if (Passing.isPassing(thread)) {
        throw new PyException(Passing.taken(thread));
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
