package org.krait.runtime.execution;

import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;

/**
 * Generators all of whose values go to a {@link Sink}: {@code sum(x for x in y)}. Their code is translated once more, so
 * that a loop of it stays a loop: what it yields is offered to the sink in passing, and only when that cannot take it at
 * once is the generator suspended. Nobody can see the difference, for until then no other Python code runs.
 */
public final class Draining {
  /** Generators of a code object given to sinks after which the code is translated for that, if it was translated before. */
  private static final int ENOUGH = 3;

  private Draining() {}

  /** Gives all that a generator yields to a sink, until that has enough. */
  static void drain(PyGenerator generator, Sink sink) {
    ThreadState thread = ThreadState.current();
    CompiledCode unit = unit(generator, thread);
    if (unit != null) {
      PyObject left = run(thread, generator, sink, unit);
      if (left == null) {
        Passing.given(thread, null);
        generator.takeResult();
        return;
      }
      if (!sink.take(left)) {
        return;
      }
    }
    for (PyObject item = generator.nextItem(); item != null; item = generator.nextItem()) {
      if (!sink.take(item)) {
        return;
      }
    }
  }

  /**
   * {@code yield from} of a generator that is drained: what the inner one yields that the sink does not take at once; null
   * at its end, or where what it raised is passed.
   */
  public static PyObject delegate(PyObject receiver, ThreadState thread, Sink sink) {
    if (receiver.getClass() != PyGenerator.class) {
      throw GuardFailed.INSTANCE;
    }
    PyGenerator inner = (PyGenerator) receiver;
    CompiledCode unit = unit(inner, thread);
    return unit != null ? run(thread, inner, sink, unit) : inner.isDone() ? null : inner.resume(PyNone.NONE);
  }

  /** What runs a new generator for a sink; null where it has to be asked for each value. */
  private static CompiledCode unit(PyGenerator generator, ThreadState thread) {
    PyCode code = generator.frame.code;
    CompiledCode unit = code.drained;
    if (unit == null) {
      wanted(code);
      return null;
    }
    boolean isNew = generator.frame.pc == code.creation() && !Concurrency.active() && unit.fits(generator.frame);
    return isNew && Resumable.begin(thread, generator, PyNone.NONE, unit) != null ? unit : null;
  }

  private static void wanted(PyCode code) {
    if (code.heat.drains <= ENOUGH && ++code.heat.drains == ENOUGH) {
      CompiledCode unit = code.compiled;
      if (unit != null) {
        unit.broken();
      }
    }
  }

  /**
   * Runs a generator until the sink does not take what it is offered; that value, or null at the end, or where what it
   * raised is passed.
   */
  private static PyObject run(ThreadState thread, PyGenerator generator, Sink sink, CompiledCode unit) {
    int depth = thread.depth;
    PyFrame frame = generator.frame;
    PyObject value;
    try {
      value = unit.drain(thread, frame, sink);
    } catch (Throwable cause) {
      return unit.quiet
          ? Deoptimize.unwound(thread, frame, depth, cause)
          : Resumable.failed(thread, generator, frame, unit, depth, cause);
    }
    return unit.quiet ? value : Resumable.end(thread, generator, frame, unit, depth, value);
  }
}
