package org.krait.runtime.execution;

/** Translates hot code; the room that does it is not seen from here. */
public interface HotCode {
  /**
   * Asks for machine code. Returns at once.
   *
   * @param frame a frame that runs the code
   * @param head the head of the loop to enter, or -1 for calls
   */
  void request(PyFrame frame, int head);
}
