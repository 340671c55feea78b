package org.krait.stdlib.asyncio;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Holder;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.context.PyContext;

/** {@code asyncio.Task}: a coroutine that is run step by step, and the future of its result. */
@BuiltinType(
    name = "Task",
    module = "_asyncio",
    base = PyFuture.class,
    heapType = true,
    instanceDict = true,
    weakReferences = true,
    parts = {
      FutureMethods.class,
      TaskMethods.class,
      TaskAttributes.class,
      FutureAttributes.class,
      GenericClassMethods.class
    },
    basicSize = 176)
final class PyTask extends PyFuture implements Holder {
  static final PyType TYPE = PyType.builtin(new PyTaskTable());

  private static final PyStr CANCEL = PyStr.interned("cancel");
  private static final PyStr[] MESSAGE = {PyStr.interned("msg")};
  private static final WakeupTable WAKEUP = new WakeupTable();

  /** Null before {@code __init__}, and behind an eager start that came to the end. */
  PyObject coroutine;

  PyObject context;

  /** The hash of the loop. */
  long loopHash;

  /** Null until somebody asks for one that was not given. */
  private PyObject name;

  private long number;

  /** The future that the coroutine awaits, or null. */
  PyObject waiter;

  boolean mustCancel;
  boolean logsDestruction = true;
  int cancelRequests;
  private PyObject wakeup;

  /** The place among the {@link PyScheduledTasks}, or null. */
  PyScheduledTasks.Entry entry;

  private PyTask(PyType cls, AsyncioState home) {
    super(cls, home);
  }

  @Override
  public PyObject[] held(int limit) {
    return new PyObject[] {coroutine};
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
    return new PyTask(cls, AsyncioState.of(thread.interpreter));
  }

  /** {@code Task.__init__}. */
  void start(
      ThreadState thread,
      PyObject coro,
      PyObject givenLoop,
      PyObject givenName,
      PyObject givenContext,
      boolean eager) {
    start(thread, givenLoop);
    if (!home.isCoroutine(coro)) {
      logsDestruction = false;
      throw Errors.typeError("a coroutine was expected, got %s", Objects.repr(coro));
    }
    context = givenContext == PyNone.NONE ? PyContext.current(thread).copy() : givenContext;
    waiter = null;
    mustCancel = false;
    logsDestruction = true;
    cancelRequests = 0;
    coroutine = coro;
    loopHash = Objects.hash(loop);
    setName(givenName);
    watchOver(thread);
    if (eager && Objects.isTrue(LoopCalls.isRunning(loop))) {
      startNow(thread);
    } else {
      stepSoon(null);
      home.scheduledTasks.add(this);
    }
  }

  private void setName(PyObject given) {
    if (given == PyNone.NONE) {
      name = null;
      number = home.nextName();
    } else {
      rename(given);
    }
  }

  void rename(PyObject given) {
    name = given.getClass() == PyStr.class ? given : Objects.str(given);
  }

  PyObject name() {
    if (name == null) {
      name = coroutine == null && number == 0 ? PyNone.NONE : PyStr.of("Task-" + number);
    }
    return name;
  }

  /** Takes the first step at once, in the place of the task that is running. */
  private void startNow(ThreadState thread) {
    PyObject before = home.swap(loop, this);
    home.eagerTasks.add(this);
    if (!(context instanceof PyContext entered)) {
      throw Errors.typeError("an instance of Context was expected");
    }
    entered.enter(thread);
    try {
      StepTask.step(thread, this, null);
    } finally {
      home.swap(loop, before);
      home.eagerTasks.remove(this);
      entered.leave(thread);
    }
    if (state == PENDING) {
      home.scheduledTasks.add(this);
    } else {
      coroutine = null;
    }
  }

  /** Has the loop take a step, in which the exception (or null for none) is raised. */
  void stepSoon(PyBaseException raised) {
    LoopCalls.callSoon(loop, new PyTaskStep(this, raised), null, context);
  }

  /** What to call when the future is done that the coroutine awaits. */
  PyObject wakeup() {
    if (wakeup == null) {
      wakeup = new PyBuiltinFunction(WAKEUP, 0, this);
    }
    return wakeup;
  }

  /** {@code Task.cancel}. */
  boolean requestCancel(PyObject message) {
    logNothing();
    if (state != PENDING) {
      return false;
    }
    cancelRequests++;
    if (waiter != null && cancel(waiter, message)) {
      return true;
    }
    mustCancel = true;
    cancelMessage = message;
    return true;
  }

  /** {@code future.cancel(msg=message)}. */
  static boolean cancel(PyObject future, PyObject message) {
    if (future.type() == PyFuture.TYPE) {
      return ((PyFuture) future).cancelNow(message);
    }
    if (future.type() == TYPE) {
      return ((PyTask) future).requestCancel(message);
    }
    PyObject[] args = {message == null ? PyNone.NONE : message};
    return Objects.isTrue(Attributes.callMethod(future, CANCEL, args, MESSAGE));
  }

  /** It is not a scheduled task any more. */
  void leave() {
    if (entry != null) {
      home.scheduledTasks.leave(entry);
      entry = null;
    }
  }

  @Override
  void ended() {
    leave();
  }

  @Override
  void lastWords() {
    if (state == PENDING && logsDestruction && loop != null) {
      logsDestruction = false;
      PyDict words = new PyDict();
      words.put(PyStr.interned("task"), this);
      words.put(
          PyStr.interned("message"), PyStr.of("Task was destroyed but it is pending!"));
      tellLoop(words);
    }
    super.lastWords();
  }
}
