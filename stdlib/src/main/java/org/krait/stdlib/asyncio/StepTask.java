package org.krait.stdlib.asyncio;

import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeAwaitable;
import org.krait.runtime.execution.PyCoroutine;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.Resumable;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStopIteration;
import org.krait.runtime.types.PyStr;

/** Runs the coroutine of a task until it awaits, and sees to what it awaits or how it ended. */
final class StepTask {
  private static final PyStr SEND = PyStr.interned("send");
  private static final PyStr THROW = PyStr.interned("throw");
  private static final PyStr RESULT = PyStr.interned("result");
  private static final PyStr BLOCKING = PyStr.interned("_asyncio_future_blocking");
  private static final PyStr ADD_DONE_CALLBACK = PyStr.interned("add_done_callback");
  private static final PyStr GET_LOOP = PyStr.interned("get_loop");
  private static final PyStr LOOP = PyStr.interned("_loop");
  private static final PyStr[] CONTEXT = {PyStr.interned("context")};

  private StepTask() {}

  /** A step as the loop's running task; the exception, if any, is raised in the coroutine. */
  static void run(ThreadState thread, PyTask task, PyBaseException raised) {
    PyObject loop = task.loop;
    AsyncioState home = task.home;
    home.enter(loop, task.loopHash, task);
    try {
      step(thread, task, raised);
    } catch (PyException e) {
      try {
        home.leave(loop, task.loopHash, task);
      } catch (PyException second) {
        second.value().setContext(e.value());
        throw second;
      }
      throw e;
    }
    home.leave(loop, task.loopHash, task);
  }

  /** The future that a task awaits is done: raises its exception in the coroutine, or goes on. */
  static void wakeUp(ThreadState thread, PyTask task, PyObject future) {
    PyBaseException raised = null;
    if (future instanceof PyFuture known && known.isExact()) {
      PyException failure = known.failure();
      raised = failure == null ? null : failure.value();
    } else {
      try {
        Attributes.callMethod(future, RESULT);
      } catch (PyException e) {
        raised = e.value();
      }
    }
    run(thread, task, raised);
  }

  static void step(ThreadState thread, PyTask task, PyBaseException given) {
    if (task.state != PyFuture.PENDING) {
      throw task.home.invalidState(
          "_step(): already done: %s %s",
          Objects.repr(task), given == null ? "None" : Objects.repr(given));
    }
    PyBaseException raised = given;
    if (task.mustCancel) {
      if (raised == null || !raised.type().isSubtypeOf(task.home.cancelled())) {
        raised = task.takeCancelled();
      }
      task.mustCancel = false;
    }
    task.waiter = null;
    PyObject coroutine = task.coroutine;
    if (coroutine == null) {
      throw Errors.runtimeError("uninitialized Task object");
    }
    PyObject yielded;
    try {
      yielded = resume(task, coroutine, raised);
    } catch (PyException e) {
      end(thread, task, e);
      return;
    }
    if (yielded != null) {
      await(task, yielded);
    }
  }

  /** Goes on with the coroutine; what it yields, or null when the task has its result. */
  private static PyObject resume(PyTask task, PyObject coroutine, PyBaseException raised) {
    if (!(coroutine instanceof PyCoroutine) && !(coroutine instanceof PyGenerator)) {
      return resumeOther(task, coroutine, raised);
    }
    Resumable frame = (Resumable) coroutine;
    PyObject yielded;
    if (raised != null) {
      yielded = frame.raise(raised);
    } else if (!frame.isDone()) {
      yielded = frame.resume(PyNone.NONE);
    } else if (coroutine instanceof PyCoroutine) {
      throw Errors.runtimeError("cannot reuse already awaited coroutine");
    } else {
      yielded = null;
    }
    if (yielded == null) {
      finish(task, frame.takeResult());
    }
    return yielded;
  }

