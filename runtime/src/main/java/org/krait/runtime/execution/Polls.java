package org.krait.runtime.execution;

import org.krait.runtime.ThreadState;

/** What waits for a safe point: calls and back-edges look here when something is pending. */
final class Polls {
  private Polls() {}

  static void poll(PyFrame frame) {
    ThreadState thread = frame.thread;
    thread.pending = false;
    thread.interpreter.runPending(thread);
  }
}
