package org.krait.runtime;

import java.lang.ref.ReferenceQueue;
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
  private static final Numbers NUMBERS = new Numbers();
  private static final Recent[] RECENT = new Recent[256];

  /** The number of an object. */
  private static final class Number extends WeakIdentityMap.Key {
    private final long number;

    Number(PyObject object, ReferenceQueue<PyObject> queue) {
      super(object, queue);
      long before = Finalizers.identity(object);
      number = before != 0 ? before : draw(object);
    }
  }

  private static final class Numbers extends WeakIdentityMap<Number> {
    @Override
    Number make(PyObject object, ReferenceQueue<PyObject> queue) {
      return new Number(object, queue);
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
    Number known = NUMBERS.get(object);
    return known == null ? 0 : known.number;
  }

  static long of(PyObject object) {
    Number known = NUMBERS.get(object);
    if (known == null) {
      known = NUMBERS.getOrMake(object);
      Finalizers.setIdentity(object, known.number);
    }
    return known.number;
  }

  /** Lets go of the numbers of dead objects. */
  static void forgetDead() {
    NUMBERS.forgetDead();
  }
}
