package org.krait.runtime.execution;

import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;

/** What few frames have: a trace function, a snapshot of the locals. */
public final class FrameExtras {
  /** {@code f_trace}, or null. */
  public PyObject trace;

  public boolean traceLines = true;
  public boolean traceOpcodes;

  /** The dict that {@code f_locals} gave out, or null. */
  public PyDict locals;

  /** The line of the last line event, to find the next. */
  public int lastLine = -1;
}
