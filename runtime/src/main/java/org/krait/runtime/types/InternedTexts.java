package org.krait.runtime.types;

/**
 * The interned texts whose Java form is unambiguous, by that form. They are never forgotten.
 *
 * <p>One array, read without a lock: a start takes some 3,000 texts in before anything is compiled, and in a
 * map of the JDK each costs it a dozen calls.
 */
final class InternedTexts {
  private static final int FIRST_SIZE = 1 << 13;

  /** A slot is filled once; a larger table takes this one's place when half are. */
  private volatile PyStr[] slots = new PyStr[FIRST_SIZE];

  private volatile int count;

  /** The text, or null; null too for what another thread has just put in. */
  PyStr get(String units) {
    PyStr[] all = slots;
    int mask = all.length - 1;
    int at = units.hashCode();
    for (at = (at ^ at >>> 16) & mask; ; at = at + 1 & mask) {
      PyStr known = all[at];
      if (known == null || units.equals(known.units())) {
        return known;
      }
    }
  }

  /** Takes a text in; the one that is in already, if there is. */
  synchronized PyStr add(PyStr text) {
    String units = text.units();
    PyStr known = get(units);
    if (known != null) {
      return known;
    }
    if (2 * count >= slots.length) {
      PyStr[] larger = new PyStr[2 * slots.length];
      for (PyStr each : slots) {
        if (each != null) {
          put(larger, each.units(), each);
        }
      }
      slots = larger;
    }
    put(slots, units, text);
    count++;
    return text;
  }

  private static void put(PyStr[] all, String units, PyStr text) {
    int mask = all.length - 1;
    int at = units.hashCode();
    at = (at ^ at >>> 16) & mask;
    while (all[at] != null) {
      at = at + 1 & mask;
    }
    all[at] = text;
  }

  int size() {
    return count;
  }
}
