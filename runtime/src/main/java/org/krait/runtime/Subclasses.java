package org.krait.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The direct subclasses of a type, which they do not keep alive. */
final class Subclasses {
  private static final int FIRST_SWEEP = 64;

  private final List<WeakReference<PyType>> all = new ArrayList<>();
  private int sweepAt = FIRST_SWEEP;

  synchronized void add(PyType type) {
    if (all.size() >= sweepAt) {
      sweep();
    }
    all.add(new WeakReference<>(type));
  }

  /** Forgets those that are gone, once there are twice as many as were left the last time. */
  private void sweep() {
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      WeakReference<PyType> reference = all.get(i);
      if (!reference.refersTo(null)) {
        all.set(kept++, reference);
      }
    }
    all.subList(kept, all.size()).clear();
    sweepAt = Math.max(FIRST_SWEEP, 2 * kept);
  }

  synchronized void remove(PyType type) {
    all.removeIf(reference -> reference.get() == type);
  }

  /** Whether there never was one, or the dead ones are forgotten. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  synchronized List<PyType> alive() {
    List<PyType> alive = new ArrayList<>(all.size());
    for (WeakReference<PyType> reference : all) {
      PyType type = reference.get();
      if (type != null) {
        alive.add(type);
      }
    }
    return alive;
  }
}
