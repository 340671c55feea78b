package org.krait.runtime.execution;

/** Translates hot code; the room that does it is not seen from here. */
public interface HotCode {
  /** Exceptions caught in a code object after which its handlers are translated too. */
  int CATCHES = 16;

  /** The {@linkplain Heat heat} from which on instructions note what they see. */
  int warm();

  /** For how much more heat they do so before code is translated. */
  int noting();

  /**
   * Asks for machine code. Returns at once.
   *
   * @param frame a frame that runs the code
   * @param head the head of the loop to enter, or -1 for calls
   */
  void request(PyFrame frame, int head);
}
