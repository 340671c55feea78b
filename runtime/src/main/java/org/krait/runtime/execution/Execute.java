package org.krait.runtime.execution;

import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;

/**
 * Runs frames: enters them, finds the handler when an instruction raises, leaves them.
 *
 * <p>The loop itself is {@link Switch}. This class is between it and everything else, so that the loop
 * is compiled without handlers in it.
 */
public final class Execute {
  private Execute() {}

  /** Runs a frame from its start, or on from where it was suspended; returns what it returned or yielded. */
  public static PyObject call(PyFrame frame) {
    ThreadState thread = frame.thread;
    PyFrame back = thread.frame;
    frame.back = back;
    thread.frame = frame;
    frame.state = PyFrame.RUNNING;
    thread.depth++;
    try {
      if (thread.depth > thread.interpreter.recursionLimit) {
        thread.checkDepth();
      }
      return run(frame);
    } finally {
      thread.depth--;
      thread.frame = back;
      if (frame.state != PyFrame.SUSPENDED) {
        frame.state = PyFrame.DONE;
      }
    }
  }

  /** Runs a frame in which an exception is raised at the instruction where it was suspended. */
  public static PyObject raiseIn(PyFrame frame, PyException raised) {
    ThreadState thread = frame.thread;
    PyFrame back = thread.frame;
    frame.back = back;
    thread.frame = frame;
    frame.state = PyFrame.RUNNING;
    thread.depth++;
    try {
      unwind(frame, raised);
      return run(frame);
    } finally {
      thread.depth--;
      thread.frame = back;
      if (frame.state != PyFrame.SUSPENDED) {
        frame.state = PyFrame.DONE;
      }
    }
  }

  private static PyObject run(PyFrame frame) {
    while (true) {
      try {
        return Switch.loop(frame);
      } catch (PyException raised) {
        unwind(frame, raised);
      } catch (StackOverflowError overflow) {
        unwind(frame, tooDeep());
      } catch (OutOfMemoryError full) {
        unwind(frame, Errors.of(PyExceptions.MemoryError));
      }
    }
  }

  private static PyException tooDeep() {
    return Errors.make(PyExceptions.RecursionError, "maximum recursion depth exceeded");
  }

  /** Sets the frame to the handler of the instruction that raised, or throws on. */
  private static void unwind(PyFrame frame, PyException raised) {
    PyBaseException value = raised.value();
    if (raised.again) {
      raised.again = false;
    } else {
      value.addTraceback(frame);
    }
    long handler = frame.code.handlerAt(frame.pc);
    if (raised.lasti >= 0) {
      frame.pc = raised.lasti;
      raised.lasti = -1;
    }
    if (handler < 0) {
      throw raised;
    }
    int depth = (int) (handler & 0xffffffffL) >> 1;
    PyObject[] slots = frame.slots;
    int sp = frame.code.localsCount + depth;
    int top = sp;
    if ((handler & 1) != 0) {
      slots[top++] = PyLong.of(frame.pc);
    }
    slots[top++] = value;
    for (int i = top; i < slots.length && slots[i] != null; i++) {
      slots[i] = null;
    }
    frame.sp = top;
    frame.pc = (int) (handler >>> 33) - 1;
  }
}
