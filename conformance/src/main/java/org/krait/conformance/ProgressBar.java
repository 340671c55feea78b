package org.krait.conformance;

/** A line on the terminal that shows how far a run is; nothing when there is no terminal. */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 40;

  private final String title;
  private final int total;
  private final boolean shown = System.console() != null && System.console().isTerminal();
  private int done;
  private int drawn = -1;

  public ProgressBar(String title, int total) {
    this.title = title;
    this.total = total;
  }

  public synchronized void step() {
    done++;
    int filled = (int) ((long) WIDTH * done / total);
    if (shown && (filled != drawn || done % 10 == 0)) {
      drawn = filled;
      System.err.printf(
          "\r%s [%s%s] %d/%d", title, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
    }
  }

  @Override
  public void close() {
    if (shown) {
      System.err.print("\r\033[K");
    }
  }
}
