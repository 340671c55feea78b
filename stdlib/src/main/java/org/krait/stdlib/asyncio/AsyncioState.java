package org.krait.stdlib.asyncio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCoroutine;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;

/** What the tasks and futures of an interpreter share: who runs, and the library's helpers. */
final class AsyncioState {
  private static final PyStr GET_EVENT_LOOP = PyStr.interned("get_event_loop");
  private static final int MOST_TYPES = 100;

  /** The running task of each running loop. */
  final PyDict currentTasks = new PyDict();

  /** Tasks in their first, eager step. */
  final PySet eagerTasks = new PySet();

  /** All others. */
  final PyScheduledTasks scheduledTasks = new PyScheduledTasks();

  PyObject futureRepr;
  PyObject taskRepr;
  PyObject taskGetStack;
  PyObject taskPrintStack;
  PyObject extractStack;
  private PyObject getEventLoopPolicy;
  private PyObject isCoroutine;
  private PyType invalidState;
  private PyType cancelled;
  private final AtomicLong names = new AtomicLong();
  private final Set<PyType> coroutineTypes = ConcurrentHashMap.newKeySet();

  private AsyncioState(Interpreter interpreter) {}

  /** Fetches the helpers; apart from the making, because imports may lead back here. */
  void load(Interpreter interpreter) {
    getEventLoopPolicy = library(interpreter, "asyncio.events", "get_event_loop_policy");
    futureRepr = library(interpreter, "asyncio.base_futures", "_future_repr");
    invalidState = (PyType) library(interpreter, "asyncio.exceptions", "InvalidStateError");
    cancelled = (PyType) library(interpreter, "asyncio.exceptions", "CancelledError");
    taskRepr = library(interpreter, "asyncio.base_tasks", "_task_repr");
    taskGetStack = library(interpreter, "asyncio.base_tasks", "_task_get_stack");
    taskPrintStack = library(interpreter, "asyncio.base_tasks", "_task_print_stack");
    isCoroutine = library(interpreter, "asyncio.coroutines", "iscoroutine");
    extractStack = library(interpreter, "traceback", "extract_stack");
  }

  private static PyObject library(Interpreter interpreter, String module, String name) {
    return Attributes.get(interpreter.importModule(module), name);
  }

  static AsyncioState of(Interpreter interpreter) {
    return interpreter.service(AsyncioState.class, AsyncioState::new);
  }

  PyException invalidState(String format, Object... args) {
    return Errors.make(invalidState, format, args);
  }

  PyType cancelled() {
    return cancelled;
  }

  long nextName() {
    return names.incrementAndGet();
  }

  /** The running loop, or the one that the policy gives. */
  PyObject eventLoop(ThreadState thread) {
    PyObject running = thread.runningLoop;
    return running != null
        ? running
        : Attributes.callMethod(getEventLoopPolicy.call(), GET_EVENT_LOOP);
  }

  /** {@code asyncio.iscoroutine(value)}, which is asked once for each type that it says yes to. */
  boolean isCoroutine(PyObject value) {
    if (value instanceof PyCoroutine || coroutineTypes.contains(value.type())) {
      return true;
    }
    boolean answer = Objects.isTrue(isCoroutine.call(value));
    if (answer && coroutineTypes.size() < MOST_TYPES) {
      coroutineTypes.add(value.type());
    }
    return answer;
  }

  /** A task of a loop, whose hash is given, runs from now on. */
  void enter(PyObject loop, long hash, PyObject task) {
    PyObject running = currentTasks.put(loop, hash, task);
    if (running != null) {
      currentTasks.put(loop, hash, running);
      throw Errors.runtimeError(
          "Cannot enter into task %s while another task %s is being executed.",
          Objects.repr(task), Objects.repr(running));
    }
  }

  /** It no longer does. */
  void leave(PyObject loop, long hash, PyObject task) {
    PyObject running = currentTasks.remove(loop, hash);
    if (running != task) {
      if (running != null) {
        currentTasks.put(loop, hash, running);
      }
      throw Errors.runtimeError(
          "Leaving task %s does not match the current task %s.",
          Objects.repr(task), running == null ? "None" : Objects.repr(running));
    }
  }

  /** Another task, or None for none, is the running one; returns the one before. */
  PyObject swap(PyObject loop, PyObject task) {
    long hash = Objects.hash(loop);
    PyObject before = currentTasks.get(loop, hash);
    if (task != PyNone.NONE) {
      currentTasks.put(loop, hash, task);
    } else if (currentTasks.remove(loop, hash) == null) {
      throw Errors.keyError(loop);
    }
    return before == null ? PyNone.NONE : before;
  }
}
