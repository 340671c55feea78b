package org.krait.runtime.types;

import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** Look-ups of ints that lie in a {@code long}, for which no object is made unless it must be compared. */
final class IntKeys {
  /** What a search gives where an equal hash belongs to something else than such an int. */
  static final int GENERAL = Integer.MIN_VALUE;

  private IntKeys() {}

  /** Whether an int is its own hash. */
  static boolean isOwnHash(long key) {
    return key != -1 && key > -Objects.HASH_MODULUS && key < Objects.HASH_MODULUS;
  }

  /** The number of the key's entry; or, with all bits turned, the slot where it would go; or GENERAL. */
  static int find(DictTable t, long key) {
    if (!isOwnHash(key)) {
      return GENERAL;
    }
    int[] slots = t.slots;
    int mask = slots.length - 1;
    long perturb = key;
    int at = (int) key & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        if (t.hashes[entry] == key) {
          PyObject found = t.keys[entry];
          return found != null && found.getClass() == PyLong.class && ((PyLong) found).value == key ? entry : GENERAL;
        }
      } else if (entry == DictTable.EMPTY) {
        return ~at;
      }
      perturb >>>= PyDict.PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }
}
