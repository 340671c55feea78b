package org.krait.runtime.execution;

import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFunction;

/**
 * Calls of one function for each of several items, as {@code sorted(key=…)} and {@code map} make them: machine code of
 * the function goes over the items in a loop of its own, with numbers as they are, until it cannot go on.
 */
public abstract class Each {
  private PyObject item;

  /** The next item; null at the end. */
  protected abstract PyObject next();

  /** Takes what the function gave for the item that came last. */
  protected abstract void take(PyObject result);

  protected void take(long result) {
    take(GuardedOperations.box(result));
  }

  protected void take(double result) {
    take(GuardedOperations.box(result));
  }

  protected void take(boolean result) {
    take(GuardedOperations.box(result));
  }

  /** The item that came last. */
  protected final PyObject item() {
    return item;
  }

  /** Calls the function for all items that are left. */
  public final void call(PyObject function) {
    ThreadState thread = function.getClass() == PyFunction.class ? ThreadState.current() : null;
    while (thread == null || !isDone(thread, (PyFunction) function)) {
      if (follow() == null) {
        return;
      }
      take(function.call(item));
    }
  }

  /** Goes over items in machine code, where there is some; whether all are done. */
  private boolean isDone(ThreadState thread, PyFunction function) {
    PyCode code = function.code();
    CompiledCode unit = code.compiled;
    if (unit == null || !unit.goesOver || !code.simple || !unit.accepts(thread, function)) {
      return false;
    }
    int depth = thread.depth;
    try {
      return unit.goOver(thread, function, this);
    } catch (GuardFailed failure) {
      take(unit.mismatch(thread, function, item, depth));
    } catch (Unwinding unwinding) {
      take(Deoptimize.resume(thread, depth, unwinding));
    } catch (PyException raised) {
      thread.depth = depth;
      throw raised;
    }
    return false;
  }

  // ---- for machine code

  private PyObject follow() {
    item = next();
    return item;
  }

  /** The next item; null at the end. */
  public static PyObject following(Each items) {
    return items.follow();
  }

  /** Whether machine code may be called for another item. */
  public static boolean mayGoOn(ThreadState thread, PyFunction function, CompiledCode unit) {
    return !unit.stale && !thread.pending && function.code() == unit.code;
  }

  // What it gave; exceptions that pass are thrown.

  public static void taken(PyObject result, Each items, ThreadState thread) {
    items.take(Passing.given(thread, result));
  }

  public static void taken(long result, Each items, ThreadState thread) {
    Passing.given(thread, null);
    items.take(result);
  }

  public static void taken(double result, Each items, ThreadState thread) {
    Passing.given(thread, null);
    items.take(result);
  }

  public static void taken(boolean result, Each items, ThreadState thread) {
    Passing.given(thread, null);
    items.take(result);
  }
}
