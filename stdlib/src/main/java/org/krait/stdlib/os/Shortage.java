package org.krait.stdlib.os;

import org.krait.runtime.Finalizers;
import org.krait.runtime.ThreadState;

/** When no more files can be opened: those that were dropped are closed, which CPython did long before. */
public final class Shortage {
  private static final int ENFILE = 23;
  private static final int EMFILE = 24;

  private Shortage() {}

  /** Whether an error says that, and dropped files have been closed now, so that it may be tried again. */
  public static boolean isMended(long error) {
    if (error != EMFILE && error != ENFILE) {
      return false;
    }
    Finalizers.collect(ThreadState.current());
    return true;
  }
}
