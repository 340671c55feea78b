package org.krait.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that compiled code takes for granted, such as the value of a global or the attributes of a
 * type, and whom to tell when it is no longer so.
 */
public final class Assumption {
  /** Compiled code that depends on assumptions. */
  public interface Dependent {
    /** Called once, by the thread that broke the assumption, before it goes on. */
    void broken();
  }

  private volatile boolean valid = true;
  private final List<WeakReference<Dependent>> dependents = new ArrayList<>(2);

  /** Registers a dependent; false when the assumption does not hold any more. */
  public synchronized boolean add(Dependent dependent) {
    if (!valid) {
      return false;
    }
    dependents.removeIf(reference -> reference.get() == null);
    dependents.add(new WeakReference<>(dependent));
    return true;
  }

  public synchronized boolean isValid() {
    return valid;
  }

  /** Ends the assumption and tells everybody who built on it. */
  public void invalidate() {
    if (!valid) {
      return;
    }
    List<WeakReference<Dependent>> told;
    synchronized (this) {
      if (!valid) {
        return;
      }
      valid = false;
      told = List.copyOf(dependents);
      dependents.clear();
    }
    for (WeakReference<Dependent> reference : told) {
      Dependent dependent = reference.get();
      if (dependent != null) {
        dependent.broken();
      }
    }
  }
}
