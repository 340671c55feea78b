package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/** Something for each object, by identity, as long as the object lives: what is known of it stands in its key. */
abstract class WeakIdentityMap<K extends WeakIdentityMap.Key> {
  private final ConcurrentHashMap<Object, K> keys = new ConcurrentHashMap<>();
  private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();

  /** A key that is equal to another of the same object, and lets go of it. */
  abstract static class Key extends WeakReference<PyObject> {
    private final int hash;

    Key(PyObject object, ReferenceQueue<PyObject> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public final int hashCode() {
      return hash;
    }

    @Override
    public final boolean equals(Object other) {
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

  /** The key of an object that has none yet. */
  abstract K make(PyObject object, ReferenceQueue<PyObject> queue);

  /** What an object has, or null. */
  final K get(PyObject object) {
    return keys.get(new Probe(object));
  }

  /** What an object has, made if need be. */
  final K getOrMake(PyObject object) {
    K known = get(object);
    if (known != null) {
      return known;
    }
    forgetDead();
    K made = make(object, dead);
    known = keys.putIfAbsent(made, made);
    return known == null ? made : known;
  }

  /** Lets go of what dead objects had: before a collection too, which would have to go through it. */
  void forgetDead() {
    for (Object gone = dead.poll(); gone != null; gone = dead.poll()) {
      keys.remove(gone);
    }
  }

  /** Where the keys of dead objects come, unless they are forgotten before. */
  final ReferenceQueue<PyObject> dead() {
    return dead;
  }

  /** The keys of all objects, of dead ones too that are not forgotten yet. */
  final Iterable<K> keys() {
    return keys.values();
  }

  final void remove(K key) {
    keys.remove(key);
  }

  final int size() {
    return keys.size();
  }
}
