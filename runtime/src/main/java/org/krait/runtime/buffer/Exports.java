package org.krait.runtime.buffer;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The buffers that a resizable object has lent.
 *
 * <p>CPython gives a buffer back as soon as the last reference to its borrower goes. Here a borrower
 * that nobody closed counts until the garbage collector has seen that it is gone, which is asked for
 * when a resize would fail otherwise.
 */
public final class Exports {
  private final List<WeakReference<Buffer>> lent = new ArrayList<>(2);
  private int open;

  /** Counts a buffer. */
  public synchronized void add(Buffer buffer) {
    if (!lent.isEmpty()) {
      lent.removeIf(reference -> reference.get() == null);
    }
    lent.add(new WeakReference<>(buffer));
    open = lent.size();
  }

  /** Counts it no longer. */
  public synchronized void remove(Buffer buffer) {
    lent.removeIf(reference -> reference.get() == buffer || reference.get() == null);
    open = lent.size();
  }

  /** Whether a buffer was not closed, though nobody may hold it any more. */
  public boolean isOpen() {
    return open > 0;
  }

  /** The buffers are on memory that is the object's no longer. */
  public synchronized void forget() {
    lent.clear();
    open = 0;
  }

  /** Whether someone still holds a buffer. */
  public boolean any() {
    return open > 0 && stillAny();
  }

  private boolean stillAny() {
    System.gc();
    remove(null);
    return open > 0;
  }
}
