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
 * programs see, follows from them. Of the places left that the search for a new element passes, it takes the
 * last. A look-up that meets an element of the same hash compares as Python does, which may change this very
 * set: then it starts again.
 */
public final class PySetStorage {
  static final int SMALLEST = 8;
  private static final int LARGE = 50_000;
  private static final int AGAIN = Integer.MIN_VALUE;
  private static final int DIFFERENT = -1;

  private SetTable table;
  private int filled;
  private int size;
  private int finger;

  public PySetStorage() {
    table = new SetTable(SMALLEST);
  }

  /** Of so many elements, none of which was left, in a table that is its own. */
  PySetStorage(SetTable table, int size) {
    this.table = table;
    this.filled = size;
    this.size = size;
  }

  public int size() {
    return size;
  }

  /** Whether all elements are such that hashing and comparing them with their like runs no Python code. */
  public boolean isPlain() {
    return table.isPlain();
  }

  /** Places have numbers below this. */
  public int places() {
    return table.keys.length;
  }

  /** The element at a place, or null. */
  public PyObject elementAt(int place) {
    SetTable t = table;
    if (place >= t.keys.length) {
      return null;
    }
    PyObject element = t.keys[place];
    if (Concurrency.active()) {
      VarHandle.loadLoadFence();
    }
    return t.hashes[place] == SetTable.LEFT_HASH ? null : element;
  }

  /** Goes through the elements that there are at one time, each with its hash. */
  static final class Cursor {
    private final PyObject[] keys;
    private final long[] hashes;
    private int place;
    private PyObject element;
    private long hash;

    Cursor(SetTable table) {
      keys = table.keys;
      hashes = table.hashes;
    }

    /** Moves to the next element; false at the end. */
    boolean next() {
      for (int at = place; at < keys.length; at++) {
        PyObject found = keys[at];
        if (found != null && read(at, found)) {
          place = at + 1;
          return true;
        }
      }
      place = keys.length;
      return false;
    }

    private boolean read(int at, PyObject found) {
      element = found;
      if (!Concurrency.active()) {
        hash = hashes[at];
        return hash != SetTable.LEFT_HASH;
      }
      VarHandle.loadLoadFence();
      hash = hashes[at];
      VarHandle.loadLoadFence();
      return hash != SetTable.LEFT_HASH && keys[at] == found;
    }

    PyObject element() {
      return element;
    }

    long hash() {
      return hash;
    }
  }

  Cursor cursor() {
    return new Cursor(table);
  }

  /** The next place from this one on that has an element, or -1. */
  public int nextPlace(int from) {
    SetTable t = table;
    if (t.isNarrow() && !Concurrency.active()) {
      return t.nextElement(from);
    }
    PyObject[] keys = t.keys;
    for (int place = from; place < keys.length; place++) {
      if (keys[place] != null && t.hashes[place] != SetTable.LEFT_HASH) {
        return place;
      }
    }
    return -1;
  }

  // ---- look-up

  public boolean contains(PyObject key) {
    return key.getClass() == PyStr.class ? contains((PyStr) key) : contains(key, PyDict.hashOf(key));
  }

  private boolean contains(PyStr key) {
    long hash = key.hashValue();
    return table.isFirst(key, hash) || contains(key, hash);
  }

  public boolean contains(PyObject key, long hash) {
    if (Concurrency.active()) {
      return find(key, hash) >= 0;
    }
    return table.mayHave(hash)
        && (key.getClass() == PyLong.class ? contains(((PyLong) key).value) : find(key, hash) >= 0);
  }

  /** As {@link #contains(PyObject)}, of an int. */
  public boolean contains(long key) {
    SetTable t = table;
    if (t.tellsOf(key) && !Concurrency.active()) {
      return t.hasSmall(key);
    }
    return IntKeys.isOwnHash(key) ? containsLarge(t, key) : containsAnyhow(key);
  }

