package org.krait.runtime.execution;

import java.util.Arrays;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;

/**
 * Generators of one code object that wait for each other in {@code yield from} and look at no frames: the outermost keeps
 * those below it, and machine code runs the innermost on at once, however deep it is. When that has come to its end, the one
 * that waited for it goes on. {@link Delegation} does the same for code that may look at frames.
 *
 * <p>Those below are marked ({@link PyFrame#CHAINED}). Whoever meets such a frame in any other way {@link #touch touches}
 * it first, which takes the chain apart; so nothing but the chain runs them while it stands.
 */
public final class Chain {
  private final PyFrame outermost;

  /** Those that wait below the outermost, and last the innermost. */
  private PyFrame[] frames = new PyFrame[8];

  private int size;

  /** The depth of calls before, while one of them runs. */
  private int depth;

  private boolean runs;

  /** Whether the outermost is to go on, because all below it have ended. */
  private boolean ended;

  /** Whether it was touched while one of them ran. */
  private boolean touched;

  private Chain(PyFrame outermost) {
    this.outermost = outermost;
  }

  /**
   * The chain below a generator that waits, to be run by {@link #enter} and {@link #left}; null where it has to go on itself,
   * or does not keep one.
   */
  public static Chain begin(ThreadState thread, PyFrame frame, CompiledCode unit) {
    Resumable generator = (Resumable) frame.generator;
    Chain chain = generator.chain;
    if (chain == null) {
      chain = new Chain(frame);
      if (!chain.extend(frame, unit)) {
        return null;
      }
      generator.chain = chain;
    } else if (chain.outermost != frame || chain.size == 0 && !chain.extend(frame, unit)) {
      return null;
    }
    if (Concurrency.active() || thread.depth + chain.size >= thread.interpreter.recursionLimit) {
      chain.takeApart();
      return null;
    }
    chain.depth = thread.depth;
    chain.runs = true;
    chain.ended = false;
    return chain;
  }

  /** The innermost, which is to run now. */
  public PyFrame enter(ThreadState thread) {
    thread.depth = depth + size;
    return frames[size - 1];
  }

  /** Behind that: whether another one is to go on, because it has come to its end. */
  public boolean left(ThreadState thread, PyFrame frame, CompiledCode unit) {
    if (frame.state != PyFrame.DONE) {
      frame.state = PyFrame.CHAINED;
      extend(frame, unit);
      stop(thread);
      return false;
    }
    drop();
    if (Passing.isPassing(thread)) {
      raised(thread, unit);
    } else {
      Delegation.returned(frame);
    }
    if (size == 0) {
      ended = true;
      stop(thread);
      return false;
    }
    return true;
  }

  private void raised(ThreadState thread, CompiledCode unit) {
    Throwable left = pass(thread, new PyException(Passing.taken(thread)), unit);
    if (!(left instanceof PyException passed)) {
      stop(thread);
      throw (Unwinding) left;
    }
    thread.passing = passed.value();
  }

  /** Whether the outermost is to go on, rather than yield what came. */
  public boolean isEnded() {
    return ended;
  }

  /** After the innermost threw, or was left: what to throw in the outermost, because those between leave too. */
  public Throwable failed(ThreadState thread, Throwable cause, CompiledCode unit) {
    if (size > 0) {
      drop();
    }
    Throwable left = pass(thread, cause, unit);
    stop(thread);
    return left;
  }

  /** Takes what left the innermost through all that wait; what has left the last of these is thrown, or passed. */
  private Throwable pass(ThreadState thread, Throwable cause, CompiledCode unit) {
    Throwable left = cause;
    while (size > 0) {
      PyFrame frame = frames[size - 1];
      drop();
      thread.depth = depth + size + 1;
      try {
        Deoptimize.whileWaiting(thread, frame, left, unit);
        left = new PyException(Passing.taken(thread));
      } catch (PyException | Unwinding other) {
        left = other;
      }
    }
    return left;
  }

  private void drop() {
    PyFrame frame = frames[--size];
    frames[size] = null;
    ((Resumable) frame.generator).chain = null;
  }

  private void stop(ThreadState thread) {
    thread.depth = depth;
    runs = false;
    if (touched) {
      touched = false;
      takeApart();
    }
  }

  /** Adds those that a frame waits for; whether there are any. */
  private boolean extend(PyFrame from, CompiledCode unit) {
    PyFrame next = from;
    boolean found = false;
    while ((next = waitedFor(next, unit)) != null) {
      add(next);
      found = true;
    }
    return found;
  }

  private void add(PyFrame frame) {
    Resumable generator = (Resumable) frame.generator;
    if (generator.chain != null) {
      generator.chain.takeApart();
    }
    if (size == frames.length) {
      frames = Arrays.copyOf(frames, 2 * size);
    }
    frames[size++] = frame;
    generator.chain = this;
    frame.state = PyFrame.CHAINED;
  }

  private static PyFrame waitedFor(PyFrame frame, CompiledCode unit) {
    for (int at : unit.waits) {
      if (at == frame.pc) {
        return of(frame.slots[frame.sp - 1], frame.code, frame.globals);
      }
    }
    return null;
  }

  private static PyFrame of(PyObject value, PyCode code, PyDict globals) {
    if (value instanceof PyGenerator generator) {
      PyFrame frame = generator.frame;
      if (frame.code == code && frame.state == PyFrame.SUSPENDED && frame.extras == null && frame.globals == globals) {
        return frame;
      }
    }
    return null;
  }

  /** Before anything else than its chain has to do with a frame. */
  static void touch(PyFrame frame) {
    if (frame.state == PyFrame.CHAINED) {
      ((Resumable) frame.generator).chain.touch();
    }
  }

  private void touch() {
    if (!runs) {
      takeApart();
      return;
    }
    // As if each had run the next.
    touched = true;
    for (int i = 0; i < size; i++) {
      if (frames[i].state == PyFrame.CHAINED) {
        frames[i].state = PyFrame.RUNNING;
      }
    }
  }

  private void takeApart() {
    for (int i = 0; i < size; i++) {
      PyFrame frame = frames[i];
      frames[i] = null;
      ((Resumable) frame.generator).chain = null;
      if (frame.state != PyFrame.DONE) {
        frame.state = PyFrame.SUSPENDED;
      }
    }
    size = 0;
    ((Resumable) outermost.generator).chain = null;
  }
}
