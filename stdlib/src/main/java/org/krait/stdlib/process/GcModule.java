package org.krait.stdlib.process;

import java.util.concurrent.locks.LockSupport;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.Arguments;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.WeakReferences;
import org.krait.runtime.types.*;

/** The module {@code gc}: the JVM collects; what can be asked of it is asked. */
@BuiltinModule("gc")
public final class GcModule implements NativeModule {
  @Value("DEBUG_STATS")
  static final int DEBUG_STATS = 1;

  @Value("DEBUG_COLLECTABLE")
  static final int DEBUG_COLLECTABLE = 2;

  @Value("DEBUG_UNCOLLECTABLE")
  static final int DEBUG_UNCOLLECTABLE = 4;

  @Value("DEBUG_SAVEALL")
  static final int DEBUG_SAVEALL = 32;

  @Value("DEBUG_LEAK")
  static final int DEBUG_LEAK = 38;

  private static final int GENERATIONS = 3;

  private boolean enabled = true;
  private int debug;
  private int frozen;
  private PyTuple threshold = PyTuple.of(PyLong.of(700), PyLong.of(10), PyLong.of(10));

  private final PyList callbacks = new PyList();
  private final long[] collections = new long[GENERATIONS];
  private final LastCollection last = new LastCollection();

  /** In the time of {@link System#nanoTime}: when threads other than the main one may collect again. */
  private volatile long nextTurn = System.nanoTime();

  private PyModule own;

  @Override
  public void exec(PyModule module) {
    own = module;
    module.dict().put(PyStr.interned("garbage"), new PyList());
    module.dict().put(PyStr.interned("callbacks"), callbacks);
  }

  @Function("enable()")
  void enable() {
    enabled = true;
  }

  @Function("disable()")
  void disable() {
    enabled = false;
  }

  @Function("isenabled()")
  boolean isEnabled() {
    return enabled;
  }

  /** Has the JVM collect, then runs what waited for that: weak references' callbacks, dropped files. */
  @Function("collect(generation=2)")
  int collect(ThreadState thread, int generation) {
    if (generation < 0 || generation >= GENERATIONS) {
      throw Errors.valueError("invalid generation");
    }
    if (thread.isCollecting) {
      // The end of an object asks for one in the middle of a collection: nothing is done, as in CPython.
      return 0;
    }
    boolean isRepeated = last.isRepeatedBy(thread, own) && callbacks.size() == 0;
    awaitTurn(thread);
    long begin = System.nanoTime();
    tell("start", generation);
    thread.isCollecting = true;
    try {
      Finalizers.collect(thread, isRepeated);
    } catch (Throwable e) {
      last.forget();
      throw e;
    } finally {
      thread.isCollecting = false;
    }
    collections[generation]++;
    tell("stop", generation);
    long end = System.nanoTime();
    nextTurn = end + (end - begin);
    return 0;
  }

  /**
   * A collection stops all threads. So that one that does nothing but collect leaves the others half of the time, it
   * waits as long as the last one took; in CPython it waits for the lock, which the others hold for a switch interval.
   */
  private void awaitTurn(ThreadState thread) {
    if (thread != thread.interpreter.mainThread()) {
      for (long left = nextTurn - System.nanoTime(); left > 0; left = nextTurn - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void tell(String phase, int generation) {
    for (PyObject callback : callbacks.toArray()) {
      PyDict information = new PyDict();
      information.put(PyStr.interned("generation"), PyLong.of(generation));
      information.put(PyStr.interned("collected"), PyLong.ZERO);
      information.put(PyStr.interned("uncollectable"), PyLong.ZERO);
      try {
        callback.call(PyStr.interned(phase), information);
      } catch (PyException e) {
        Unraisable.report(e, null, callback);
      }
    }
  }

  /** How often was collected; the JVM does not say how many objects. */
  @Function("get_stats()")
  PyObject stats() {
    PyList all = new PyList();
    for (long count : collections) {
      PyDict one = new PyDict();
      one.put(PyStr.interned("collections"), PyLong.of(count));
      one.put(PyStr.interned("collected"), PyLong.ZERO);
      one.put(PyStr.interned("uncollectable"), PyLong.ZERO);
      all.append(one);
    }
    return all;
  }

  /** What can be reached; all of it counts as old, so the younger generations are empty. */
  @Function("get_objects(generation=None)")
  static PyObject objects(ThreadState thread, PyObject generation) {
    thread.interpreter.finishStart();
    int number = generation == PyNone.NONE ? -1 : Arguments.toInt(generation);
    AuditHooks.audit("gc.get_objects", PyLong.of(number));
    if (generation != PyNone.NONE && number < 0) {
      throw Errors.valueError("generation parameter cannot be negative");
    }
    if (number >= GENERATIONS) {
      throw Errors.valueError(
          "generation parameter must be less than the number of available generations (%d)",
          GENERATIONS);
    }
    return number >= 0 && number < GENERATIONS - 1 ? new PyList() : ReachableObjects.all(thread);
  }

  @Function(value = "get_referrers(*objs)", textSignature = false)
  static PyObject referrers(ThreadState thread, PyObject[] objects) {
    thread.interpreter.finishStart();
    AuditHooks.audit("gc.get_referrers", PyTuple.of(objects));
    return ReachableObjects.referrers(thread, objects);
  }

  @Function(value = "get_referents(*objs)", textSignature = false)
  static PyObject referents(PyObject[] objects) {
    AuditHooks.audit("gc.get_referents", PyTuple.of(objects));
    PyList found = new PyList();
    for (PyObject object : objects) {
      Referents.add(object, found);
    }
    return found;
  }

  @Function("get_debug()")
  int getDebug() {
    return debug;
  }

  @Function("set_debug(flags, /)")
  void setDebug(int flags) {
    debug = flags;
  }

  @Function("get_threshold()")
  PyObject getThreshold() {
    return threshold;
  }

  @Function(value = "set_threshold(*args)", textSignature = false)
  void setThreshold(PyObject[] args) {
    PyObject[] all = threshold.items().clone();
    System.arraycopy(args, 0, all, 0, Math.min(args.length, all.length));
    threshold = PyTuple.of(all);
  }

  @Function("get_count()")
  static PyObject getCount() {
    return PyTuple.of(PyLong.ZERO, PyLong.ZERO, PyLong.ZERO);
  }

  @Function("is_tracked(obj, /)")
  static boolean isTracked(PyObject object) {
    return Referents.isTracked(object);
  }

  @Function("is_finalized(obj, /)")
  static boolean isFinalized(PyObject object) {
    return Finalizers.isFinalized(object);
  }

  /** All that live are set aside, as far as one can say here how many that are. */
  @Function("freeze()")
  void freeze(ThreadState thread) {
    frozen = ReachableObjects.all(thread).size();
  }

  @Function("unfreeze()")
  void unfreeze() {
    frozen = 0;
  }

  @Function("get_freeze_count()")
  int getFreezeCount() {
    return frozen;
  }
}
