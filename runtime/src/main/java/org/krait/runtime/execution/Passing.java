package org.krait.runtime.execution;

import org.krait.runtime.JavaFailure;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStopIteration;

/**
 * Exceptions in machine code: a jump to the handler, or a result that stands for none and the exception in
 * {@link ThreadState#passing}. Nothing is thrown; HotSpot neither inlines the methods of Java's exceptions nor
 * leaves a method quickly by one.
 */
public final class Passing {
  /** The int that machine code returns when it raised; seldom one that it means. */
  public static final long NO_LONG = -1_234_567_891;

  private Passing() {}

  /** Whether tools are told of exceptions: then they are thrown. */
  public static boolean isWatched(ThreadState thread) {
    return thread.interpreter.monitoring != null;
  }

  /** What a callee raised. */
  public static PyBaseException taken(ThreadState thread) {
    PyBaseException value = thread.passing;
    thread.passing = null;
    return value;
  }

  /** Whether a generator that gave null has raised, rather than come to its end. */
  public static boolean isPassing(ThreadState thread) {
    return thread.passing != null;
  }

  /** Whether an iterator left StopIteration, which is forgotten then. */
  public static boolean isEnd(ThreadState thread) {
    if (thread.passing instanceof PyStopIteration) {
      thread.passing = null;
      return true;
    }
    return false;
  }

  // Whether a result that machine code gave stands for none.

  public static boolean isNone(long result, ThreadState thread) {
    return result == NO_LONG && thread.passing != null;
  }

  public static boolean isNone(double result, ThreadState thread) {
    return result != result && thread.passing != null;
  }

  public static boolean isNone(boolean result, ThreadState thread) {
    return !result && thread.passing != null;
  }

  /** The result of machine code for callers that are none: what it raised is thrown. */
  public static PyObject given(ThreadState thread, PyObject result) {
    if (thread.passing == null) {
      return result;
    }
    throw new PyException(taken(thread));
  }

  /** To throw what was raised. */
  public static Throwable thrown(PyBaseException value) {
    return new PyException(value);
  }

  /** Before a handler of the same code: the frame is on top, and shows where it was raised. */
  public static void caught(
      PyBaseException value, ThreadState thread, PyFrame frame, int depth, int pc, int line) {
    thread.frame = frame;
    thread.depth = depth;
    frame.pc = pc;
    value.addTraceback(frame, line);
  }

  /** The same for what is raised again, of which the traceback tells already. */
  public static void caughtAgain(ThreadState thread, PyFrame frame, int depth, int pc) {
    thread.frame = frame;
    thread.depth = depth;
    frame.pc = pc;
  }

  /** The frame of code that has made none, for the traceback. */
  public static PyFrame frame(ThreadState thread, PyCode code, PyFunction function, PyObject[] slots) {
    PyFrame frame = new PyFrame(thread, code, function, slots);
    frame.state = PyFrame.DONE;
    return frame;
  }

  /** Leaves code without a frame; {@code frame} is one for the traceback. */
  public static void leave(PyFrame frame, PyBaseException value, ThreadState thread, int pc) {
    frame.pc = pc;
    if (isWatched(thread)) {
      Execute.unwind(frame, new PyException(value));
    }
    value.addTraceback(frame, frame.code.lineAt(pc));
    thread.passing = value;
  }

  /** Leaves code that has opened its frame. */
  public static void close(
      PyFrame frame, PyBaseException value, ThreadState thread, int pc, int depth) {
    frame.pc = pc;
    if (isWatched(thread)) {
      closeWatched(frame, new PyException(value), thread, depth);
    }
    value.addTraceback(frame, frame.code.lineAt(pc));
    thread.passing = value;
    thread.depth = depth;
    GuardedOperations.close(thread, frame);
  }

  /**
   * The same for what is raised again.
   *
   * @param place where it was raised first, or null for {@code pc}
   */
  public static void closeAgain(
      PyFrame frame, PyBaseException value, ThreadState thread, int pc, PyObject place, int depth) {
    frame.pc = pc;
    if (isWatched(thread)) {
      closeWatched(frame, (PyException) GenericOperations.again(value, place), thread, depth);
    }
    if (place instanceof PyLong first) {
      frame.pc = (int) first.value;
    }
    thread.passing = value;
    thread.depth = depth;
    GuardedOperations.close(thread, frame);
  }

  /** Tells tools of what leaves, and throws it. */
  private static void closeWatched(
      PyFrame frame, PyException raised, ThreadState thread, int depth) {
    try {
      Execute.unwind(frame, raised);
    } finally {
      thread.depth = depth;
      GuardedOperations.close(thread, frame);
    }
  }

  /** Leaves by something thrown; only exceptions of programs come this way. */
  public static void leave(ThreadState thread, Throwable thrown) {
    thread.passing = (thrown instanceof PyException e ? e : JavaFailure.of(thread, thrown)).value();
  }
}