  /** The same of a tuple of two ints. */
  public boolean contains(long first, long second) {
    if (!PairKeys.haveHash(first, second) || Concurrency.active()) {
      return PairKeys.isElement(this, first, second);
    }
    SetTable t = table;
    long hash = PairKeys.hash(first, second);
    if (!t.mayHave(hash)) {
      return false;
    }
    int place = t.searchPair(hash, first, second);
    return place == IntKeys.GENERAL ? PairKeys.isElement(this, first, second) : place >= 0;
  }

  private boolean containsAnyhow(long key) {
    PyObject object = PyLong.of(key);
    return find(object, PyDict.hashOf(object)) >= 0;
  }

  private boolean containsLarge(SetTable t, long key) {
    if (!Concurrency.active()) {
      int only = t.onlyPlace(key);
      if (!t.mayHave(key) || only >= 0 && t.hashes[only] != key) {
        return false;
      }
      if (only >= 0 && t.keys[only].getClass() == PyLong.class) {
        return ((PyLong) t.keys[only]).value == key;
      }
    }
    int place = t.search(key);
    noteSearch(t);
    return place == IntKeys.GENERAL ? containsAnyhow(key) : place >= 0;
  }

  private void noteSearch(SetTable t) {
    int left = filled - size;
    if (left > SetTable.NEIGHBOURS / 2) {
      t.searched(left);
    }
  }

  private int find(PyObject key, long hash) {
    int place = table.onlyPlace(hash);
    if (place >= 0 && table.isThere(place, key, hash)) {
      return place;
    }
    do {
      place = search(table, key, hash);
    } while (place == AGAIN);
    noteSearch(table);
    return place;
  }

