package org.krait.runtime.execution;

import org.krait.runtime.Concurrency;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyNone;

/**
 * Chains of generators and coroutines that wait for each other in {@code yield from} and {@code await}: the
 * innermost is run on by itself, and what it yields is what the outermost yields. Those between stay
 * suspended; they are put on top, as if each had resumed the next, before the first thing that could look
 * at frames. When the innermost comes to its end, the one that waited for it is run on and asks for it.
 */
public final class Delegation {
  /** Between {@code SEND} and the {@code YIELD_VALUE} behind it, in code units. */
  static final int BEHIND_SEND = 2;

  /** News that it returned, rather than raised. */
  private static final Object RETURNED = new Object();

  private Delegation() {}

  /**
   * Notes what a frame waits for that machine code is about to suspend. What yields for the first time may do
   * so only once, as what waits for an event loop does; then the way back through all is shorter.
   */
  public static void waitsFor(PyFrame frame, PyObject receiver) {
    if (receiver instanceof PyGenerator || receiver instanceof PyCoroutine) {
      Resumable inner = (Resumable) receiver;
      Resumable waiting = (Resumable) frame.generator;
      if (!inner.yields) {
        inner.yields = true;
      } else if (!waiting.isHandling()) {
        waiting.inner = inner;
      }
    }
  }

  /** Resumes a generator that waits for another one; as {@link CompiledCode#resume}. */
  public static PyObject resume(
      ThreadState thread, Resumable outermost, PyObject sent, CompiledCode unit) {
    if (outermost.frame.state != PyFrame.SUSPENDED) {
      return Resumable.anyhow(thread, outermost, sent);
    }
    if (thread.delegating != null) {
      enter(thread);
    }
    Resumable last = outermost;
    int between = 0;
    if (isPlain(thread) && isWaiting(outermost)) {
      while (last.inner != null && isWaiting(last.inner)) {
        last = last.inner;
        between++;
      }
    }
    last.inner = null;
    return between == 0
        ? unit.resume(thread, outermost, sent)
        : new Chain(thread, outermost).resume(last, between, sent);
  }

  private static boolean isPlain(ThreadState thread) {
    return !thread.pending && thread.interpreter.monitoring == null && !Concurrency.active();
  }

  private static boolean isWaiting(Resumable generator) {
    PyFrame frame = generator.frame;
    return frame.state == PyFrame.SUSPENDED && frame.extras == null && frame.code.compiled != null;
  }

  /** Puts those that wait on top, the outermost first. */
  static void enter(ThreadState thread) {
    Resumable next = thread.delegating;
    thread.delegating = null;
    for (; next.inner != null; next = next.inner) {
      PyFrame frame = next.frame;
      frame.pc -= BEHIND_SEND;
      frame.thread = thread;
      frame.back = thread.frame;
      frame.state = PyFrame.RUNNING;
      thread.frame = frame;
    }
  }

  /** Notes that a generator has returned, for the one who waits for it and is to ask next. */
  public static void returned(PyFrame ended) {
    ((Resumable) ended.generator).news = RETURNED;
  }

  /** Tells the one who waits for a generator of its end: what it raised is passed. */
  static void end(ThreadState thread, Resumable ended) {
    Object news = ended.news;
    ended.news = null;
    if (news instanceof PyBaseException raised) {
      thread.passing = raised;
    }
  }

  /** One resumption of a chain. */
  private record Chain(ThreadState thread, Resumable outermost) {
    PyObject resume(Resumable innermost, int between, PyObject value) {
      int depth = thread.depth;
      PyFrame top = thread.frame;
      Resumable last = innermost;
      PyObject sent = value;
      try {
        for (int left = between; ; left--) {
          thread.depth = depth + left;
          PyObject yielded = left == 0 ? step(last, sent) : below(last, sent, top);
          if (yielded != null || left == 0) {
            return yielded;
          }
          last = waiterOf(last);
          last.inner = null;
          sent = PyNone.NONE;
        }
      } finally {
        thread.depth = depth;
      }
    }

    /** Runs on one that others wait for. */
    private PyObject below(Resumable last, PyObject sent, PyFrame top) {
      thread.delegating = outermost;
      try {
        PyObject yielded = step(last, sent);
        if (yielded == null) {
          last.news = Passing.isPassing(thread) ? Passing.taken(thread) : RETURNED;
        }
        return yielded;
      } catch (PyException raised) {
        last.news = raised.value();
        return null;
      } finally {
        if (thread.delegating == null) {
          leave(last, top);
        }
        thread.delegating = null;
      }
    }

    private PyObject step(Resumable last, PyObject sent) {
      CompiledCode unit = last.frame.code.compiled;
      return unit == null
          ? Resumable.anyhow(thread, last, sent)
          : unit.resume(thread, last, sent);
    }

    /** Takes those that wait from the top. */
    private void leave(Resumable last, PyFrame top) {
      for (Resumable next = outermost; next != last; next = next.inner) {
        PyFrame frame = next.frame;
        frame.pc += BEHIND_SEND;
        frame.back = null;
        frame.state = PyFrame.SUSPENDED;
      }
      thread.frame = top;
    }

    private Resumable waiterOf(Resumable last) {
      Resumable next = outermost;
      while (next.inner != last) {
        next = next.inner;
      }
      return next;
    }
  }
}
