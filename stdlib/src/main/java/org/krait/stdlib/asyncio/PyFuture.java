package org.krait.stdlib.asyncio;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.execution.PyTraceback;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyStr;

/** {@code asyncio.Future}: a result that is not there yet, and who waits for it. */
@BuiltinType(
    name = "Future",
    module = "_asyncio",
    heapType = true,
    instanceDict = true,
    weakReferences = true,
    parts = {
      FutureMethods.class,
      FutureCompletion.class,
      FutureAttributes.class,
      GenericClassMethods.class
    },
    basicSize = 128)
class PyFuture extends PyInstance implements Finalizers.Watched {
  static final PyType TYPE = PyType.builtin(new PyFutureTable());

  static {
    TYPE.seeToEnd();
  }

  static final int PENDING = 0;
  static final int CANCELLED = 1;
  static final int FINISHED = 2;

  /** Someone to be told, and in which context. */
  record Callback(PyObject function, PyObject context) {}

  final AsyncioState home;

  /** Null before {@code __init__}. */
  PyObject loop;

  int state;

  /** Whether an iterator has just yielded this future to the task that runs it. */
  boolean blocking;

  PyObject result;
  PyBaseException exception;
  PyObject sourceTraceback;
  PyObject cancelMessage;

  /** What cancelled it, to be raised once. */
  PyBaseException cancelledBy;

  private PyTraceback traceback;
  private boolean logsTraceback;

  /** The first to be told; nearly always the only one. */
  private Callback first;

  /** The others, or null. */
  private List<Callback> others;

  private Object watch;
  private int place;

  PyFuture(PyType cls, AsyncioState home) {
    super(cls);
    this.home = home;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
    return new PyFuture(cls, AsyncioState.of(thread.interpreter));
  }

  /** {@code Future.__init__}. */
  final void start(ThreadState thread, PyObject given) {
    loop = null;
    first = null;
    others = null;
    result = null;
    exception = null;
    traceback = null;
    sourceTraceback = null;
    cancelMessage = null;
    cancelledBy = null;
    state = PENDING;
    logsTraceback = false;
    blocking = false;
    loop = given == null || given == PyNone.NONE ? home.eventLoop(thread) : given;
    if (Objects.isTrue(LoopCalls.getDebug(loop))) {
      sourceTraceback = home.extractStack.call();
    }
  }

  final void checkStarted() {
    if (loop == null) {
      throw Errors.runtimeError("Future object is not initialized.");
    }
  }

  final boolean isExact() {
    PyType type = type();
    return type == TYPE || type == PyTask.TYPE;
  }

  // ---- who waits

  /** Has a function called with this future once it is done. */
  final void addCallback(PyObject function, PyObject context) {
    checkStarted();
    if (state != PENDING) {
      LoopCalls.callSoon(loop, function, this, context);
    } else if (first == null && others == null) {
      first = new Callback(function, context);
    } else {
      if (others == null) {
        others = new ArrayList<>();
      }
      others.add(new Callback(function, context));
    }
  }

  /** What else is to be done when there is a result, an exception, or a cancellation. */
  void ended() {}

  private void tellAll() {
    if (place != 0 || watch != null) {
      Finalizers.forget(ThreadState.current(), this);
    }
    ended();
    Callback only = first;
    List<Callback> rest = others;
    first = null;
    others = null;
    if (only != null) {
      LoopCalls.callSoon(loop, only.function, this, only.context);
    }
    if (rest != null) {
      for (Callback one : rest) {
        LoopCalls.callSoon(loop, one.function, this, one.context);
      }
    }
  }

