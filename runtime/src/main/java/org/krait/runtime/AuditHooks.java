package org.krait.runtime;

import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/**
 * Audit events (PEP 578): who wants to raise one asks {@link #isHeard} first, so that nothing is made
 * while nobody listens.
 */
public final class AuditHooks {
  private static final PyObject[] NONE = {};

  private volatile PyObject[] hooks = NONE;

  AuditHooks() {}

  /** Whether there is a hook. */
  public static boolean isHeard(ThreadState thread) {
    return thread.interpreter.auditHooks.hooks.length > 0;
  }

  /** Whether there is a hook. */
  public static boolean isHeard(Interpreter interpreter) {
    return interpreter.auditHooks.hooks.length > 0;
  }

  /** Calls the hooks in their order; what one of them raises keeps the rest from hearing of it. */
  public static void raise(ThreadState thread, String event, PyObject... args) {
    for (PyObject hook : thread.interpreter.auditHooks.hooks) {
      hook.call(PyStr.of(event), PyTuple.of(args));
    }
  }

  /** Adds a hook for good; hooks that are there already can keep it out by raising. */
  public static synchronized void add(ThreadState thread, PyObject hook) {
    AuditHooks all = thread.interpreter.auditHooks;
    PyObject[] more = java.util.Arrays.copyOf(all.hooks, all.hooks.length + 1);
    more[all.hooks.length] = hook;
    all.hooks = more;
  }
}
