package org.krait.runtime.execution;

import java.util.function.BooleanSupplier;

/** Translates hot code; the room that does it is not seen from here. */
public interface HotCode {
  /** Exceptions caught in a code object after which its handlers are translated too. */
  int CATCHES = 16;

  /** The {@linkplain Heat heat} that a translation must be worth. */
  int warm();

  /** The heat from which on a code object's instructions note what they see. */
  int warm(PyCode code);

  /** For how much more heat they do so before code is translated. */
  int noting();

  /**
   * Asks for machine code. Returns at once.
   *
   * @param frame a frame that runs the code
   * @param head the head of the loop to enter, or -1 for calls
   */
  void request(PyFrame frame, int head);

  /**
   * Runs a translation of something other than a code object, as those of code objects are run: in the
   * background, or at once when that is asked for.
   *
   * @param name what is translated, for the report
   * @param translation whether it could be translated
   */
  void run(String name, BooleanSupplier translation);
}
