package org.krait.stdlib.sys;

import org.krait.annotations.Function;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.Tracing;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyTuple;

/** Trace and profile functions. */
public final class SysTracing {
  private SysTracing() {}

  private static PyObject orNone(PyObject function) {
    return function == null ? PyNone.NONE : function;
  }

  private static PyObject orNull(PyObject function) {
    return function == PyNone.NONE ? null : function;
  }

  /** Traces a call that is made while a trace function runs, as debuggers do. */
  @Function("call_tracing(func, args, /)")
  static PyObject callTracing(ThreadState thread, PyObject function, PyTuple args) {
    int tracing = thread.tracing;
    thread.tracing = 0;
    try {
      return function.call(args.items().clone(), null);
    } finally {
      thread.tracing = tracing;
    }
  }

  @Function("gettrace()")
  static PyObject getTrace(ThreadState thread) {
    return orNone(thread.traceFunction);
  }

  @Function(value = "settrace(function, /)", textSignature = false)
  static void setTrace(ThreadState thread, PyObject function) {
    AuditHooks.audit("sys.settrace");
    Tracing.setTrace(thread, orNull(function));
  }

  @Function("_settraceallthreads(arg, /)")
  static void setTraceEverywhere(ThreadState thread, PyObject function) {
    thread.interpreter.finishStart();
    for (ThreadState each : thread.interpreter.threads()) {
      AuditHooks.audit("sys.settrace");
      each.traceFunction = orNull(function);
    }
    Tracing.renew(thread.interpreter);
  }

  @Function("getprofile()")
  static PyObject getProfile(ThreadState thread) {
    return orNone(thread.profileFunction);
  }

  @Function(value = "setprofile(function, /)", textSignature = false)
  static void setProfile(ThreadState thread, PyObject function) {
    AuditHooks.audit("sys.setprofile");
    Tracing.setProfile(thread, orNull(function));
  }

  @Function("_setprofileallthreads(arg, /)")
  static void setProfileEverywhere(ThreadState thread, PyObject function) {
    thread.interpreter.finishStart();
    for (ThreadState each : thread.interpreter.threads()) {
      AuditHooks.audit("sys.setprofile");
      each.profileFunction = orNull(function);
    }
    Tracing.renew(thread.interpreter);
  }
}
