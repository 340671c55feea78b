package org.krait.cli;

/** Ends a run with an exit code: {@code SystemExit} where nothing else is to be said. */
final class Exit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;

  Exit(int status) {
    super(null, null, false, false);
    this.status = status;
  }
}
