package org.krait.stdlib.readline;

/** Reads lines from a terminal and lets them be edited. */
public interface LineEditor {
  /**
   * Shows a prompt and reads a line.
   *
   * @return the line without its end; null when the input ends
   * @throws org.krait.runtime.PyException {@code KeyboardInterrupt} for Ctrl-C
   */
  String readLine(String prompt);

  /** Puts text where the cursor is in the line that is being edited. */
  void insert(String text);

  /** The line that is being edited, or the last one. */
  String buffer();

  /** Draws the line anew. */
  void redisplay();
}
