package org.krait.runtime;

import java.lang.invoke.VarHandle;

/**
 * Whether more than one thread has run Python code in this JVM.
 *
 * <p>Builtin containers lock around a change only from then on: a program with one thread pays for a
 * field read. The answer never goes back to false, and the thread that makes it true does so before
 * the second one starts.
 */
public final class Concurrency {
  private static boolean several;
  private static boolean observed;
  private static boolean one;
  private static final Assumption SINGLE = new Assumption();

  private Concurrency() {}

  /** True once a second thread may run Python code. */
  public static boolean active() {
    return several;
  }

  /** That there is one thread; broken by it before there is another. */
  public static Assumption single() {
    return SINGLE;
  }

  /**
   * What was written before is seen before what is written next, by threads that read without locks.
   * Before there are any it costs nothing: in code that is not compiled yet the fence is a call.
   */
  public static void publish() {
    if (observed) {
      VarHandle.storeStoreFence();
    }
  }

  /** To be called before a thread starts that reads containers, though it runs no Python code. */
  public static void readerAdded() {
    observed = true;
  }

  /** To be called for each new thread state, before its thread runs Python code. */
  public static synchronized void threadAdded() {
    several = one;
    observed |= several;
    one = true;
    if (several) {
      SINGLE.invalidate();
    }
  }
}
