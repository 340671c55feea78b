package org.krait.audit.command;

import java.io.PrintStream;
import java.util.List;

/** {@code krait audit}. */
final class AuditCommand {
  private final PrintStream err;

  AuditCommand(PrintStream out, PrintStream err) {
    this.err = err;
  }

  int run(List<String> words) {
    err.println("krait audit: not there yet");
    return AuditCommands.TROUBLE;
  }
}