  private static PyObject resumeOther(PyTask task, PyObject coroutine, PyBaseException raised) {
    try {
      if (raised != null) {
        return Attributes.callMethod(coroutine, THROW, raised);
      }
      if (coroutine instanceof NativeAwaitable awaitable) {
        PyObject yielded = awaitable.step(PyNone.NONE);
        if (yielded == null) {
          finish(task, awaitable.takeResult());
        }
        return yielded;
      }
      if (coroutine.type().special(Special.NEXT) == null) {
        return Attributes.callMethod(coroutine, SEND, PyNone.NONE);
      }
      return SpecialCalls.nextOrThrow(coroutine);
    } catch (PyException e) {
      if (!(e.value() instanceof PyStopIteration stop)) {
        throw e;
      }
      finish(task, stop.value());
      return null;
    }
  }

  private static void finish(PyTask task, PyObject result) {
    if (task.mustCancel) {
      task.mustCancel = false;
      task.cancelNow(task.cancelMessage);
    } else {
      task.finish(result);
    }
  }

  /** The coroutine ended with an exception. */
  private static void end(ThreadState thread, PyTask task, PyException e) {
    if (e.is(task.home.cancelled())) {
      task.cancelledBy = e.value();
      task.cancelNow(null);
      return;
    }
    task.fail(thread, e.value());
    if (e.is(PyExceptions.KeyboardInterrupt) || e.is(PyExceptions.SystemExit)) {
      throw e;
    }
  }

  /** The coroutine yielded something: waits for that. */
  private static void await(PyTask task, PyObject yielded) {
    if (yielded == task) {
      fail(task, "Task cannot await on itself: %s", Objects.repr(task));
      return;
    }
    if (yielded instanceof PyFuture future && future.isExact()) {
      if (future.loop != task.loop) {
        failForLoop(task, yielded);
      } else if (!future.blocking) {
        failForYield(task, yielded);
      } else {
        future.blocking = false;
        future.addCallback(task.wakeup(), task.context);
        waitFor(task, yielded);
      }
      return;
    }
    if (yielded == PyNone.NONE) {
      task.stepSoon(null);
      return;
    }
    PyObject blocking = Attributes.getOrNull(yielded, BLOCKING);
    if (blocking != null && blocking != PyNone.NONE) {
      awaitOther(task, yielded, blocking);
    } else if (yielded.getClass() == PyGenerator.class) {
      fail(
          task,
          "yield was used instead of yield from for generator in task %s with %s",
          Objects.repr(task),
          Objects.repr(yielded));
    } else {
      fail(task, "Task got bad yield: %s", Objects.repr(yielded));
    }
  }

  /** A future of another class. */
  private static void awaitOther(PyTask task, PyObject future, PyObject blocking) {
    boolean blocks = Objects.isTrue(blocking);
    if (loopOf(future) != task.loop) {
      failForLoop(task, future);
    } else if (!blocks) {
      failForYield(task, future);
    } else {
      Attributes.set(future, BLOCKING, PyBool.FALSE);
      PyObject[] args = {task.wakeup(), task.context};
      Attributes.callMethod(future, ADD_DONE_CALLBACK, args, CONTEXT);
      waitFor(task, future);
    }
  }

  private static PyObject loopOf(PyObject future) {
    PyObject getLoop = Attributes.getOrNull(future, GET_LOOP);
    return getLoop == null ? Attributes.get(future, LOOP) : getLoop.call();
  }

  private static void waitFor(PyTask task, PyObject future) {
    task.waiter = future;
    if (task.mustCancel && PyTask.cancel(future, task.cancelMessage)) {
      task.mustCancel = false;
    }
  }

  private static void failForLoop(PyTask task, PyObject future) {
    fail(
        task,
        "Task %s got Future %s attached to a different loop",
        Objects.repr(task),
        Objects.repr(future));
  }

  private static void failForYield(PyTask task, PyObject future) {
    fail(
        task,
        "yield was used instead of yield from in task %s with %s",
        Objects.repr(task),
        Objects.repr(future));
  }

  private static void fail(PyTask task, String format, Object... args) {
    task.stepSoon(Errors.runtimeError(format, args).value());
  }
}
