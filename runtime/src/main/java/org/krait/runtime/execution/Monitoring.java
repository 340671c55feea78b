package org.krait.runtime.execution;

import org.krait.runtime.Assumption;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.ObjectType;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;

/**
 * Execution events of an interpreter and the tools that want them (PEP 669): {@code sys.monitoring},
 * and below it {@code sys.settrace} and {@code sys.setprofile}.
 *
 * <p>Events up to {@link #STOP_ITERATION} belong to instructions and are written into code objects, see
 * {@link Instrumentation}; code that is behind the {@link #version} is brought up to date when it is
 * entered. The others are raised where frames unwind.
 */
public final class Monitoring {
  public static final int PY_START = 0;
  public static final int PY_RESUME = 1;
  public static final int PY_RETURN = 2;
  public static final int PY_YIELD = 3;
  public static final int CALL = 4;
  public static final int LINE = 5;
  public static final int INSTRUCTION = 6;
  public static final int JUMP = 7;
  public static final int BRANCH = 8;
  public static final int STOP_ITERATION = 9;
  public static final int RAISE = 10;
  public static final int EXCEPTION_HANDLED = 11;
  public static final int PY_UNWIND = 12;
  public static final int PY_THROW = 13;
  public static final int RERAISE = 14;
  public static final int C_RETURN = 15;
  public static final int C_RAISE = 16;

  /** Events that can be set for a code object alone come before this one. */
  public static final int INSTRUMENTED = 10;

  /** Events that can be set by themselves; the others come with {@link #CALL}. */
  public static final int UNGROUPED = 15;

  public static final int EVENTS = 17;

  /** Tools that programs can use come before this one. */
  public static final int PROFILE = 6;

  public static final int TRACE = 7;
  private static final int TOOLS = 8;

  private static final String[] NAMES = {
    "PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP",
    "BRANCH", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE",
    "C_RETURN", "C_RAISE"
  };

  /** What a callback returns to hear no more of an event at an instruction. */
  public static final PyObject DISABLE = new Sentinel();

  /** The first argument of a call that has none. */
  public static final PyObject MISSING = new Sentinel();

  private static final class Sentinel extends PyObject {
    @Override
    public PyType type() {
      return ObjectType.TYPE;
    }
  }

  private final Interpreter interpreter;
  private final PyObject[] names = new PyObject[TOOLS];
  private final PyObject[][] callbacks = new PyObject[TOOLS][EVENTS];
  private final int[] global = new int[UNGROUPED];
  private volatile int version = 1;
  private volatile int restartVersion;
  private volatile boolean on;
  private volatile AllocationWatch allocations;

