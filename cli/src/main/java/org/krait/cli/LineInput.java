package org.krait.cli;

/** Where the prompt gets its lines from. */
interface LineInput {
  /**
   * Shows a prompt and reads a line.
   *
   * @param isContinuation whether it goes on with a statement that has been begun
   * @return the line without its end; null at the end of the input
   * @throws org.krait.runtime.PyException {@code KeyboardInterrupt} for Ctrl-C
   */
  String readLine(String prompt, boolean isContinuation);
}
