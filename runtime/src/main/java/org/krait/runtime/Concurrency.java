package org.krait.runtime;

/**
 * Whether more than one thread has run Python code in this JVM.
 *
 * <p>Builtin containers lock around a change only from then on: a program with one thread pays for a
 * field read. The answer never goes back to false, and the thread that makes it true does so before
 * the second one starts.
 */
public final class Concurrency {
  private static boolean several;
  private static boolean one;

  private Concurrency() {}

  /** True once a second thread may run Python code. */
  public static boolean active() {
    return several;
  }

  /** To be called for each new thread state, before its thread runs Python code. */
  public static synchronized void threadAdded() {
    several = one;
    one = true;
  }
}
