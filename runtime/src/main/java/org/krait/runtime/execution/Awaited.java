package org.krait.runtime.execution;

import org.krait.bytecode.CodeFlags;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStopIteration;

/**
 * Coroutines, and generators of {@code __await__}, that are awaited where they are made: machine code calls the function as if it were none
 * ({@link PyCode#startLink}), and the coroutine is made when it waits for the first time. Nobody can have seen it before:
 * only the frames of coroutines that run are in sight, not they.
 */
public final class Awaited {
  private Awaited() {}

  /** What such a call returns when the coroutine waits: it is in {@link ThreadState#suspended}. */
  public static final PyObject SUSPENDED = CompiledCode.marker("of a coroutine that waits");

  /** A call without machine code for it. */
  static PyObject start(ThreadState thread, PyFunction function, PyObject[] args) {
    PyCode code = function.code();
    if (code.pending) {
      code.prepare(thread);
    }
    PyObject[] slots = new PyObject[code.frameSize];
    System.arraycopy(args, 0, slots, 0, args.length);
    PyFrame frame = new PyFrame(thread, code, function, slots);
    PyObject made;
    if (code.creation() >= 0 && Generators.isPlain(frame)) {
      Creation.count(frame);
      made = isCoroutine(code) ? Creation.awaited(frame) : Generators.make(frame);
    } else {
      made = Execute.call(frame);
    }
    Resumable coroutine = (Resumable) made;
    PyObject yielded = coroutine.resume(PyNone.NONE);
    return yielded == null ? coroutine.takeResult() : suspended(thread, coroutine, yielded);
  }

  /** Says what waits, and what for. */
  static PyObject suspended(ThreadState thread, PyObject waits, PyObject yielded) {
    thread.suspended = waits;
    thread.yielded = yielded;
    return SUSPENDED;
  }

  /**
   * Suspends the frame of such a call, which is on top and says where it waits.
   *
   * @param depth the depth of calls before
   */
  public static PyObject suspend(PyObject yielded, ThreadState thread, PyFrame frame, int depth) {
    Resumable made = isCoroutine(frame.code) ? coroutine(thread, frame) : new PyGenerator(frame);
    made.start();
    frame.generator = made;
    frame.state = PyFrame.SUSPENDED;
    thread.frame = frame.back;
    frame.back = null;
    thread.depth = depth;
    made.ran(thread, yielded);
    return suspended(thread, made, yielded);
  }

  private static boolean isCoroutine(PyCode code) {
    return (code.flags & CodeFlags.COROUTINE) != 0;
  }

  private static PyCoroutine coroutine(ThreadState thread, PyFrame frame) {
    PyCoroutine made = new PyCoroutine(frame);
    if (thread.coroutineOriginDepth > 0) {
      made.setOrigin(thread.coroutineOriginDepth);
    }
    made.startsAtOnce();
    return made;
  }

  /** Whether an exception may not leave a coroutine as it is. */
  public static boolean isStop(PyObject exception) {
    return exception instanceof PyStopIteration;
  }

  /** The coroutine that waits. */
  public static PyObject coroutine(ThreadState thread) {
    PyObject coroutine = thread.suspended;
    thread.suspended = null;
    return coroutine;
  }

  /** What it has yielded. */
  public static PyObject yielded(ThreadState thread) {
    PyObject yielded = thread.yielded;
    thread.yielded = null;
    return yielded;
  }
}
