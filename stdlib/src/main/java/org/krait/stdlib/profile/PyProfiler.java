package org.krait.stdlib.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Signature;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.execution.Monitoring;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _lsprof.Profiler}: keeps the times of functions while it is enabled. */
@BuiltinType(
    name = "Profiler",
    module = "_lsprof",
    heapType = true,
    doc = "Measures how often functions are called and how long they run.",
    basicSize = 88)
final class PyProfiler extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyProfilerTable());

  private static final int TOOL = 2;
  private static final Signature INIT =
      new Signature(
          "Profiler", "Profiler", null, 0, 4, 0, 0, 0, "timer", "timeunit", "subcalls", "builtins");
  private static final Signature ENABLE =
      new Signature("enable", "enable", null, 0, 2, 0, 0, 0, "subcalls", "builtins");

  /** The callback of each event that is wanted, by the number of the event. */
  private static final Map<Integer, String> CALLBACKS =
      Map.of(
          Monitoring.PY_START, "_pystart_callback",
          Monitoring.PY_RESUME, "_pystart_callback",
          Monitoring.PY_THROW, "_pystart_callback",
          Monitoring.PY_RETURN, "_pyreturn_callback",
          Monitoring.PY_YIELD, "_pyreturn_callback",
          Monitoring.PY_UNWIND, "_pyreturn_callback",
          Monitoring.CALL, "_ccall_callback",
          Monitoring.C_RETURN, "_creturn_callback",
          Monitoring.C_RAISE, "_creturn_callback");

  /** The ends of calls of builtins come with their beginnings and are not asked for. */
  private static final int EVENTS =
      1 << Monitoring.PY_START
          | 1 << Monitoring.PY_RESUME
          | 1 << Monitoring.PY_THROW
          | 1 << Monitoring.PY_RETURN
          | 1 << Monitoring.PY_YIELD
          | 1 << Monitoring.PY_UNWIND
          | 1 << Monitoring.CALL;

  /** A call that is under way. */
  private static final class Call {
    final CallTimes.Entry entry;
    final Object key;
    final Call caller;
    long start;
    long inCallees;

    Call(CallTimes.Entry entry, Object key, Call caller) {
      this.entry = entry;
      this.key = key;
      this.caller = caller;
    }
  }

  private final Map<Object, CallTimes.Entry> entries = new LinkedHashMap<>();
  private Call current;
  private PyObject timer;
  private double unit;
  private boolean subcalls = true;
  private boolean builtins = true;
  private boolean enabled;

  private PyProfiler(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyProfiler(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    PyObject[] values = INIT.bind(args, names);
    timer = values[0] == PyNone.NONE ? null : values[0];
    unit = values[1] == null ? 0 : Arguments.toDouble(values[1]);
    setOptions(values[2], values[3]);
  }

  private void setOptions(PyObject withSubcalls, PyObject withBuiltins) {
    subcalls = withSubcalls == null ? subcalls : Arguments.toInt(withSubcalls) != 0;
    builtins = withBuiltins == null ? builtins : Arguments.toInt(withBuiltins) != 0;
  }

  // ---- switches

  private static PyObject monitoring(String function) {
    PyObject module =
        ThreadState.current().interpreter.sysDict().get(PyStr.interned("monitoring"));
    return Attributes.get(module, function);
  }

  @Method(
      value = "enable(self, /, *args, **kwargs)",
      textSignature = false,
      doc = "Begins to measure.")
  void enable(PyObject[] args, PyStr[] names) {
    PyObject[] values = ENABLE.bind(args, names);
    try {
      monitoring("use_tool_id").call(PyLong.of(TOOL), PyStr.of("cProfile"));
    } catch (PyException e) {
      throw e.is(PyExceptions.ValueError)
          ? Errors.valueError("Another profiling tool is already active")
          : e;
    }
    setOptions(values[0], values[1]);
    for (Map.Entry<Integer, String> wanted : CALLBACKS.entrySet()) {
      register(1 << wanted.getKey(), Attributes.get(this, wanted.getValue()));
    }
    enabled = true;
    monitoring("set_events").call(PyLong.of(TOOL), PyLong.of(EVENTS));
  }

  private static void register(int event, PyObject callback) {
    monitoring("register_callback").call(PyLong.of(TOOL), PyLong.of(event), callback);
  }

  @Method(value = "disable(self, /)", textSignature = false, doc = "Ends measuring.")
  void disable() {
    if (enabled) {
      monitoring("set_events").call(PyLong.of(TOOL), PyLong.ZERO);
      for (int event : CALLBACKS.keySet()) {
        register(1 << event, PyNone.NONE);
      }
      monitoring("free_tool_id").call(PyLong.of(TOOL));
      enabled = false;
    }
    while (current != null) {
      leave(current.key);
    }
  }

  @Method(value = "clear(self, /)", textSignature = false, doc = "Forgets all times.")
  void clear() {
    entries.clear();
    current = null;
  }

  @Method(value = "getstats(self, /)", doc = "The times of each function, as a list.")
  PyObject stats() {
    return ProfileStats.list(entries.values(), timer == null ? 1e-9 : unit > 0 ? unit : 1);
  }

  // ---- events

  private long now() {
    if (timer == null) {
      return System.nanoTime();
    }
    try {
      PyObject time = timer.call();
      return unit > 0
          ? Arguments.index(time).longValue()
          : time instanceof PyFloat number
              ? (long) number.doubleValue()
              : Arguments.index(time).longValue();
    } catch (PyException e) {
      Unraisable.report(e, null, timer);
      return 0;
    }
  }

  private void enter(Object key, PyObject function) {
    CallTimes.Entry entry = entries.computeIfAbsent(key, k -> new CallTimes.Entry(function));
    Call call = new Call(entry, key, current);
    entry.depth++;
    if (subcalls && current != null) {
      current.entry.callee(key, entry.function).depth++;
    }
    current = call;
    call.start = now();
  }

  private void leave(Object key) {
    Call call = current;
    if (call == null) {
      return;
    }
    long time = now() - call.start;
    long own = time - call.inCallees;
    current = call.caller;
    if (current != null) {
      current.inCallees += time;
    }
    CallTimes.Entry entry = entries.get(key);
    if (entry == null || entry.depth == 0) {
      return;
    }
    entry.add(time, own);
    if (subcalls && current != null) {
      CallTimes callee = current.entry.callee(key, entry.function);
      if (callee.depth > 0) {
        callee.add(time, own);
      }
    }
  }

  @Method(value = "_pystart_callback(self, /, *args)", textSignature = false)
  void pyStart(PyObject[] args) {
    enter(args[0], args[0]);
  }

  @Method(value = "_pyreturn_callback(self, /, *args)", textSignature = false)
  void pyReturn(PyObject[] args) {
    leave(args[0]);
  }

  @Method(value = "_ccall_callback(self, /, *args)", textSignature = false)
  void cCall(PyObject[] args) {
    BuiltinKey key = builtins ? BuiltinKey.of(args[2], args[3]) : null;
    if (key != null) {
      enter(key, ProfileStats.shown(args[2]));
    }
  }

  @Method(value = "_creturn_callback(self, /, *args)", textSignature = false)
  void cReturn(PyObject[] args) {
    BuiltinKey key = builtins ? BuiltinKey.of(args[2], args[3]) : null;
    if (key != null) {
      leave(key);
    }
  }

  /** What makes a builtin function the same as another: its place in its table. */
  private record BuiltinKey(Object table, int id) {
    /** Null for what is no builtin function and no method of a builtin type. */
    static BuiltinKey of(PyObject callable, PyObject first) {
      if (callable instanceof PyBuiltinFunction function) {
        return new BuiltinKey(function.table(), function.id());
      }
      if (callable instanceof PyMethodDescriptor method && first != Monitoring.MISSING) {
        return new BuiltinKey(method.table(), method.id());
      }
      return null;
    }
  }
}