  private Monitoring(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** The monitoring of an interpreter, made when the first tool asks for it. */
  public static Monitoring of(Interpreter interpreter) {
    interpreter.finishStart();
    synchronized (interpreter) {
      if (interpreter.monitoring == null) {
        interpreter.monitoring = new Monitoring(interpreter);
      }
      return interpreter.monitoring;
    }
  }

  int version() {
    return version;
  }

  int restartVersion() {
    return restartVersion;
  }

  /** Who wants to know of the objects that instructions make, or null. */
  AllocationWatch allocations() {
    return allocations;
  }

  /** Has somebody told of the objects that instructions make; null for nobody. */
  public void setAllocations(AllocationWatch watch) {
    PyList.wantObjects(watch != null);
    synchronized (this) {
      allocations = watch;
      version++;
    }
    spread();
  }

  /** True while some tool wants events of all code, so that all code has to be looked at. */
  public boolean isOn() {
    return on;
  }

  /** The tools, a bit each, that want an event of all code. */
  public int globalTools(int event) {
    return global[event];
  }

  /** Whether an event that unwinding raises is wanted. */
  boolean wants(int event) {
    return global[event] != 0;
  }

  // ---- tools

  /** The name of an event, as in {@code sys.monitoring.events}. */
  public static String eventName(int event) {
    return NAMES[event];
  }

  /** The name under which a tool is in use, or null. */
  public PyObject name(int tool) {
    return names[tool];
  }

  public void setName(int tool, PyObject name) {
    names[tool] = name;
  }

  /** Sets a callback, null for none; returns the one before. */
  public synchronized PyObject setCallback(int tool, int event, PyObject callback) {
    PyObject before = callbacks[tool][event];
    callbacks[tool][event] = callback;
    return before;
  }

  static int eventsOf(int[] tools, int tool) {
    int events = 0;
    for (int event = 0; event < UNGROUPED; event++) {
      events |= (tools[event] >> tool & 1) << event;
    }
    return events;
  }

  static void setEvents(int[] tools, int tool, int events) {
    for (int event = 0; event < UNGROUPED; event++) {
      tools[event] = tools[event] & ~(1 << tool) | (events >> event & 1) << tool;
    }
  }

  /** What a tool wants of all code, an event a bit. */
  public int events(int tool) {
    return eventsOf(global, tool);
  }

  /** Sets what a tool wants of all code. */
  public void setEvents(int tool, int events) {
    checkInUse(tool);
    synchronized (this) {
      if (eventsOf(global, tool) == events) {
        return;
      }
      setEvents(global, tool, events);
      version++;
    }
    spread();
  }

  /** What a tool wants of one code object. */
  public int localEvents(int tool, PyCode code) {
    Instrumentation data = code.instrumentation();
    return data == null ? 0 : data.localEvents(tool);
  }

  public void setLocalEvents(int tool, PyCode code, int events) {
    checkInUse(tool);
    code.instrument().setLocalEvents(this, tool, events);
  }

  private void checkInUse(int tool) {
    if (tool < PROFILE && names[tool] == null) {
      throw Errors.valueError("tool %d is not in use", tool);
    }
  }

  /** Turns on again what callbacks have disabled. */
  public void restart() {
    synchronized (this) {
      restartVersion = version + 1;
      version++;
    }
    spread();
  }

  /** Brings the code of all running frames up to date, and has threads look at the code they enter. */
  private void spread() {
    boolean any = allocations != null;
    for (int tools : global) {
      any |= tools != 0;
    }
    if (any) {
      interpreter.unwatched.invalidate();
    } else if (on) {
      interpreter.unwatched = new Assumption();
    }
    on = any;
    for (ThreadState thread : interpreter.threads()) {
      if (any) {
        thread.pending = true;
      }
      for (PyFrame frame = thread.frame; frame != null; frame = frame.back) {
        bringUpToDate(frame.code);
      }
    }
  }

  /** Rewrites the instructions of a code object when they are behind; whether they were. */
  boolean bringUpToDate(PyCode code) {
    Instrumentation data = code.instrumentation();
    if (data == null && !on) {
      return false;
    }
    data = code.instrument();
    if (!data.isStale(this)) {
      return false;
    }
    data.update(this);
    return true;
  }

  // ---- raising events

  /** Tells tools of an event; {@code args} begin with the code object. */
  void raise(PyFrame frame, int event, int at, int tools, PyObject... args) {
    ThreadState thread = frame.thread;
    if (thread.tracing != 0) {
      return;
    }
    for (int tool = TOOLS - 1; tool >= 0; tool--) {
      if ((tools >> tool & 1) != 0 && tell(thread, frame, tool, event, args)) {
        disable(frame, tool, event, at);
      }
    }
  }

  private void disable(PyFrame frame, int tool, int event, int at) {
    if (event < INSTRUMENTED) {
      frame.code.instrumentation().disable(at, event, 1 << tool);
    } else if (event < UNGROUPED) {
      setCallback(tool, event, null);
      throw Errors.valueError("Cannot disable %s events. Callback removed.", NAMES[event]);
    }
  }

  /** Calls a tool; true when it wants no more of this. */
  private boolean tell(ThreadState thread, PyFrame frame, int tool, int event, PyObject[] args) {
    PyObject callback = callbacks[tool][event];
    if (callback == null && tool < PROFILE) {
      return false;
    }
    int before = thread.event;
    thread.event = event;
    thread.tracing++;
    try {
      return switch (tool) {
        case TRACE -> Tracing.trace(thread, frame, event, args);
        case PROFILE -> Tracing.profile(thread, frame, event, args);
        default -> callback.call(args, null) == DISABLE;
      };
    } finally {
      thread.tracing--;
      thread.event = before;
    }
  }

  static PyObject offset(int unit) {
    return PyLong.of(2L * unit);
  }

  /** An event with an exception; the exception that goes on, which is the callback's if it raised. */
  PyException raise(PyFrame frame, int event, int at, PyException raised) {
    int tools = global[event];
    if (tools == 0 || frame.thread.tracing != 0) {
      return raised;
    }
    bringUpToDate(frame.code);
    PyBaseException value = raised.value();
    try {
      raise(frame, event, at, tools, frame.code, offset(at), value);
      return raised;
    } catch (PyException other) {
      return other;
    }
  }

  /** The event of an event set with one bit, or -1. */
  public static int single(int set) {
    return Integer.bitCount(set) == 1 ? Integer.numberOfTrailingZeros(set) : -1;
  }

  /** The line argument of a line event. */
  static PyInt line(int line) {
    return PyLong.of(line);
  }
}
