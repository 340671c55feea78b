package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers that {@code id()} gives out.
 *
 * <p>The JVM moves objects, so a number is drawn when it is first asked for and remembered as long as
 * the object lives. Numbers look like addresses (16-byte steps), because programs print them so.
 */
final class Identity {
  private static final long FIRST = 0x7f0000000000L;
  private static final AtomicLong NEXT = new AtomicLong(FIRST);
  private static final ConcurrentHashMap<Object, Long> NUMBERS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<PyObject> DEAD = new ReferenceQueue<>();

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
      return this == other || other instanceof Probe p && p.object == get()
          || other instanceof Key k && k.get() == get() && get() != null;
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

  private Identity() {}

  /** The number that an object was given, or 0. */
  static long known(PyObject object) {
    Long known = NUMBERS.get(new Probe(object));
    return known == null ? 0 : known;
  }

  static long of(PyObject object) {
    Long known = NUMBERS.get(new Probe(object));
    if (known != null) {
      return known;
    }
    for (Object dead = DEAD.poll(); dead != null; dead = DEAD.poll()) {
      NUMBERS.remove(dead);
    }
    long before = Finalizers.identity(object);
    if (before != 0) {
      return NUMBERS.computeIfAbsent(new Key(object, DEAD), key -> before);
    }
    long number = NUMBERS.computeIfAbsent(new Key(object, DEAD), key -> NEXT.addAndGet(16));
    Finalizers.setIdentity(object, number);
    return number;
  }
}