  /** The place of the key; or, with all bits turned, where it would go; or AGAIN. */
  private int search(SetTable t, PyObject key, long hash) {
    PyObject[] keys = t.keys;
    long[] hashes = t.hashes;
    int mask = hashes.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    int left = -1;
    while (true) {
      int last = at + SetTable.NEIGHBOURS <= mask ? at + SetTable.NEIGHBOURS : at;
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
        } else if (foundHash == SetTable.LEFT_HASH) {
          left = place;
        } else if (foundHash == 0 && keys[place] == null) {
          return ~(left >= 0 ? left : place);
        }
      }
      perturb >>>= SetTable.PERTURB_SHIFT;
      at = (int) (at * 5L + 1 + perturb) & mask;
    }
  }

  /** The place when the element there is the key; DIFFERENT when it is not; AGAIN when the set changed. */
  private int match(SetTable t, int place, PyObject found, PyObject key) {
    if (found == key) {
      return place;
    }
    if (found.getClass() == PyLong.class && key.getClass() == PyLong.class) {
      return ((PyLong) found).value == ((PyLong) key).value ? place : DIFFERENT;
    }
    if (found.getClass() == PyStr.class && key.getClass() == PyStr.class) {
      return found.equals(key) ? place : DIFFERENT;
    }
    if (found.getClass() == PyTuple.class && key.getClass() == PyTuple.class
        && ((PyTuple) found).keptHash() != 0 && ((PyTuple) key).keptHash() != 0) {
      return ((PyTuple) key).isKnown(found) || PyTuple.equalKeys((PyTuple) found, (PyTuple) key)
          ? place : DIFFERENT;
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
    if (Concurrency.active()) {
      return !contains(key) && add(PyLong.of(key));
    }
    SetTable t = table;
    int place = freePlace(t, key);
    if (place == IntKeys.GENERAL) {
      return add(PyLong.of(key));
    }
    return place >= 0 && insert(t, place, PyLong.of(key), key == -1 ? -2 : key);
  }

  /** Where an int goes; GENERAL when that has to be found out by comparing; else negative: it is there. */
  private int freePlace(SetTable t, long key) {
    if (t.tellsOf(key)) {
      return t.hasSmall(key) ? -1 : t.freePlace(key == -1 ? -2 : key);
    }
    if (!IntKeys.isOwnHash(key)) {
      return IntKeys.GENERAL;
    }
    int place = t.search(key);
    noteSearch(t);
    return place == IntKeys.GENERAL ? place : ~place;
  }

  public boolean add(PyObject key, long hash) {
    if (!Concurrency.active()) {
      SetTable t = table;
      if (!t.mayHave(hash)) {
        return insert(t, t.freePlace(hash), key, hash);
      }
      if (key.getClass() == PyLong.class) {
        int place = freePlace(t, ((PyLong) key).value);
        if (place != IntKeys.GENERAL) {
          return place >= 0 && insert(t, place, key, hash);
        }
      }
    }
    return addCompared(key, hash);
  }

  private boolean addCompared(PyObject key, long hash) {
    while (true) {
      int place = find(key, hash);
      if (place >= 0) {
        return false;
      }
      if (!Concurrency.active()) {
        // A comparison may have run code that took the place.
        if (!table.isElement(~place)) {
          return insert(table, ~place, key, hash);
        }
      } else if (insertLocked(place, key, hash)) {
        return true;
      }
    }
  }

  /** False when another thread changed what the search saw. */
  private synchronized boolean insertLocked(int place, PyObject key, long hash) {
    return find(key, hash) == place && insert(table, ~place, key, hash);
  }

  /** Puts an element that is not there yet where {@link #search} said. */
  private boolean insert(SetTable t, int place, PyObject key, long hash) {
    boolean fresh = t.keys[place] == null;
    t.note(key, hash, place);
    t.hashes[place] = hash;
    Concurrency.publish();
    t.keys[place] = key;
    size++;
    if (fresh) {
      filled++;
      if (isTooMany(filled, t.keys.length)) {
        resize(grown(size));
      }
    }
    return true;
  }

  private void resize(long wanted) {
    SetTable fresh = resized(table, placesFor(wanted), filled == size);
    Concurrency.publish();
    table = fresh;
    filled = size;
  }

  /** A table of so many places with the elements of another, of which none was left if it is whole. */
  static SetTable resized(SetTable old, int places, boolean whole) {
    SetTable fresh = new SetTable(places);
    fresh.placeAll(old, whole);
    return fresh;
  }

  /** What a set that is too full wants room for. */
  static long grown(int size) {
    return size > LARGE ? size * 2L : size * 4L;
  }

  /** The number of elements at which a table of so many places is too full. */
  static int roomOf(int places) {
    return (int) (((places - 1) * 3L + 4) / 5);
  }

  /** The least number of places above another number. */
  static int placesFor(long wanted) {
    long places = SMALLEST;
    while (places <= wanted) {
      places <<= 1;
    }
    return (int) places;
  }

  /** Removes an element; false when it was not there. */
  public boolean remove(PyObject key) {
    return remove(key, PyDict.hashOf(key));
  }

  public boolean remove(PyObject key, long hash) {
    while (true) {
      SetTable seen = table;
      int place = find(key, hash);
      if (place < 0) {
        return false;
      }
      if (Concurrency.active() ? leaveLocked(seen, place, hash) : leaveIfThere(seen, place, hash)) {
        return true;
      }
    }
  }

  /** Removes an element that is there, else adds it; comparing it runs no Python code, and no thread is beside. */
  void toggle(PyObject key, long hash) {
    SetTable t = table;
    if (!t.mayHave(hash)) {
      insert(t, t.freePlace(hash), key, hash);
      return;
    }
    int place = find(key, hash);
    if (place >= 0) {
      leave(place);
    } else {
      insert(t, ~place, key, hash);
    }
  }

  /** Removes an int; false when it was not there. */
  public boolean remove(long key) {
    SetTable t = table;
    if (!IntKeys.isOwnHash(key) || Concurrency.active()) {
      return remove(PyLong.of(key));
    }
    if (t.tellsOf(key) && !t.hasSmall(key)) {
      return false;
    }
    int place = t.onlyPlace(key);
    if (place < 0 || !t.isThere(place, key)) {
      place = t.search(key);
      noteSearch(t);
    }
    if (place >= 0) {
      leave(place);
    }
    return place >= 0 || place == IntKeys.GENERAL && remove(PyLong.of(key));
  }

  private synchronized boolean leaveLocked(SetTable seen, int place, long hash) {
    return leaveIfThere(seen, place, hash);
  }

  /** False when the element is no longer where a search saw it. */
  private boolean leaveIfThere(SetTable seen, int place, long hash) {
    if (table != seen || !seen.isElement(place) || seen.hashes[place] != hash) {
      return false;
    }
    leave(place);
    return true;
  }

  private void leave(int place) {
    table.leave(place);
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
    table = new SetTable(SMALLEST);
    filled = 0;
    size = 0;
    finger = 0;
  }

  /** Takes over the elements of a storage that nobody else uses. */
  public void become(PySetStorage other) {
    if (Concurrency.active()) {
      synchronized (this) {
        takeOver(other);
      }
    } else {
      takeOver(other);
    }
  }

  private void takeOver(PySetStorage other) {
    table = other.table;
    filled = other.filled;
    size = other.size;
    finger = 0;
  }

  /** Another storage with these elements, as large as one that they are added to. */
  public PySetStorage copy() {
    return snapshot(placesWith(size, SMALLEST));
  }

  /** Another storage with these elements where so many more will be added at once. */
  PySetStorage copyWithRoom(int more) {
    int places = placesWith(size, SMALLEST);
    long both = size + (long) more;
    if (Concurrency.active() || size == 0 || filled != size || places != table.keys.length || !isTooMany(both, places)) {
      return copy();
    }
    // The elements would lie in a copy as they do here.
    return new PySetStorage(resized(table, placesFor(both * 2), true), size);
  }

  /** How many places there are after so many elements were added to none. */
  private static int placesWith(int count, int places) {
    return isTooMany(count, places) ? placesFor(count * 2L) : places;
  }

  /** Makes room for so many more elements, if there is not enough. */
  public void makeRoom(int more) {
    if (isTooMany(filled + (long) more, table.keys.length)) {
      grow(more);
    }
  }

  private synchronized void grow(int more) {
    resize((size + (long) more) * 2);
  }

  private static boolean isTooMany(long count, int places) {
    return count * 5 >= (places - 1) * 3L;
  }

  /** Adds all elements of another storage. */
  public void addAll(PySetStorage other) {
    if (other == this || other.size == 0) {
      return;
    }
    if (filled == 0) {
      copyFrom(other);
      return;
    }
    makeRoom(other.size);
    for (Cursor elements = other.cursor(); elements.next(); ) {
      add(elements.element(), elements.hash());
    }
  }

  /** Takes the elements of another storage into this one, which was never used. */
  private void copyFrom(PySetStorage other) {
    PySetStorage copy = other.snapshot(placesWith(other.size, places()));
    if (!Concurrency.active()) {
      takeOver(copy);
      return;
    }
    synchronized (this) {
      if (filled == 0) {
        become(copy);
        return;
      }
    }
    addAll(copy);
  }

  /** Another storage with these elements, in a table of so many places or, if need be, more. */
  private PySetStorage snapshot(int places) {
    if (Concurrency.active()) {
      synchronized (this) {
        return snapshotHere(places);
      }
    }
    return snapshotHere(places);
  }

  private PySetStorage snapshotHere(int places) {
    int wanted = places;
    while (isTooMany(size, wanted)) {
      wanted <<= 1;
    }
    SetTable target;
    if (table.keys.length == wanted && filled == size) {
      target = new SetTable(table);
    } else {
      target = new SetTable(wanted);
      target.placeAll(table, filled == size);
    }
    return new PySetStorage(target, size);
  }

  /** Makes the table anew when more than a quarter of it is places that were left. */
  public void tidy() {
    if (filled - size > (table.keys.length - 1) / 4) {
      tidyUp();
    }
  }

  private synchronized void tidyUp() {
    resize(grown(size));
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
    SetTable t = table;
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
