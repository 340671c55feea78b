package org.krait.runtime.execution;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyMethodDescriptor;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * {@code sys.settrace} and {@code sys.setprofile}: functions that are told of events with the frame.
 *
 * <p>They are the last two tools of {@link Monitoring}, which wants events for them as long as any
 * thread has such a function.
 */
public final class Tracing {
  private static final int TRACED =
      1 << Monitoring.PY_START
          | 1 << Monitoring.PY_RESUME
          | 1 << Monitoring.PY_RETURN
          | 1 << Monitoring.PY_YIELD
          | 1 << Monitoring.RAISE
          | 1 << Monitoring.LINE
          | 1 << Monitoring.JUMP
          | 1 << Monitoring.BRANCH
          | 1 << Monitoring.PY_UNWIND
          | 1 << Monitoring.PY_THROW
          | 1 << Monitoring.STOP_ITERATION
          | 1 << Monitoring.EXCEPTION_HANDLED;
  private static final int PROFILED =
      1 << Monitoring.PY_START
          | 1 << Monitoring.PY_RESUME
          | 1 << Monitoring.PY_RETURN
          | 1 << Monitoring.PY_YIELD
          | 1 << Monitoring.CALL
          | 1 << Monitoring.PY_UNWIND
          | 1 << Monitoring.PY_THROW;

  private static final PyStr CALL = PyStr.interned("call");
  private static final PyStr RETURN = PyStr.interned("return");
  private static final PyStr LINE = PyStr.interned("line");
  private static final PyStr EXCEPTION = PyStr.interned("exception");
  private static final PyStr OPCODE = PyStr.interned("opcode");
  private static final PyStr C_CALL = PyStr.interned("c_call");
  private static final PyStr C_RETURN = PyStr.interned("c_return");
  private static final PyStr C_EXCEPTION = PyStr.interned("c_exception");

  private Tracing() {}

  /** {@code sys.settrace} for a thread; null for no function. */
  public static void setTrace(ThreadState thread, PyObject function) {
    thread.interpreter.finishStart();
    thread.traceFunction = function;
    renew(thread.interpreter);
  }

  /** {@code sys.setprofile} for a thread; null for no function. */
  public static void setProfile(ThreadState thread, PyObject function) {
    thread.interpreter.finishStart();
    thread.profileFunction = function;
    renew(thread.interpreter);
  }

  /** Wants events while some thread has a function for them; to be called when one is set or lost. */
  public static void renew(Interpreter interpreter) {
    boolean traced = false;
    boolean profiled = false;
    for (ThreadState thread : interpreter.threads()) {
      traced |= thread.traceFunction != null;
      profiled |= thread.profileFunction != null;
    }
    if (!traced && !profiled && interpreter.monitoring == null) {
      return;
    }
    Monitoring monitoring = Monitoring.of(interpreter);
    int traceEvents =
        interpreter.tracesOpcodes ? TRACED | 1 << Monitoring.INSTRUCTION : TRACED;
    monitoring.setEvents(Monitoring.TRACE, traced ? traceEvents : 0);
    monitoring.setEvents(Monitoring.PROFILE, profiled ? PROFILED : 0);
  }

  /** Tells the trace function of a thread of an event; true when it wants no more of this. */
  static boolean trace(ThreadState thread, PyFrame frame, int event, PyObject[] args) {
    if (thread.traceFunction == null) {
      return false;
    }
    switch (event) {
      case Monitoring.PY_START, Monitoring.PY_RESUME, Monitoring.PY_THROW ->
          callTrace(thread, frame, CALL, PyNone.NONE);
      case Monitoring.PY_RETURN, Monitoring.PY_YIELD -> callTrace(thread, frame, RETURN, args[2]);
      case Monitoring.PY_UNWIND -> callTrace(thread, frame, RETURN, PyNone.NONE);
      case Monitoring.RAISE, Monitoring.STOP_ITERATION -> {
        PyBaseException e = (PyBaseException) args[2];
        callTrace(thread, frame, EXCEPTION, PyTuple.of(e.type(), e, e.traceback()));
      }
      case Monitoring.LINE -> traceLine(thread, frame);
      case Monitoring.JUMP -> {
        return traceJump(thread, frame, args);
      }
      case Monitoring.INSTRUCTION -> {
        if (frame.extras != null && frame.extras.traceOpcodes) {
          callTrace(thread, frame, OPCODE, PyNone.NONE);
        }
      }
      default -> {}
    }
    return false;
  }

