package org.krait.runtime.execution;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFunction;

/**
 * Two classes of machine code that are never made, but loaded first: this one overrides all, the other nothing.
 *
 * <p>HotSpot takes a method that no loaded class overrides for final, and drops what it compiled with that
 * when the first class comes that does: the interpreter's loop among it, each time that a unit is the first
 * of its form.
 */
final class UnitShape extends CompiledCode {
  private UnitShape() {
    super(null, null, null, false);
  }

  /** Classes that must be there before the interpreter's loop is compiled. */
  static void loadFirst() {
    try {
      Lookup lookup = MethodHandles.lookup();
      for (Class<?> each : new Class<?>[] {
        UnitShape.class, Plain.class, Polls.class, Profile.class, GuardedNumbers.class, Drops.class,
        Instrumented.class
      }) {
        lookup.ensureInitialized(each);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Plain extends CompiledCode {
    private Plain() {
      super(null, null, null, false);
    }
  }

  @Override
  public PyObject run(ThreadState thread, PyFrame frame) {
    return null;
  }

  @Override
  protected PyObject resume(ThreadState thread, Resumable generator, PyObject sent) {
    return null;
  }

  @Override
  protected PyObject drain(ThreadState thread, PyFrame frame, Sink sink) {
    return null;
  }

  @Override
  protected PyObject enter(ThreadState thread, PyFunction function) {
    return null;
  }

  @Override
  protected PyObject enter(ThreadState thread, PyFunction function, PyObject a) {
    return null;
  }

  @Override
  protected PyObject enter(ThreadState thread, PyFunction function, PyObject a, PyObject b) {
    return null;
  }

  @Override
  protected PyObject enter(ThreadState thread, PyFunction function, PyObject a, PyObject b, PyObject c) {
    return null;
  }

  @Override
  protected PyObject enter(ThreadState thread, PyFunction function, PyObject[] from, int first) {
    return null;
  }
}
