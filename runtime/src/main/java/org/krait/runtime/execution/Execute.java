package org.krait.runtime.execution;

import org.krait.runtime.JavaFailure;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
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
    if (frame.pc < 0) {
      CompiledCode compiled = frame.code.compiled;
      if (frame.code.creation() >= 0 && Generators.isPlain(frame)) {
        if (compiled == null) {
          Tiering.call(frame);
        }
        return Generators.make(frame);
      }
      if (compiled == null) {
        Tiering.call(frame);
      } else if (compiled.frameless && compiled.accepts(frame.thread, frame.function)) {
        return compiled.call(frame.thread, frame.function, frame.slots, 0);
      }
    } else if (frame.code.compiled == null) {
      Tiering.resumption(frame);
    }
    return enter(frame, null, true);
  }

  /** As {@link #call}, in the interpreter. */
  static PyObject interpret(PyFrame frame) {
    return enter(frame, null, false);
  }

  /** Runs a frame in which an exception is raised at the instruction where it was suspended. */
  public static PyObject raiseIn(PyFrame frame, PyException raised) {
    return enter(frame, raised, true);
  }

  private static PyObject enter(PyFrame frame, PyException raised, boolean mayCompile) {
    ThreadState thread = frame.thread;
    PyFrame back = thread.frame;
    int depth = thread.depth;
    frame.back = back;
    thread.frame = frame;
    frame.state = PyFrame.RUNNING;
    thread.depth = depth + 1;
    try {
      if (raised != null) {
        frame.settle();
        unwind(frame, thrown(frame, raised));
      } else if (depth >= thread.interpreter.recursionLimit) {
        thread.checkDepth();
      }
      return mayCompile ? run(frame, depth + 1) : goOn(frame);
    } finally {
      thread.depth = depth;
      thread.frame = back;
      if (frame.state != PyFrame.SUSPENDED) {
        frame.state = PyFrame.DONE;
      } else {
        frame.back = null;
      }
    }
  }

  private static PyObject run(PyFrame frame, int depth) {
    CompiledCode compiled = frame.code.compiled;
    if (compiled == null
        || compiled.frameless
        || frame.pc >= 0
        || compiled.resumption != null
        || frame.function == null
        || !compiled.accepts(frame.thread, frame.function)) {
      return goOn(frame);
    }
    try {
      PyObject result = compiled.run(frame.thread, frame);
      if (result != CompiledCode.CONTINUE) {
        return result;
      }
    } catch (PyException raised) {
      frame.thread.depth = depth;
      unwind(frame, raised);
      compiled.caught();
    } catch (GuardFailed | Unwinding control) {
      throw control;
    } catch (Throwable failure) {
      frame.thread.depth = depth;
      unwind(frame, JavaFailure.of(frame.thread, failure));
    }
    return goOn(frame);
  }

  /** As {@link #goOn}, after machine code threw. */
  static PyObject goOn(PyFrame frame, Throwable cause, CompiledCode unit) {
    if (cause instanceof GuardFailed || cause instanceof Unwinding) {
      throw (RuntimeException) cause;
    }
    if (cause instanceof PyException raised) {
      unwind(frame, raised);
      unit.caught();
    } else {
      unwind(frame, JavaFailure.of(frame.thread, cause));
    }
    return goOn(frame);
  }

  /** Runs a frame on in the interpreter. */
  static PyObject goOn(PyFrame frame) {
    int depth = frame.thread.depth;
    frame.settle();
    while (true) {
      try {
        return Switch.loop(frame);
      } catch (PyException raised) {
        frame.thread.depth = depth;
        unwind(frame, raised);
      } catch (GuardFailed | Unwinding control) {
        throw control;
      } catch (Throwable failure) {
        frame.thread.depth = depth;
        unwind(frame, JavaFailure.of(frame.thread, failure));
      }
    }
  }

  /** The exception that is thrown into a frame, unless a tool that is told of it raises another. */
  private static PyException thrown(PyFrame frame, PyException raised) {
    Monitoring monitoring = frame.thread.interpreter.monitoring;
    return monitoring == null
        ? raised
        : monitoring.raise(frame, Monitoring.PY_THROW, frame.pc, raised);
  }

  /** Sets the frame to the handler of the instruction that raised, or throws on. */
  static void unwind(PyFrame frame, PyException raised) {
    boolean again = raised.again;
    if (again) {
      raised.again = false;
    } else {
      raised.value().addTraceback(frame);
    }
    Monitoring monitoring = frame.thread.interpreter.monitoring;
    if (monitoring == null) {
      handle(frame, raised);
    } else {
      unwindWatched(frame, raised, again, monitoring);
    }
  }

  /** The same, with events for tools; an exception that one of them raises takes the place. */
  private static void unwindWatched(
      PyFrame frame, PyException raised, boolean again, Monitoring monitoring) {
    int event = again ? Monitoring.RERAISE : Monitoring.RAISE;
    int at = frame.pc;
    int shown = raised.lasti >= 0 ? raised.lasti : at;
    frame.pc = shown;
    PyException now = monitoring.raise(frame, event, at, raised);
    while (true) {
      if (frame.code.handlerAt(at) < 0) {
        now = monitoring.raise(frame, Monitoring.PY_UNWIND, at, now);
        now.lasti = -1;
        throw now;
      }
      now.lasti = shown;
      frame.pc = at;
      handle(frame, now);
      int handler = frame.pc + 1;
      if (frame.code.isInstrumented()) {
        FrameExtras.setOrigin(frame, at, handler);
      }
      PyException next = monitoring.raise(frame, Monitoring.EXCEPTION_HANDLED, handler, now);
      if (next == now) {
        return;
      }
      now = next;
      at = frame.pc;
      shown = at;
    }
  }

  private static void handle(PyFrame frame, PyException raised) {
    PyBaseException value = raised.value();
    int from = frame.pc;
    long handler = frame.code.handlerAt(from);
    if (raised.lasti >= 0) {
      frame.pc = raised.lasti;
      raised.lasti = -1;
    }
    if (handler < 0) {
      throw raised;
    }
    if (handler >>> 33 <= from && frame.thread.pending) {
      // No compiler writes handlers in front of what they protect: this may be a loop.
      Polls.poll(frame);
    }
    frame.code.heat.catches++;
    if (frame.code.profile != null) {
      Profile.raised(frame.code, from);
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
