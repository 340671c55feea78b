package org.krait.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Something for each object, by identity, as long as the object lives. */
final class WeakIdentityMap<V> {
  private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();

  /** A key that is equal to another of the same object, and lets go of it. */
  private static final class Key extends WeakReference<PyObject> {
    private final int hash;

    Key(PyObject object, ReferenceQueue<PyObject> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      PyObject mine = get();
      return mine != null
          && (other instanceof Probe p && p.object == mine || other instanceof Key k && k.get() == mine);
    }
  }

  /** A key for asking, without a reference object. */
  private record Probe(PyObject object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && k.get() == object;
    }
  }

  /** What an object has, or null. */
  V get(PyObject object) {
    return values.get(new Probe(object));
  }

  /** What an object has, made if need be. */
  V get(PyObject object, Supplier<V> maker) {
    V known = get(object);
    if (known != null) {
      return known;
    }
    for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
      values.remove(gone);
    }
    return values.computeIfAbsent(new Key(object, dead), key -> maker.get());
  }
}
