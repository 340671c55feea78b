package org.krait.cli;

import java.util.function.Predicate;

/** Where the prompt gets its statements from. */
public interface LineInput {
  /**
   * Shows a prompt and reads a statement, or only the next line of it.
   *
   * @param continuation the prompt of further lines
   * @param needsMore whether what was entered goes on; only editors of whole statements ask
   * @return the lines without the last end; null at the end of the input
   * @throws org.krait.runtime.PyException {@code KeyboardInterrupt} for Ctrl-C
   */
  String readStatement(String prompt, String continuation, Predicate<String> needsMore);

  /** Whether the cursor stands on a new line when an input ends or is interrupted. */
  boolean endsLine();
}
