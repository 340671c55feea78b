package org.krait.stdlib.fault;

import org.krait.runtime.Interpreter;
import org.krait.stdlib.os.OpenFile;

/** A thread that shows all stacks when a time is over. */
final class Watchdog implements Runnable {
  private static final long MICROS = 1_000_000;

  private final Interpreter interpreter;
  private final OpenFile target;
  private final long micros;
  private final boolean repeat;
  private final boolean exit;
  private final Thread thread;

  Watchdog(
      Interpreter interpreter, OpenFile target, long micros, boolean repeat, boolean exit) {
    this.interpreter = interpreter;
    this.target = target;
    this.micros = micros;
    this.repeat = repeat;
    this.exit = exit;
    thread = Thread.ofPlatform().daemon().name("faulthandler").unstarted(this);
  }

  void start() {
    thread.start();
  }

  void cancel() {
    thread.interrupt();
  }

  @Override
  public void run() {
    try {
      do {
        Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
        StackText text = new StackText();
        text.line("Timeout (" + limit() + ")!");
        text.threads(interpreter, null);
        text.writeTo(target);
        if (exit) {
          Runtime.getRuntime().halt(1);
        }
      } while (repeat);
    } catch (InterruptedException e) {
      // It was cancelled.
    }
  }

  private String limit() {
    long seconds = micros / MICROS;
    long rest = micros % MICROS;
    String text =
        String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return rest == 0 ? text : text + String.format(".%06d", rest);
  }
}
