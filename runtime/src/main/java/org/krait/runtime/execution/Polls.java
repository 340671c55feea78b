package org.krait.runtime.execution;

import org.krait.runtime.ThreadState;

/** What waits for a safe point: calls and back-edges look here when something is pending. */
final class Polls {
  private Polls() {}

  /**
   * At the start of a function: has its code watched if tools want that.
   *
   * @param next the instruction after the one that polls
   * @return the instruction to go on with: the one that polls again, when it is watched now
   */
  static int resume(PyFrame frame, int next) {
    Monitoring monitoring = frame.thread.interpreter.monitoring;
    if (monitoring != null && monitoring.bringUpToDate(frame.code)) {
      if (monitoring.allocations() != null) {
        Allocating.cells(frame, monitoring.allocations());
      }
      return next - 1;
    }
    poll(frame);
    return next;
  }

  static void poll(PyFrame frame) {
    ThreadState thread = frame.thread;
    thread.pending = false;
    thread.interpreter.runPending(thread);
    Monitoring monitoring = thread.interpreter.monitoring;
    if (monitoring != null && monitoring.isOn()) {
      thread.pending = true;
    }
  }
}
