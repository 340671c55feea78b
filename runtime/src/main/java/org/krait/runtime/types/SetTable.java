package org.krait.runtime.types;

import org.krait.runtime.PyObject;

/**
 * The places of a set, and what is known about them without a search.
 *
 * <p>Keys and hashes lie together, so that a reader gets them from one field. A place is never used, used or
 * <em>left</em>; the probe sequence is that of CPython's {@code setobject.c}.
 */
final class SetTable {
  static final int NEIGHBOURS = 9;

  /** The places from one on that are looked at before the sequence jumps, as bits. */
  private static final long NEIGHBOURHOOD = (1L << NEIGHBOURS + 1) - 1;

  static final int PERTURB_SHIFT = 5;

  /** What a place holds whose element was removed. */
  static final PyObject LEFT = PyNone.NONE;

  static final long LEFT_HASH = -1;

  /** How many ends of hashes are told apart. */
  private static final int ENDS = 64;

  /** Places that were left, summed over searches, before a table notes where its elements are. */
  private static final int TIRING = 400;

  final PyObject[] keys;
  final long[] hashes;

  // What is noted of elements, as bits, pays in narrow tables; in wide ones it would say "maybe" of all.

  /** The places that are or were used, and of these the ones that were left. */
  private long usedPlaces;

  private long leftPlaces;

  /** A bit for each end of a hash, by its last six bits, that an element may have. */
  private long ends;

  /** The same for ends that have come more than once: these stay. */
  private long several;

  /** Where the only element with an end is; made once many searches may have passed places that were left. */
  private byte[] known;

  private int passed;

  /** The ints from 0 to 63 that are elements, as bits; and those from -64 to -1 by their last six bits. */
  private long small;

  private long smallNegative;

  /** Whether there may be an element that is no int but may be equal to such a small one; or nothing is noted. */
  private boolean isMixed;

  /** Whether there may be elements whose comparison could run Python code. */
  private boolean hasOthers;

  SetTable(int size) {
    keys = new PyObject[size];
    hashes = new long[size];
    if (!isNarrow()) {
      ends = -1;
      several = -1;
      isMixed = true;
    }
  }

  /** Another table of this size with the same elements at the same places, of which none was left. */
  SetTable(SetTable other) {
    keys = other.keys.clone();
    hashes = other.hashes.clone();
    usedPlaces = other.usedPlaces;
    takeNotes(other);
  }

  // ---- what is known without a search

  /** Whether the bits of small ints say all about them. */
  boolean tellsOf(long key) {
    return isSmall(key) && !isMixed;
  }

  /** Whether a small int is an element, where {@link #tellsOf} is true. */
  boolean hasSmall(long key) {
    return ((key >= 0 ? small : smallNegative) >>> key & 1) != 0;
  }

  /** Whether all elements are hashed and compared without Python code. */
  boolean isPlain() {
    return !hasOthers;
  }

  private static boolean isPlain(PyObject key) {
    Class<?> kind = key.getClass();
    return kind == PyTuple.class
        ? ((PyTuple) key).keptHash() != 0
        : kind == PyFloat.class || kind == PyBytes.class || kind == PyBool.class || kind == PyNone.class
            || kind == PyBigInt.class;
  }

  /** Whether a text lies where the search for it begins, as most do; false says nothing. */
  boolean isFirst(PyStr key, long hash) {
    int place = (int) hash & keys.length - 1;
    PyObject found = keys[place];
    return found == key || hashes[place] == hash && found instanceof PyStr text && text.isSameText(key);
  }

  private static boolean isSmall(long key) {
    return key >= -64 && key < 64;
  }

  boolean isElement(int place) {
    return keys[place] != null && hashes[place] != LEFT_HASH;
  }

  /** False when no element has the hash: then the places that were left need not be passed. */
  boolean mayHave(long hash) {
    return (ends >>> hash & 1) != 0;
  }

  /** The place of the only element whose hash ends like this one, or -1 when that is not known. */
  int onlyPlace(long hash) {
    return known == null || (several >>> hash & 1) != 0 ? -1 : known[(int) hash & ENDS - 1];
  }

  /** Whether a place has the key itself or an equal number; a look that needs no search. */
  boolean isThere(int place, PyObject key, long hash) {
    PyObject found = keys[place];
    return hashes[place] == hash
        && (found == key
            || found instanceof PyLong a
                && a.getClass() == PyLong.class
                && key.getClass() == PyLong.class
                && a.value == ((PyLong) key).value);
  }

  /** The same of an int that is its own hash. */
  boolean isThere(int place, long key) {
    return hashes[place] == key && keys[place] instanceof PyLong found && found.value == key;
  }

  // ---- search

