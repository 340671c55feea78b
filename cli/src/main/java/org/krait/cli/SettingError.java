package org.krait.cli;

/** A setting with a value that Python cannot start with; exit code 1. */
final class SettingError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String state;

  /**
   * The error.
   *
   * @param message CPython's words, the place where it notices in front
   * @param state how far CPython has come then; null when it says nothing of it
   */
  SettingError(String message, String state) {
    super(message, null, false, false);
    this.state = state;
  }

  /** What stands on standard error. */
  String text() {
    return "Fatal Python error: "
        + getMessage()
        + "\n"
        + (state == null ? "" : "Python runtime state: " + state + "\n\n");
  }
}
