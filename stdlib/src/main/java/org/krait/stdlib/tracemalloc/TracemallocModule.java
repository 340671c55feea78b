package org.krait.stdlib.tracemalloc;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.Monitoring;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** The module {@code _tracemalloc}. */
@BuiltinModule(
    value = "_tracemalloc",
    doc = "Tells where the objects that are alive were made; sizes are those that they have in CPython.")
public final class TracemallocModule {
  private static final int MOST_FRAMES = 65535;

  /** Null while tracing is off. */
  private Traces traces;

  private int limit = 1;

  @Function("is_tracing()")
  boolean isTracing() {
    return traces != null;
  }

  @Function("start(nframe=1, /)")
  void start(ThreadState thread, int frames) {
    if (frames < 1 || frames > MOST_FRAMES) {
      throw Errors.valueError("the number of frames must be in range [1; %d]", MOST_FRAMES);
    }
    if (traces == null) {
      limit = frames;
      traces = new Traces(frames);
      Monitoring.of(thread.interpreter).setAllocations(traces);
    }
  }

  @Function("stop()")
  void stop(ThreadState thread) {
    if (traces != null) {
      Monitoring.of(thread.interpreter).setAllocations(null);
      traces = null;
    }
  }

  @Function("get_traceback_limit()")
  int tracebackLimit() {
    return limit;
  }

  @Function("get_tracemalloc_memory()")
  long ownMemory() {
    return traces == null ? 0 : traces.ownMemory();
  }

  @Function("get_traced_memory()")
  PyObject tracedMemory(ThreadState thread) {
    if (traces == null) {
      return PyTuple.of(PyLong.ZERO, PyLong.ZERO);
    }
    Finalizers.collect(thread);
    long[] memory = traces.memory();
    return PyTuple.of(PyLong.of(memory[0]), PyLong.of(memory[1]));
  }

  @Function("reset_peak()")
  void resetPeak(ThreadState thread) {
    if (traces != null) {
      Finalizers.collect(thread);
      traces.sweep();
      traces.resetPeak();
    }
  }

  @Function("clear_traces()")
  void clearTraces() {
    if (traces != null) {
      traces.clear();
    }
  }

  @Function("_get_traces()")
  PyObject traces(ThreadState thread) {
    if (traces == null) {
      return new PyList();
    }
    Finalizers.collect(thread);
    traces.sweep();
    return traces.list();
  }

  @Function("_get_object_traceback(obj, /)")
  PyObject objectTraceback(PyObject object) {
    PyObject found = traces == null ? null : traces.whereMade(object);
    return found == null ? PyNone.NONE : found;
  }
}
