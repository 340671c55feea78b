package org.krait.runtime;

import java.util.ArrayList;
import java.util.List;

/** Knows the containers whose {@code repr} is under way in a thread, so that one inside itself is cut short. */
public final class ReprGuard {
  private final List<PyObject> open = new ArrayList<>();

  private static ReprGuard mine() {
    ThreadState thread = ThreadState.current();
    if (thread.reprGuard == null) {
      thread.reprGuard = new ReprGuard();
    }
    return thread.reprGuard;
  }

  /**
   * Begins the repr of a container.
   *
   * @return false when it is under way already; then {@link #leave} must not be called
   */
  public static boolean enter(PyObject container) {
    List<PyObject> open = mine().open;
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i) == container) {
        return false;
      }
    }
    open.add(container);
    return true;
  }

  /** Ends what {@link #enter} began. */
  public static void leave(PyObject container) {
    List<PyObject> open = mine().open;
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i) == container) {
        open.remove(i);
        return;
      }
    }
  }
}
