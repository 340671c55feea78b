package org.krait.runtime.types;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Consumer;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;

/**
 * The elements of a set: an open-addressed table that looks at some neighbours before it jumps.
 *
 * <p>Sizes and probing are those of CPython's {@code setobject.c}, because the order of iteration, which
 * programs see, follows from them. A place is never used, used or <em>left</em>; of the places left that
 * the search for a new element passes, it takes the last. A look-up that meets an element of the
 * same hash compares as Python does, which may change this very set: then it starts again.
 */
public final class PySetStorage {
  private static final int SMALLEST = 8;
  private static final int NEIGHBOURS = 9;
  private static final int PERTURB_SHIFT = 5;
  private static final int LARGE = 50_000;
  private static final int AGAIN = Integer.MIN_VALUE;
  private static final int DIFFERENT = -1;

  /** How many ends of hashes are told apart. */
  private static final int ENDS = 64;

  /** Places that were left, summed over searches, before a table notes where its elements are. */
  private static final int TIRING = 400;

  /** What a place holds whose element was removed. */
  private static final PyObject LEFT = PyNone.NONE;

  private static final long LEFT_HASH = -1;

  /** Both arrays together, so that a reader gets them from one field. */
  private static final class Table {
    final PyObject[] keys;
    final long[] hashes;

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

    /** Whether there may be an element that is no int but may be equal to such a small one. */
    private boolean isMixed;

    Table(int size) {
      keys = new PyObject[size];
      hashes = new long[size];
    }

    /** Whether the bits of small ints say all about them. */
    boolean tellsOf(long key) {
      return isSmall(key) && !isMixed;
    }

