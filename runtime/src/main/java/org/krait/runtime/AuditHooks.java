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
    PyObject[] hooks = thread.interpreter.auditHooks.hooks;
    if (hooks.length == 0) {
      return;
    }
    PyObject name = PyStr.of(event);
    PyObject values = PyTuple.of(args);
    for (PyObject hook : hooks) {
      // Hooks are traced only when they say that they can be.
      PyObject traced = Attributes.getOrNull(hook, "__cantrace__");
      boolean hidden = traced == null || !Objects.isTrue(traced);
      thread.tracing += hidden ? 1 : 0;
      try {
        hook.call(name, values);
      } finally {
        thread.tracing -= hidden ? 1 : 0;
      }
    }
  }

  /** Raises an event of the running thread. */
  public static void audit(String event, PyObject... args) {
    ThreadState thread = ThreadState.current();
    if (isHeard(thread)) {
      raise(thread, event, args);
    }
  }

  /** An attribute is read that gives away more than its object. */
  public static void reading(PyObject object, String name) {
    ThreadState thread = ThreadState.current();
    if (isHeard(thread)) {
      raise(thread, "object.__getattr__", object, PyStr.interned(name));
    }
  }

  /** An attribute is set, or deleted when the value is null, that changes what an object is. */
  public static void writing(PyObject object, String name, PyObject value) {
    ThreadState thread = ThreadState.current();
    if (isHeard(thread)) {
      PyStr key = PyStr.interned(name);
      if (value == null) {
        raise(thread, "object.__delattr__", object, key);
      } else {
        raise(thread, "object.__setattr__", object, key, value);
      }
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