  private static void traceLine(ThreadState thread, PyFrame frame) {
    if (frame.extras == null || frame.extras.traceLines) {
      callTrace(thread, frame, LINE, PyNone.NONE);
    }
  }

  /** A jump back within one line is a line event too. */
  private static boolean traceJump(ThreadState thread, PyFrame frame, PyObject[] args) {
    int from = (int) (((PyLong) args[1]).value / 2);
    int to = (int) (((PyLong) args[2]).value / 2);
    PyCode code = frame.code;
    if (to > from || code.lineAt(from) != code.lineAt(to)) {
      return true;
    }
    if (code.lineAt(to) > 0) {
      traceLine(thread, frame);
    }
    return false;
  }

  /** A new frame is shown to the thread's function, everything else to what that returned for it. */
  private static void callTrace(ThreadState thread, PyFrame frame, PyStr what, PyObject arg) {
    PyObject callback = what == CALL ? thread.traceFunction : traceOf(frame);
    if (callback == null) {
      return;
    }
    PyObject result;
    try {
      result = callBack(frame, callback, what, arg);
    } catch (PyException e) {
      setTrace(thread, null);
      if (frame.extras != null) {
        frame.extras.trace = null;
      }
      throw e;
    }
    if (result != PyNone.NONE) {
      FrameMethods.extras(frame).trace = result;
    }
  }

  private static PyObject traceOf(PyFrame frame) {
    return frame.extras == null ? null : frame.extras.trace;
  }

  private static PyObject callBack(PyFrame frame, PyObject callback, PyStr what, PyObject arg) {
    FrameLocals.refresh(frame);
    try {
      return callback.call(frame, what, arg);
    } finally {
      FrameLocals.writeBack(frame);
    }
  }

  /** Tells the profile function of a thread of an event; true when it wants no more of this. */
  static boolean profile(ThreadState thread, PyFrame frame, int event, PyObject[] args) {
    if (thread.profileFunction == null) {
      return false;
    }
    switch (event) {
      case Monitoring.PY_START, Monitoring.PY_RESUME, Monitoring.PY_THROW ->
          callProfile(thread, frame, CALL, PyNone.NONE);
      case Monitoring.PY_RETURN, Monitoring.PY_YIELD -> callProfile(thread, frame, RETURN, args[2]);
      case Monitoring.PY_UNWIND -> callProfile(thread, frame, RETURN, PyNone.NONE);
      case Monitoring.CALL -> profileNative(thread, frame, C_CALL, args);
      case Monitoring.C_RETURN -> profileNative(thread, frame, C_RETURN, args);
      case Monitoring.C_RAISE -> profileNative(thread, frame, C_EXCEPTION, args);
      default -> {}
    }
    return false;
  }

  /** Only builtin functions and methods are told of, the latter bound to what they are called on. */
  private static void profileNative(
      ThreadState thread, PyFrame frame, PyStr what, PyObject[] args) {
    PyObject callable = args[2];
    if (callable instanceof PyBuiltinFunction) {
      callProfile(thread, frame, what, callable);
    } else if (callable instanceof PyMethodDescriptor && args[3] != Monitoring.MISSING) {
      callProfile(thread, frame, what, Attributes.bind(callable, args[3], args[3].type()));
    }
  }

  private static void callProfile(ThreadState thread, PyFrame frame, PyStr what, PyObject arg) {
    try {
      callBack(frame, thread.profileFunction, what, arg);
    } catch (PyException e) {
      setProfile(thread, null);
      throw e;
    }
  }
}