    /** Whether a small int is an element, where {@link #tellsOf} is true. */
    boolean hasSmall(long key) {
      return ((key >= 0 ? small : smallNegative) >>> key & 1) != 0;
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

    void note(PyObject key, long hash, int place) {
      if (key.getClass() == PyLong.class) {
        long value = ((PyLong) key).value;
        if (isSmall(value)) {
          turn(value);
        }
      } else if (isSmall(hash)) {
        isMixed = true;
      }
      long end = 1L << hash;
      several |= ends & end;
      ends |= end;
      if (known != null) {
        known[(int) hash & ENDS - 1] = (byte) place;
      }
    }

    /** Says how many places that were left a search may have passed. */
    void searched(int left) {
      if (known == null && keys.length <= Byte.MAX_VALUE && (passed += left) > TIRING) {
        known = new byte[ENDS];
        for (int place = 0; place < keys.length; place++) {
          if (isElement(place)) {
            known[(int) hashes[place] & ENDS - 1] = (byte) place;
          }
        }
      }
    }

    void forget(PyObject key, long hash) {
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

    void copyFrom(Table other) {
      System.arraycopy(other.keys, 0, keys, 0, keys.length);
      System.arraycopy(other.hashes, 0, hashes, 0, keys.length);
      ends = other.ends;
      several = other.several;
      small = other.small;
      smallNegative = other.smallNegative;
      isMixed = other.isMixed;
    }
  }

  private Table table = new Table(SMALLEST);
  private int filled;
  private int size;
  private int finger;

  public int size() {
    return size;
  }

  /** Places have numbers below this. */
  public int places() {
    return table.keys.length;
  }

  /** The element at a place, or null. */
  public PyObject elementAt(int place) {
    Table t = table;
    if (place >= t.keys.length) {
      return null;
    }
    PyObject element = t.keys[place];
    VarHandle.loadLoadFence();
    return t.hashes[place] == LEFT_HASH ? null : element;
  }

  /** Goes through the elements that there are at one time, each with its hash. */
  final class Cursor {
    private final Table t = table;
    private int place;
    private PyObject element;
    private long hash;

    /** Moves to the next element; false at the end. */
    boolean next() {
      while (place < t.keys.length) {
        if (read(place++)) {
          return true;
        }
      }
      return false;
    }

    private boolean read(int at) {
      PyObject found = t.keys[at];
      if (found == null) {
        return false;
      }
      VarHandle.loadLoadFence();
      hash = t.hashes[at];
      element = found;
      if (!Concurrency.active()) {
        return hash != LEFT_HASH;
      }
      VarHandle.loadLoadFence();
      return hash != LEFT_HASH && t.keys[at] == found;
    }

    PyObject element() {
      return element;
    }

    long hash() {
      return hash;
    }
  }

  Cursor cursor() {
    return new Cursor();
  }

  /** The next place from this one on that has an element, or -1. */
  public int nextPlace(int from) {
    Table t = table;
    for (int place = from; place < t.keys.length; place++) {
      if (t.isElement(place)) {
        return place;
      }
    }
    return -1;
  }

  // ---- look-up

  public boolean contains(PyObject key) {
    return contains(key, PyDict.hashOf(key));
  }

  public boolean contains(PyObject key, long hash) {
    return (table.mayHave(hash) || Concurrency.active()) && find(key, hash) >= 0;
  }

  /** As {@link #contains(PyObject)}, of an int. */
  public boolean contains(long key) {
    Table t = table;
    if (t.tellsOf(key) && !Concurrency.active()) {
      return t.hasSmall(key);
    }
    return IntKeys.isOwnHash(key) ? containsLarge(t, key) : contains(PyLong.of(key));
  }

  private boolean containsLarge(Table t, long key) {
    if (!Concurrency.active()) {
      int only = t.onlyPlace(key);
      if (!t.mayHave(key) || only >= 0 && t.hashes[only] != key) {
        return false;
      }
      if (only >= 0 && t.keys[only].getClass() == PyLong.class) {
        return ((PyLong) t.keys[only]).value == key;
      }
    }
    int place = search(t, key);
    noteSearch(t);
    return place == IntKeys.GENERAL ? contains(PyLong.of(key)) : place >= 0;
  }

  private void noteSearch(Table t) {
    int left = filled - size;
    if (left > NEIGHBOURS / 2) {
      t.searched(left);
    }
  }

  /** The place of an int that is its own hash, -1 where it is not, or GENERAL. */
  private static int search(Table t, long key) {
    PyObject[] keys = t.keys;
    long[] hashes = t.hashes;
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
            return -1;
          }
          return found.getClass() == PyLong.class && ((PyLong) found).value == key ? place : IntKeys.GENERAL;
        }
        if (hash == 0 && keys[place] == null) {
          return -1;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  private int find(PyObject key, long hash) {
    int place = table.onlyPlace(hash);
    if (place >= 0 && isThere(table, place, key, hash)) {
      return place;
    }
    do {
      place = search(table, key, hash);
    } while (place == AGAIN);
    noteSearch(table);
    return place;
  }

  /** Whether a place has the key itself or an equal number; a look that needs no search. */
  private static boolean isThere(Table t, int place, PyObject key, long hash) {
    PyObject found = t.keys[place];
    return t.hashes[place] == hash
        && (found == key
            || found instanceof PyLong a
                && a.getClass() == PyLong.class
                && key.getClass() == PyLong.class
                && a.value == ((PyLong) key).value);
  }

  /** The place of the key; or, with all bits turned, where it would go; or AGAIN. */
  private int search(Table t, PyObject key, long hash) {
    PyObject[] keys = t.keys;
    long[] hashes = t.hashes;
    int mask = hashes.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    int left = -1;
    while (true) {
      int last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int place = at; place <= last; place++) {
        // Most places are told apart by the hash alone; that of one never used is 0.
        long foundHash = hashes[place];
        if (foundHash == hash) {
          PyObject found = keys[place];
          if (found == null) {
            return ~(left >= 0 ? left : place);
          }
          int answer = match(t, place, found, key);
          if (answer != DIFFERENT) {
            return answer;
          }
        } else if (foundHash == LEFT_HASH) {
          left = place;
        } else if (foundHash == 0 && keys[place] == null) {
          return ~(left >= 0 ? left : place);
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  /** The place when the element there is the key; DIFFERENT when it is not; AGAIN when the set changed. */
  private int match(Table t, int place, PyObject found, PyObject key) {
    if (found == key) {
      return place;
    }
    if (found.getClass() == PyLong.class && key.getClass() == PyLong.class) {
      return ((PyLong) found).value == ((PyLong) key).value ? place : DIFFERENT;
    }
    if (found.getClass() == PyStr.class && key.getClass() == PyStr.class) {
      return found.equals(key) ? place : DIFFERENT;
    }
    boolean equal = Comparison.equal(found, key);
    if (t != table || t.keys[place] != found) {
      return AGAIN;
    }
    return equal ? place : DIFFERENT;
  }

  // ---- change

  /** Adds an element; false when an equal one was there. */
  public boolean add(PyObject key) {
    return add(key, PyDict.hashOf(key));
  }

  /** Adds an int. */
  public boolean add(long key) {
    Table t = table;
    if (t.tellsOf(key) && !Concurrency.active()) {
      long hash = key == -1 ? -2 : key;
      return !t.hasSmall(key) && insert(freePlace(t, hash), PyLong.of(key), hash);
    }
    return !contains(key) && add(PyLong.of(key));
  }

  /**
   * Where a new element goes that no other is equal to. Programs that add and remove small ints gain a quarter
   * against a search.
   */
  private static int freePlace(Table t, long hash) {
    PyObject[] keys = t.keys;
    long[] hashes = t.hashes;
    int mask = hashes.length - 1;
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

  public boolean add(PyObject key, long hash) {
    while (true) {
      int place = find(key, hash);
      if (place >= 0) {
        return false;
      }
      if (!Concurrency.active()) {
        // A comparison may have run code that took the place.
        if (!table.isElement(~place)) {
          return insert(~place, key, hash);
        }
      } else if (insertLocked(place, key, hash)) {
        return true;
      }
    }
  }

  /** False when another thread changed what the search saw. */
  private synchronized boolean insertLocked(int place, PyObject key, long hash) {
    return find(key, hash) == place && insert(~place, key, hash);
  }

  /** Puts an element that is not there yet where {@link #search} said. */
  private boolean insert(int place, PyObject key, long hash) {
    boolean fresh = table.keys[place] == null;
    table.note(key, hash, place);
    table.hashes[place] = hash;
    Concurrency.publish();
    table.keys[place] = key;
    size++;
    if (fresh) {
      filled++;
      if (filled * 5L >= (table.keys.length - 1) * 3L) {
        resize(size > LARGE ? size * 2L : size * 4L);
      }
    }
    return true;
  }

  /** The first place of the probe sequence that was never used gets the element. */
  private static void place(Table t, PyObject key, long hash) {
    int mask = t.keys.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (int place = at; place <= last; place++) {
        if (t.keys[place] == null) {
          t.note(key, hash, place);
          t.hashes[place] = hash;
          t.keys[place] = key;
          return;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  private void resize(long wanted) {
    long places = SMALLEST;
    while (places <= wanted) {
      places <<= 1;
    }
    Table old = table;
    Table fresh = new Table((int) places);
    for (int i = 0; i < old.keys.length; i++) {
      if (old.isElement(i)) {
        place(fresh, old.keys[i], old.hashes[i]);
      }
    }
    Concurrency.publish();
    table = fresh;
    filled = size;
  }

  /** Removes an element; false when it was not there. */
  public boolean remove(PyObject key) {
    return remove(key, PyDict.hashOf(key));
  }

  public boolean remove(PyObject key, long hash) {
    while (true) {
      Table seen = table;
      int place = find(key, hash);
      if (place < 0) {
        return false;
      }
      if (Concurrency.active() ? leaveLocked(seen, place, hash) : leaveIfThere(seen, place, hash)) {
        return true;
      }
    }
  }

  /** Removes an int; false when it was not there. */
  public boolean remove(long key) {
    Table t = table;
    boolean isSurelyNot = t.tellsOf(key) && !t.hasSmall(key) && !Concurrency.active();
    return !isSurelyNot && remove(PyLong.of(key));
  }

  private synchronized boolean leaveLocked(Table seen, int place, long hash) {
    return leaveIfThere(seen, place, hash);
  }

  /** False when the element is no longer where a search saw it. */
  private boolean leaveIfThere(Table seen, int place, long hash) {
    if (table != seen || !seen.isElement(place) || seen.hashes[place] != hash) {
      return false;
    }
    leave(place);
    return true;
  }

  private void leave(int place) {
    table.forget(table.keys[place], table.hashes[place]);
    table.hashes[place] = LEFT_HASH;
    table.keys[place] = LEFT;
    size--;
  }

  /** Removes and returns some element, or null when empty; a finger remembers where to go on. */
  public synchronized PyObject pop() {
    if (size == 0) {
      return null;
    }
    int mask = table.keys.length - 1;
    int place = finger & mask;
    while (!table.isElement(place)) {
      place = place + 1 & mask;
    }
    PyObject element = table.keys[place];
    leave(place);
    finger = place + 1;
    return element;
  }

  public synchronized void clear() {
    table = new Table(SMALLEST);
    filled = 0;
    size = 0;
    finger = 0;
  }

  /** Takes over the elements of a storage that nobody else uses. */
  public synchronized void become(PySetStorage other) {
    table = other.table;
    filled = other.filled;
    size = other.size;
    finger = 0;
  }

  public PySetStorage copy() {
    PySetStorage copy = new PySetStorage();
    copy.addAll(this);
    return copy;
  }

  /** Makes room for so many more elements, if there is not enough. */
  public synchronized void makeRoom(int more) {
    if ((filled + (long) more) * 5 >= (table.keys.length - 1) * 3L) {
      resize((size + (long) more) * 2);
    }
  }

  /** Adds all elements of another storage. */
  public void addAll(PySetStorage other) {
    if (other == this || other.size == 0) {
      return;
    }
    makeRoom(other.size);
    if (filled == 0) {
      copyFrom(other);
      return;
    }
    for (Cursor elements = other.cursor(); elements.next(); ) {
      add(elements.element(), elements.hash());
    }
  }

  /** Takes the elements of another storage into this one, which was never used. */
  private void copyFrom(PySetStorage other) {
    PySetStorage copy = other.snapshot(table.keys.length);
    synchronized (this) {
      if (filled == 0) {
        become(copy);
        return;
      }
    }
    addAll(copy);
  }

  /** Another storage with these elements, in a table of so many places or, if need be, more. */
  private synchronized PySetStorage snapshot(int places) {
    PySetStorage copy = new PySetStorage();
    Table source = table;
    Table target = new Table(Math.max(places, sizeFor(size)));
    copy.table = target;
    if (source.keys.length == target.keys.length && filled == size) {
      target.copyFrom(source);
    } else {
      for (int i = 0; i < source.keys.length; i++) {
        if (source.isElement(i)) {
          place(target, source.keys[i], source.hashes[i]);
        }
      }
    }
    copy.filled = size;
    copy.size = size;
    return copy;
  }

  private static int sizeFor(int count) {
    int places = SMALLEST;
    while (count * 5L >= (places - 1) * 3L) {
      places <<= 1;
    }
    return places;
  }

  /** Makes the table anew when more than a quarter of it is places that were left. */
  public synchronized void tidy() {
    if (filled - size > (table.keys.length - 1) / 4) {
      resize(size > LARGE ? size * 2L : size * 4L);
    }
  }

  // ---- all elements

  /** The elements in order, in a fresh array. */
  public PyObject[] toArray() {
    PyObject[] all = new PyObject[size];
    int count = 0;
    for (Cursor elements = cursor(); elements.next(); ) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count + SMALLEST);
      }
      all[count++] = elements.element();
    }
    return count == all.length ? all : Arrays.copyOf(all, count);
  }

  /** Hands out the elements in order. */
  public void forEach(Consumer<PyObject> consumer) {
    for (PyObject element : toArray()) {
      consumer.accept(element);
    }
  }

  /** The hash of a frozenset of these elements; their order does not matter. */
  public long hash() {
    Table t = table;
    long hash = 0;
    for (int i = 0; i < t.keys.length; i++) {
      if (t.isElement(i)) {
        long h = t.hashes[i];
        hash ^= (h ^ 89869747L ^ h << 16) * 3644798167L;
      }
    }
    hash ^= (size + 1L) * 1927868237L;
    hash ^= hash >>> 11 ^ hash >>> 25;
    hash = hash * 69069L + 907133923L;
    return hash == -1 ? 590923713L : hash;
  }
}
