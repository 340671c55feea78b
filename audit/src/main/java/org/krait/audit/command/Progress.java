package org.krait.audit.command;

import java.io.PrintStream;
import org.krait.audit.report.Shown;

/** A line on the terminal that shows how far a run is; nothing when there is no terminal. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long INTERVAL = 100_000_000;

  private final PrintStream err;
  private final String title;
  private int total;
  private Boolean shown;
  private int done;
  private long next = System.nanoTime() + 3 * INTERVAL;
  private boolean drawn;

  Progress(PrintStream err, String title, int total) {
    this.err = err;
    this.title = title;
    this.total = total;
  }

  synchronized void expect(int more) {
    total += more;
  }

  /** Asked late: a run of a moment needs no classes of the console. */
  private boolean isShown() {
    if (shown == null) {
      shown = System.console() != null && System.console().isTerminal();
    }
    return shown;
  }

  synchronized void step(String name) {
    done++;
    long now = System.nanoTime();
    if (now < next || !isShown()) {
      return;
    }
    next = now + INTERVAL;
    drawn = true;
    int filled = (int) ((long) WIDTH * done / total);
    String tail = name.length() > 40 ? "…" + name.substring(name.length() - 39) : name;
    err.printf(
        "\r%s [%s%s] %d/%d %s\u001b[K",
        title, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total, Shown.of(tail));
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
