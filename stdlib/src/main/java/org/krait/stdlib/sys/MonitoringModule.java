package org.krait.stdlib.sys;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.Monitoring;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySimpleNamespace;
import org.krait.runtime.types.PyStr;

/** {@code sys.monitoring} (PEP 669), an attribute of {@code sys} and not importable. */
@BuiltinModule("sys.monitoring")
public final class MonitoringModule implements NativeModule {
  @Value("DEBUGGER_ID")
  static final int DEBUGGER_ID = 0;

  @Value("COVERAGE_ID")
  static final int COVERAGE_ID = 1;

  @Value("PROFILER_ID")
  static final int PROFILER_ID = 2;

  @Value("OPTIMIZER_ID")
  static final int OPTIMIZER_ID = 5;

  private static final int C_RESULTS = 1 << Monitoring.C_RETURN | 1 << Monitoring.C_RAISE;
  private static final int C_CALLS = C_RESULTS | 1 << Monitoring.CALL;

  static PyObject make(ThreadState thread) {
    PyModule module = thread.interpreter.openBuiltin("sys.monitoring");
    module.execute();
    return module;
  }

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("DISABLE"), Monitoring.DISABLE);
    module.dict().put(PyStr.interned("MISSING"), Monitoring.MISSING);
    PySimpleNamespace events = new PySimpleNamespace(PySimpleNamespace.TYPE);
    for (int event = 0; event < Monitoring.EVENTS; event++) {
      events.setOwnAttribute(PyStr.interned(Monitoring.eventName(event)), PyLong.of(1L << event));
    }
    events.setOwnAttribute(PyStr.interned("NO_EVENTS"), PyLong.ZERO);
    module.dict().put(PyStr.interned("events"), events);
  }

  private static Monitoring of(ThreadState thread, int tool) {
    if (tool < 0 || tool >= Monitoring.PROFILE) {
      throw Errors.valueError("invalid tool %d (must be between 0 and 5)", tool);
    }
    return Monitoring.of(thread.interpreter);
  }

  private static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  @Function("use_tool_id(tool_id, name, /)")
  static void useTool(ThreadState thread, int tool, PyObject name) {
    Monitoring monitoring = of(thread, tool);
    if (!(name instanceof PyStr)) {
      throw Errors.valueError("tool name must be a str");
    }
    synchronized (monitoring) {
      if (monitoring.name(tool) != null) {
        throw Errors.valueError("tool %d is already in use", tool);
      }
      monitoring.setName(tool, name);
    }
  }

  @Function("free_tool_id(tool_id, /)")
  static void freeTool(ThreadState thread, int tool) {
    of(thread, tool).setName(tool, null);
  }

  @Function("get_tool(tool_id, /)")
  static PyObject getTool(ThreadState thread, int tool) {
    return orNone(of(thread, tool).name(tool));
  }

  @Function("register_callback(tool_id, event, func, /)")
  static PyObject registerCallback(ThreadState thread, int tool, int event, PyObject function) {
    Monitoring monitoring = of(thread, tool);
    int number = Monitoring.single(event);
    if (number < 0) {
      throw Errors.valueError("The callback can only be set for one event at a time");
    }
    if (number >= Monitoring.EVENTS) {
      throw Errors.valueError("invalid event %d", event);
    }
    AuditHooks.audit("sys.monitoring.register_callback", function);
    return orNone(
        monitoring.setCallback(tool, number, function == PyNone.NONE ? null : function));
  }

  @Function("get_events(tool_id, /)")
  static int getEvents(ThreadState thread, int tool) {
    return of(thread, tool).events(tool);
  }

  @Function("set_events(tool_id, event_set, /)")
  static void setEvents(ThreadState thread, int tool, int events) {
    Monitoring monitoring = of(thread, tool);
    if (events < 0 || events >= 1 << Monitoring.EVENTS) {
      throw Errors.valueError("invalid event set 0x%x", events);
    }
    monitoring.setEvents(tool, withoutResults(events));
  }

  /** The results of calls come with the event of the call and cannot be had alone. */
  private static int withoutResults(int events) {
    if ((events & C_RESULTS) != 0 && (events & C_CALLS) != C_CALLS) {
      throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
    }
    return events & ~C_RESULTS;
  }

  private static PyCode code(PyObject value) {
    if (value instanceof PyCode code) {
      return code;
    }
    throw Errors.typeError("code must be a code object");
  }

  @Function("get_local_events(tool_id, code, /)")
  static int getLocalEvents(ThreadState thread, int tool, PyObject value) {
    PyCode code = code(value);
    return of(thread, tool).localEvents(tool, code);
  }

  @Function("set_local_events(tool_id, code, event_set, /)")
  static void setLocalEvents(ThreadState thread, int tool, PyObject value, int events) {
    PyCode code = code(value);
    Monitoring monitoring = of(thread, tool);
    int wanted = withoutResults(events);
    if (wanted < 0 || wanted >= 1 << Monitoring.INSTRUMENTED) {
      throw Errors.valueError("invalid local event set 0x%x", wanted);
    }
    monitoring.setLocalEvents(tool, code, wanted);
  }

  @Function("restart_events()")
  static void restartEvents(ThreadState thread) {
    Monitoring.of(thread.interpreter).restart();
  }

  /** Which tools, a bit each, want which events of all code. */
  @Function("_all_events()")
  static PyObject allEvents(ThreadState thread) {
    PyDict all = new PyDict();
    Monitoring monitoring = thread.interpreter.monitoring;
    for (int event = 0; monitoring != null && event < Monitoring.UNGROUPED; event++) {
      if (monitoring.globalTools(event) != 0) {
        all.put(PyStr.interned(Monitoring.eventName(event)), PyLong.of(monitoring.globalTools(event)));
      }
    }
    return all;
  }
}
