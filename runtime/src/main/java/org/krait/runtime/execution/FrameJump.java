package org.krait.runtime.execution;

import org.krait.bytecode.LocationTable;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/**
 * {@code frame.f_lineno = line}: the frame goes on at the start of that line.
 *
 * <p>A trace function may do so where the values on the stack allow it, see {@link StackShapes}.
 */
final class FrameJump {
  private final PyFrame frame;
  private final StackShapes shapes;
  private long best = StackShapes.TOO_DEEP;
  private int target = -1;

  private FrameJump(PyFrame frame) {
    this.frame = frame;
    PyCode code = frame.code;
    Instrumentation data = code.instrumentation();
    shapes = new StackShapes(code, data == null ? code.instructions : data.originals);
  }

  static void to(PyFrame frame, PyObject line) {
    if (line == null) {
      throw Errors.make(PyExceptions.AttributeError, "cannot delete attribute");
    }
    if (line.type() != PyInt.TYPE) {
      throw Errors.valueError("lineno must be an integer");
    }
    int event = ThreadState.current().event;
    checkEvent(event);
    long wanted = line instanceof PyLong number ? number.value : Long.MAX_VALUE;
    if (wanted != (int) wanted) {
      throw Errors.valueError("lineno out of range");
    }
    if (wanted < frame.code.object().firstLineNumber()) {
      throw Errors.valueError("line %d comes before the current code block", wanted);
    }
    int[] starts = starts(frame.code);
    int found = firstNotBefore(starts, (int) wanted);
    if (found < 0) {
      throw Errors.valueError("line %d comes after the current code block", wanted);
    }
    FrameJump jump = new FrameJump(frame);
    jump.choose(starts, found);
    bindVariables(frame);
    jump.make(event == Monitoring.PY_YIELD);
  }

  private static void checkEvent(int event) {
    switch (event) {
      case -1 -> throw Errors.valueError("f_lineno can only be set in a trace function");
      case Monitoring.PY_START ->
          throw Errors.valueError("can't jump from the 'call' trace event of a new frame");
      case Monitoring.CALL, Monitoring.C_RETURN ->
          throw Errors.valueError("can't jump during a call");
      case Monitoring.PY_RESUME,
          Monitoring.PY_YIELD,
          Monitoring.LINE,
          Monitoring.JUMP,
          Monitoring.BRANCH,
          Monitoring.STOP_ITERATION -> {}
      case Monitoring.RERAISE -> throw Errors.systemError("unexpected event type");
      default -> throw Errors.valueError("can only jump from a 'line' trace event");
    }
  }

  /** The line that each instruction starts, or -1. */
  private static int[] starts(PyCode code) {
    int[] starts = new int[code.instructions.length];
    java.util.Arrays.fill(starts, -1);
    int last = -1;
    for (LocationTable.LineRange range : LocationTable.lines(code.object())) {
      if (range.line() != last && range.line() >= 0) {
        starts[range.start() / 2] = range.line();
        last = range.line();
      }
    }
    return starts;
  }

  private static int firstNotBefore(int[] starts, int line) {
    int found = Integer.MAX_VALUE;
    for (int start : starts) {
      if (start >= line && start < found) {
        found = start;
      }
    }
    return found == Integer.MAX_VALUE ? -1 : found;
  }

  /** Finds the start of the line that keeps most of the stack. */
  private void choose(int[] starts, int line) {
    long from = shapes.at(frame.pc);
    String reason = "cannot find bytecode for specified line";
    boolean explained = false;
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] != line) {
        continue;
      }
      long to = shapes.at(i);
      if (StackShapes.canBecome(from, to)) {
        if (to > best) {
          best = to;
          target = i;
        }
      } else if (target < 0 && !explained) {
        if (from == StackShapes.TOO_DEEP) {
          reason = "stack to deep to analyze";
        } else if (from == StackShapes.UNREACHED) {
          reason = "can't jump from unreachable code";
        } else {
          reason = StackShapes.explain(to);
          explained = true;
        }
      }
    }
    if (target < 0) {
      throw Errors.valueError(reason);
    }
  }

  private static void bindVariables(PyFrame frame) {
    int unbound = 0;
    for (int i = 0; i < frame.code.localsCount; i++) {
      unbound += frame.slots[i] == null ? 1 : 0;
    }
    if (unbound == 0) {
      return;
    }
    Warnings.warn(
        PyExceptions.RuntimeWarning,
        "assigning None to " + unbound + " unbound local" + (unbound == 1 ? "" : "s"),
        0);
    for (int i = 0; i < frame.code.localsCount; i++) {
      if (frame.slots[i] == null) {
        frame.slots[i] = PyNone.NONE;
      }
    }
  }

  private void make(boolean yielding) {
    long from = shapes.at(frame.pc);
    if (yielding) {
      from = StackShapes.pop(from);
    }
    for (; from > best; from = StackShapes.pop(from)) {
      PyObject value = frame.slots[--frame.sp];
      frame.slots[frame.sp] = null;
      if (StackShapes.top(from) == StackShapes.EXCEPT) {
        frame.thread.handled.value = value instanceof PyBaseException e ? e : null;
      }
    }
    frame.pc = target;
    FrameMethods.extras(frame).restarts = yielding;
    FrameExtras.setOrigin(frame, target, target);
  }
}
