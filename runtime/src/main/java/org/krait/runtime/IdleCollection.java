package org.krait.runtime;

import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Has the JVM collect when the process has done something and now does nothing.
 *
 * <p>CPython closes a dropped socket with the last reference, and whoever is at its other end goes on. A
 * Java machine that waits collects nothing, so both might wait for ever. Started with the first socket of
 * an interpreter, for its time; it looks once in a second, and leaves large heaps alone.
 */
final class IdleCollection implements Runnable {
  private static final long PAUSE = 1000;
  private static final Duration IDLE = Duration.ofMillis(30);
  private static final Duration WORK = Duration.ofMillis(60);
  private static final long LARGE = 1L << 30;

  private final WeakReference<Interpreter> interpreter;

  private IdleCollection(Interpreter interpreter) {
    this.interpreter = new WeakReference<>(interpreter);
  }

  static void start(Interpreter interpreter) {
    Thread thread = new Thread(new IdleCollection(interpreter), "krait-idle");
    thread.setDaemon(true);
    thread.start();
  }

  /** The processor time of the process; null where nobody counts it. */
  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(null);
  }

  @Override
  public void run() {
    Duration before = used();
    Duration collected = Duration.ZERO;
    while (before != null && sleep()) {
      Interpreter home = interpreter.get();
      if (home == null || home.finalizing) {
        return;
      }
      Duration now = used();
      if (now == null) {
        return;
      }
      boolean idle = now.minus(before).compareTo(IDLE) < 0;
      if (idle && now.minus(collected).compareTo(WORK) > 0 && isSmall()) {
        System.gc();
        collected = now;
      }
      before = now;
    }
  }

  private static boolean isSmall() {
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory() < LARGE;
  }

  private static boolean sleep() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