  /** Removes a function wherever it is among the callbacks; comparing may change them. */
  final int removeCallback(PyObject function) {
    int removed = 0;
    Callback before = first;
    if (before != null && Comparison.same(before.function, function)) {
      first = null;
      removed++;
    }
    List<Callback> rest = others;
    if (rest == null) {
      return removed;
    }
    List<Callback> kept = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      Callback one = rest.get(i);
      if (Comparison.same(one.function, function)) {
        removed++;
      } else {
        kept.add(one);
      }
    }
    if (others != null) {
      others = kept.isEmpty() ? null : kept;
    }
    return removed;
  }

  /** All callbacks in order. */
  final List<Callback> callbacks() {
    List<Callback> all = new ArrayList<>();
    if (first != null) {
      all.add(first);
    }
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }

  // ---- the end

  private void checkPending() {
    if (state != PENDING) {
      throw home.invalidState("invalid state");
    }
  }

  final void finish(PyObject value) {
    checkStarted();
    checkPending();
    result = value;
    state = FINISHED;
    tellAll();
  }

  final void fail(ThreadState thread, PyObject given) {
    checkStarted();
    checkPending();
    PyObject made = given;
    if (given instanceof PyType cls && cls.isSubtypeOf(PyExceptions.BaseException)) {
      made = cls.call();
      checkPending();
    }
    if (!(made instanceof PyBaseException raised)) {
      throw Errors.typeError("invalid exception object");
    }
    if (raised.type() == PyStopIteration.TYPE) {
      throw Errors.typeError(
          "StopIteration interacts badly with generators and cannot be raised into a Future");
    }
    exception = raised;
    traceback = raised.traceback() instanceof PyTraceback where ? where : null;
    state = FINISHED;
    tellAll();
    logsTraceback = true;
    watchOver(thread);
  }

  /** {@code Future.cancel}: false when it was done. */
  final boolean cancelNow(PyObject message) {
    checkStarted();
    logsTraceback = false;
    if (state != PENDING) {
      return false;
    }
    state = CANCELLED;
    cancelMessage = message;
    tellAll();
    return true;
  }

  /** What to raise in whoever waits for a cancelled future. */
  final PyBaseException takeCancelled() {
    PyBaseException saved = cancelledBy;
    if (saved != null) {
      cancelledBy = null;
      return saved;
    }
    PyObject made =
        cancelMessage == null || cancelMessage == PyNone.NONE
            ? home.cancelled().call()
            : home.cancelled().call(cancelMessage);
    return (PyBaseException) made;
  }

  /** The exception that {@link #resultOrRaise} is to raise, or null when there is a result. */
  final PyException failure() {
    if (state == FINISHED) {
      logsTraceback = false;
      if (exception == null) {
        return null;
      }
      exception.setTraceback(traceback);
      traceback = null;
      return new PyException(exception);
    }
    return state == CANCELLED
        ? Errors.raised(takeCancelled())
        : home.invalidState("Result is not set.");
  }

  final PyObject resultOrRaise() {
    PyException failure = failure();
    if (failure != null) {
      throw Errors.raised(failure.value());
    }
    return result;
  }

  final boolean logsTraceback() {
    return logsTraceback;
  }

  final void logNothing() {
    logsTraceback = false;
  }

  // ---- when it is dropped

  /** Has {@link #drop} called; instances of classes with a {@code __del__} of their own are watched in the common way. */
  final void watchOver(ThreadState thread) {
    if (!type().finalizes()) {
      Finalizers.watchLater(thread, this);
    }
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
  public final boolean isDone() {
    return state != PENDING && !logsTraceback;
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
  public final void drop() {
    lastWords();
  }

  /** {@code __del__}: tells the loop of what nobody has seen. */
  void lastWords() {
    if (!logsTraceback) {
      return;
    }
    logsTraceback = false;
    PyDict context = new PyDict();
    context.put(
        PyStr.interned("message"),
        PyStr.of(type().name() + " exception was never retrieved"));
    context.put(PyStr.interned("exception"), exception == null ? PyNone.NONE : exception);
    context.put(PyStr.interned("future"), this);
    tellLoop(context);
  }

  final void tellLoop(PyDict context) {
    if (sourceTraceback != null) {
      context.put(PyStr.interned("source_traceback"), sourceTraceback);
    }
    try {
      LoopCalls.callExceptionHandler(loop, context);
    } catch (PyException e) {
      Unraisable.report(e, null, this);
    }
  }
}