  /**
   * The place of an int that is its own hash; or, with all bits turned, where it would go; or GENERAL where
   * something else has the same hash.
   */
  int search(long key) {
    int left = -1;
    int mask = hashes.length - 1;
    long perturb = key;
    int at = (int) key & mask;
    while (true) {
      int last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int place = at; place <= last; place++) {
        long hash = hashes[place];
        if (hash == key) {
          PyObject found = keys[place];
          if (found == null) {
            return ~(left >= 0 ? left : place);
          }
          return found.getClass() == PyLong.class && ((PyLong) found).value == key ? place : IntKeys.GENERAL;
        }
        if (hash == LEFT_HASH) {
          left = place;
        } else if (hash == 0 && keys[place] == null) {
          return ~(left >= 0 ? left : place);
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  /** The place of a tuple of two ints; GENERAL where something else has the same hash; or -1. */
  int searchPair(long hash, long first, long second) {
    int mask = hashes.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int place = at; place <= last; place++) {
        long found = hashes[place];
        if (found == hash) {
          PyObject key = keys[place];
          return key == null ? -1 : PairKeys.isPair(key, first, second) ? place : IntKeys.GENERAL;
        }
        if (found == 0 && keys[place] == null) {
          return -1;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  /** Whether there is a bit for each place. */
  boolean isNarrow() {
    return keys.length <= Long.SIZE;
  }

  /** The first element's place from this one on in a narrow table, or -1. */
  int nextElement(int from) {
    long rest = from >= keys.length ? 0 : (usedPlaces & ~leftPlaces) >>> from;
    return rest == 0 ? -1 : from + Long.numberOfTrailingZeros(rest);
  }

  /** Where a new element goes that no other is equal to. */
  int freePlace(long hash) {
    return isNarrow() ? freePlaceByBits(hash) : freePlaceBySearch(hash);
  }

  private int freePlaceByBits(long hash) {
    long used = usedPlaces;
    long wasLeft = leftPlaces;
    int mask = keys.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    int left = -1;
    while (true) {
      long near = (at + NEIGHBOURS <= mask ? NEIGHBOURHOOD : 1) << at;
      long unused = near & ~used;
      // Of the places that were left, those before the first that was never used.
      long passed = near & wasLeft & (unused & -unused) - 1;
      if (passed != 0) {
        left = Long.SIZE - 1 - Long.numberOfLeadingZeros(passed);
      }
      if (unused != 0) {
        return left >= 0 ? left : Long.numberOfTrailingZeros(unused);
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  private int freePlaceBySearch(long hash) {
    int mask = keys.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    int left = -1;
    while (true) {
      int last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int place = at; place <= last; place++) {
        if (keys[place] == null) {
          return left >= 0 ? left : place;
        }
        if (hashes[place] == LEFT_HASH) {
          left = place;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  // ---- change

  /** Puts in an element that no other is equal to; the table is nobody else's yet, and none was left. */
  void put(PyObject key, long hash) {
    int place = emptyPlace(hash);
    note(key, hash, place);
    hashes[place] = hash;
    keys[place] = key;
  }

  /** As {@link #freePlace}, of a table where none was left: most are empty. */
  private int emptyPlace(long hash) {
    int place = (int) hash & keys.length - 1;
    return keys[place] == null ? place : freePlace(hash);
  }

  /**
   * Places the elements of another table in this empty one.
   *
   * @param whole whether none was left there, so that what is noted of them is true here too
   */
  void placeAll(SetTable other, boolean whole) {
    boolean noted = whole && (other.isNarrow() || !isNarrow());
    if (noted && isNarrow()) {
      takeNotes(other);
    } else {
      hasOthers = noted && other.hasOthers;
    }
    PyObject[] from = other.keys;
    for (int i = 0; i < from.length; i++) {
      PyObject key = from[i];
      long hash = other.hashes[i];
      if (key == null || hash == LEFT_HASH) {
        continue;
      }
      int place = emptyPlace(hash);
      if (noted) {
        usedPlaces |= 1L << place;
      } else {
        note(key, hash, place);
      }
      hashes[place] = hash;
      keys[place] = key;
    }
  }

  private void takeNotes(SetTable other) {
    ends = other.ends;
    several = other.several;
    small = other.small;
    smallNegative = other.smallNegative;
    isMixed = other.isMixed;
    hasOthers = other.hasOthers;
  }

  /** Notes a new element. */
  void note(PyObject key, long hash, int place) {
    Class<?> kind = key.getClass();
    if (kind != PyLong.class && kind != PyStr.class) {
      hasOthers |= !isPlain(key);
    }
    if (isNarrow()) {
      noteBits(key, hash, place);
    }
  }

  private void noteBits(PyObject key, long hash, int place) {
    if (isSmall(hash)) {
      noteSmall(key);
    }
    long end = 1L << hash;
    several |= ends & end;
    ends |= end;
    if (known != null) {
      known[(int) hash & ENDS - 1] = (byte) place;
    }
    long bit = 1L << place;
    usedPlaces |= bit;
    leftPlaces &= ~bit;
  }

  /** Notes an element whose hash is that of a small int. */
  private void noteSmall(PyObject key) {
    if (key.getClass() != PyLong.class) {
      isMixed = true;
    } else if (isSmall(((PyLong) key).value)) {
      turn(((PyLong) key).value);
    }
  }

  /** Takes out an element. */
  void leave(int place) {
    if (isNarrow()) {
      forget(keys[place], hashes[place]);
      leftPlaces |= 1L << place;
    }
    hashes[place] = LEFT_HASH;
    keys[place] = LEFT;
  }

  private void forget(PyObject key, long hash) {
    if (key.getClass() == PyLong.class && isSmall(((PyLong) key).value)) {
      turn(((PyLong) key).value);
    }
    long end = 1L << hash;
    ends &= ~end | several;
  }

  /** Turns the bit of a small int. */
  private void turn(long value) {
    if (value >= 0) {
      small ^= 1L << value;
    } else {
      smallNegative ^= 1L << value;
    }
  }

  /** Says how many places that were left a search may have passed. */
  void searched(int left) {
    if (known == null && isNarrow() && (passed += left) > TIRING) {
      known = new byte[ENDS];
      for (int place = 0; place < keys.length; place++) {
        if (isElement(place)) {
          known[(int) hashes[place] & ENDS - 1] = (byte) place;
        }
      }
    }
  }
}
