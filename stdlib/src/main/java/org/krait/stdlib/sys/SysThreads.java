package org.krait.stdlib.sys;

import org.krait.annotations.Function;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** What all threads are doing, and switches of machinery that the Java machine does not have. */
public final class SysThreads {
  private SysThreads() {}

  /** The innermost frame of each thread, as far as it can be seen from here while they run. */
  @Function("_current_frames()")
  static PyObject currentFrames(ThreadState thread) {
    AuditHooks.audit("sys._current_frames");
    PyDict frames = new PyDict();
    for (ThreadState each : thread.interpreter.threads()) {
      PyObject frame = each.frame;
      if (frame != null && each.ident() != 0) {
        frames.put(PyLong.of(each.ident()), frame);
      }
    }
    return frames;
  }

  /** The exception that each thread is handling, or None. */
  @Function("_current_exceptions()")
  static PyObject currentExceptions(ThreadState thread) {
    AuditHooks.audit("sys._current_exceptions");
    PyDict exceptions = new PyDict();
    for (ThreadState each : thread.interpreter.threads()) {
      PyBaseException handled = each.handled.innermost();
      if (each.frame != null && each.ident() != 0) {
        exceptions.put(PyLong.of(each.ident()), handled == null ? PyNone.NONE : handled);
      }
    }
    return exceptions;
  }

  /** Only remembered: no extension module is opened by it. */
  @Function("setdlopenflags(flags, /)")
  static void setDlopenFlags(ThreadState thread, int flags) {
    thread.interpreter.dlopenFlags = flags;
  }

  @Function("getdlopenflags()")
  static int getDlopenFlags(ThreadState thread) {
    return thread.interpreter.dlopenFlags;
  }

  @Function("activate_stack_trampoline(backend, /)")
  static void activateStackTrampoline(String backend) {
    throw Errors.valueError(
        backend.equals("perf") ? "perf trampoline not available" : "invalid backend: " + backend);
  }

  @Function("deactivate_stack_trampoline()")
  static void deactivateStackTrampoline() {}
}
