package org.krait.stdlib.tracemalloc;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** The module {@code _tracemalloc}. Its switches work; traces are always empty. */
@BuiltinModule(
    value = "_tracemalloc",
    doc = "Switches for tracing memory; no allocation is ever traced on this platform.")
public final class TracemallocModule {
  private static final int MOST_FRAMES = 65535;

  private boolean tracing;
  private int limit = 1;

  @Function("is_tracing()")
  boolean isTracing() {
    return tracing;
  }

  @Function("start(nframe=1, /)")
  void start(int frames) {
    if (frames < 1 || frames > MOST_FRAMES) {
      throw Errors.valueError("the number of frames must be in range [1; %d]", MOST_FRAMES);
    }
    if (!tracing) {
      tracing = true;
      limit = frames;
    }
  }

  @Function("stop()")
  void stop() {
    tracing = false;
  }

  @Function("get_traceback_limit()")
  int tracebackLimit() {
    return limit;
  }

  @Function("get_tracemalloc_memory()")
  static int ownMemory() {
    return 0;
  }

  @Function("get_traced_memory()")
  static PyObject tracedMemory() {
    return PyTuple.of(PyLong.ZERO, PyLong.ZERO);
  }

  @Function("reset_peak()")
  static void resetPeak() {}

  @Function("clear_traces()")
  static void clearTraces() {}

  @Function("_get_traces()")
  static PyObject traces() {
    return new PyList();
  }

  @Function("_get_object_traceback(obj, /)")
  static PyObject objectTraceback(PyObject object) {
    return PyNone.NONE;
  }
}
