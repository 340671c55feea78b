package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;

/** What few frames have: a trace function, a snapshot of the locals. */
public final class FrameExtras {
  /** The origin of an instruction behind a call of a Python function. */
  static final int CALLED = -2;

  /** {@code f_trace}, or null. */
  public PyObject trace;

  public boolean traceLines = true;
  public boolean traceOpcodes;

  /** The dict that {@code f_locals} gave out, or null. */
  public PyDict locals;

  /** True when a trace function moved the frame while it yielded: it starts at its instruction. */
  boolean restarts;

  /** The last watched jump, where it came from and where it went. */
  private int origin = -1;

  private int target = -1;

  /** Remembers a jump for the line event at its target. */
  static void setOrigin(PyFrame frame, int from, int to) {
    FrameExtras extras = FrameMethods.extras(frame);
    extras.origin = from;
    extras.target = to;
  }

  /** Where the jump came from that led to an instruction, or -1; it is forgotten. */
  static int takeOrigin(PyFrame frame, int at) {
    FrameExtras extras = frame.extras;
    if (extras == null) {
      return -1;
    }
    int from = extras.target == at ? extras.origin : -1;
    extras.target = -1;
    return from;
  }
}
