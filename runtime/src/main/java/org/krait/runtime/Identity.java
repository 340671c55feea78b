package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyLong;

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
  private static final Recent[] RECENT = new Recent[256];

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

  /** A value whose objects are not told apart, and their number. */
  private record Recent(Class<?> type, long bits, long number) {}

  /** Numbers that lie without an object are another one each time: equal ones get the same number. */
  private static long draw(PyObject object) {
    long bits;
    if (object.getClass() == PyFloat.class && ((PyFloat) object).value == ((PyFloat) object).value) {
      bits = Double.doubleToRawLongBits(((PyFloat) object).value);
    } else if (object.getClass() == PyLong.class) {
      bits = ((PyLong) object).value;
    } else if (object.getClass() == PyBigInt.class && ((PyBigInt) object).isWord()) {
      bits = ((PyBigInt) object).word();
    } else {
      return NEXT.addAndGet(16);
    }
    int place = Long.hashCode(bits * 0x9e3779b97f4a7c15L) & RECENT.length - 1;
    Recent known = RECENT[place];
    if (known == null || known.bits != bits || known.type != object.getClass()) {
      known = new Recent(object.getClass(), bits, NEXT.addAndGet(16));
      RECENT[place] = known;
    }
    return known.number;
  }

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
    long number = NUMBERS.computeIfAbsent(new Key(object, DEAD), key -> draw(object));
    Finalizers.setIdentity(object, number);
    return number;
  }
}
