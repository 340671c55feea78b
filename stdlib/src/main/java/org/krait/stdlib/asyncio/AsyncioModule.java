package org.krait.stdlib.asyncio;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The module {@code _asyncio}. */
@BuiltinModule(
    value = "_asyncio",
    types = {PyFuture.class, PyTask.class},
    doc = "Accelerator module for asyncio")
public final class AsyncioModule implements NativeModule {
  private AsyncioState state;

  @Override
  public void exec(PyModule module) {
    Interpreter interpreter = ThreadState.current().interpreter;
    state = AsyncioState.of(interpreter);
    state.load(interpreter);
    module.dict().put(PyStr.interned("_scheduled_tasks"), state.scheduledTasks);
    module.dict().put(PyStr.interned("_eager_tasks"), state.eagerTasks);
    module.dict().put(PyStr.interned("_current_tasks"), state.currentTasks);
  }

  @Function("_get_running_loop()")
  static PyObject runningLoopOrNone(ThreadState thread) {
    PyObject loop = thread.runningLoop;
    return loop == null ? PyNone.NONE : loop;
  }

  @Function("_set_running_loop(loop, /)")
  static void setRunningLoop(ThreadState thread, PyObject loop) {
    thread.runningLoop = loop == PyNone.NONE ? null : loop;
  }

  @Function("get_running_loop()")
  static PyObject runningLoop(ThreadState thread) {
    PyObject loop = thread.runningLoop;
    if (loop == null) {
      throw Errors.runtimeError("no running event loop");
    }
    return loop;
  }

  @Function("get_event_loop()")
  PyObject eventLoop(ThreadState thread) {
    return state.eventLoop(thread);
  }

  @Function("current_task(loop=None)")
  PyObject currentTask(ThreadState thread, PyObject loop) {
    PyObject home = loop == null || loop == PyNone.NONE ? runningLoop(thread) : loop;
    PyObject task = state.currentTasks.get(home);
    return task == null ? PyNone.NONE : task;
  }

  @Function("_register_task(task)")
  void register(PyObject task) {
    state.scheduledTasks.add(task);
  }

  @Function("_unregister_task(task)")
  void unregister(PyObject task) {
    state.scheduledTasks.discard(task);
  }

  @Function("_register_eager_task(task)")
  void registerEager(PyObject task) {
    state.eagerTasks.add(task);
  }

  @Function("_unregister_eager_task(task)")
  void unregisterEager(PyObject task) {
    state.eagerTasks.remove(task);
  }

  @Function("_enter_task(loop, task)")
  void enter(PyObject loop, PyObject task) {
    state.enter(loop, Objects.hash(loop), task);
  }

  @Function("_leave_task(loop, task)")
  void leave(PyObject loop, PyObject task) {
    state.leave(loop, Objects.hash(loop), task);
  }

  @Function("_swap_current_task(loop, task)")
  PyObject swap(PyObject loop, PyObject task) {
    return state.swap(loop, task);
  }
}
