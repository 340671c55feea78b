package org.krait.runtime.types;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code dict}: entries in insertion order, found through an open-addressed table of their numbers.
 *
 * <p>Entries are parallel arrays ({@code hashes}, {@code keys}, {@code values}); a deleted entry has a
 * null key and stays until the next resize. {@code table} holds entry numbers, {@link #EMPTY} or
 * {@link #DELETED}. A look-up with a {@code str} key compares by identity, then by hash and text,
 * and never runs Python code; other keys may, so they check that the dict did not change meanwhile.
 *
 * <p>{@link #layoutVersion} lets caches remember an entry's number: it stands as long as no key came
 * or went.
 */
@BuiltinType(
    name = "dict",
    parts = {DictMethods.class},
    pattern = BuiltinType.Pattern.MAPPING_SELF)
public class PyDict extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyDictTable());

  private static final AtomicLong VERSIONS = new AtomicLong();
  private static final int EMPTY = -1;
  private static final int DELETED = -2;
  private static final int SMALLEST = 8;
  private static final int PERTURB_SHIFT = 5;
  private static final int[] NO_TABLE = {EMPTY};
  private static final long[] NO_HASHES = {};

  private int[] table = NO_TABLE;
  private long[] hashes = NO_HASHES;
  private PyObject[] keys = NO_ARGS;
  private PyObject[] values = NO_ARGS;

  /** Entries written so far, deleted ones included. */
  private int filled;

  /** Entries alive. */
  private int size;

  /** Unique while not 0; 0 when no cache depends on the layout. */
  private long layoutVersion;

  public PyDict() {}

  /** A dict that takes this many entries without growing. */
  public PyDict(int capacity) {
    if (capacity > 0) {
      allocate(tableSize(capacity));
    }
  }

  /** One item, as Java code sees it. */
  public record Entry(PyObject key, PyObject value) {}

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- look-up

  public final int size() {
    return size;
  }

  /** The value of a str key, or null. */
  public final PyObject get(PyStr key) {
    int entry = find(key);
    return entry < 0 ? null : values[entry];
  }

  /** The value of any key, or null; hashes and compares as Python does. */
  public final PyObject get(PyObject key) {
    if (key.getClass() == PyStr.class) {
      return get((PyStr) key);
    }
    return get(key, Objects.hash(key));
  }

  /** As {@link #get(PyObject)} with a hash that is already known. */
  public final PyObject get(PyObject key, long hash) {
    int entry = key.getClass() == PyStr.class ? find((PyStr) key) : find(key, hash);
    return entry < 0 ? null : values[entry];
  }

  public final boolean containsKey(PyObject key) {
    return get(key) != null;
  }

  /** The number of a str key's entry, or negative. */
  private int find(PyStr key) {
    long hash = key.hashValue();
    int[] slots = table;
    PyObject[] all = keys;
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        PyObject found = all[entry];
        if (found == key || hashes[entry] == hash && sameText(found, key, hash)) {
          return entry;
        }
      } else if (entry == EMPTY) {
        return EMPTY;
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  private static boolean sameText(PyObject found, PyStr key, long hash) {
    if (found instanceof PyStr text && (text.getClass() == PyStr.class)) {
      return text.equals(key);
    }
    return found != null && Comparison.equal(found, key);
  }

  private int find(PyObject key, long hash) {
    while (true) {
      int[] slots = table;
      PyObject[] all = keys;
      int mask = slots.length - 1;
      long perturb = hash;
      int at = (int) hash & mask;
      boolean changed = false;
      while (!changed) {
        int entry = slots[at];
        if (entry >= 0) {
          PyObject found = all[entry];
          if (found == key) {
            return entry;
          }
          if (found != null && hashes[entry] == hash) {
            boolean equal = Comparison.equal(found, key);
            changed = table != slots || keys != all || all[entry] != found;
            if (equal && !changed) {
              return entry;
            }
          }
        } else if (entry == EMPTY) {
          return EMPTY;
        }
        perturb >>>= PERTURB_SHIFT;
        at = (int) (at * 5L + perturb + 1) & mask;
      }
    }
  }

  // ---- change

  /** Sets a str key. */
  public final void put(PyStr key, PyObject value) {
    int entry = find(key);
    if (entry >= 0) {
      values[entry] = value;
    } else {
      append(key, key.hashValue(), value);
    }
  }

  /** Sets any key; returns the value before, or null. */
  public final PyObject put(PyObject key, PyObject value) {
    return put(key, Objects.hash(key), value);
  }

  /** As {@link #put(PyObject, PyObject)} with a hash that is already known. */
  public final PyObject put(PyObject key, long hash, PyObject value) {
    int entry = key.getClass() == PyStr.class ? find((PyStr) key) : find(key, hash);
    if (entry >= 0) {
      PyObject old = values[entry];
      values[entry] = value;
      return old;
    }
    append(key, hash, value);
    return null;
  }

  private void append(PyObject key, long hash, PyObject value) {
    if (filled == keys.length) {
      resize();
    }
    int entry = filled;
    hashes[entry] = hash;
    values[entry] = value;
    keys[entry] = key;
    link(hash, entry);
    filled = entry + 1;
    size++;
    layoutVersion = 0;
  }

  private void link(long hash, int entry) {
    int mask = table.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (table[at] >= 0) {
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
    table[at] = entry;
  }

  /** Removes a key; returns its value, or null when it was not there. */
  public final PyObject remove(PyObject key) {
    return remove(key, Objects.hash(key));
  }

  /** As {@link #remove(PyObject)} with a hash that is already known. */
  public final PyObject remove(PyObject key, long hash) {
    int entry = key.getClass() == PyStr.class ? find((PyStr) key) : find(key, hash);
    return entry < 0 ? null : removeEntry(entry);
  }

  private PyObject removeEntry(int entry) {
    PyObject old = values[entry];
    int mask = table.length - 1;
    long perturb = hashes[entry];
    int at = (int) perturb & mask;
    while (table[at] != entry) {
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
    table[at] = DELETED;
    keys[entry] = null;
    values[entry] = null;
    size--;
    layoutVersion = 0;
    return old;
  }

  /** Removes and returns the last item, or null when empty. */
  public final Entry removeLast() {
    for (int entry = filled - 1; entry >= 0; entry--) {
      if (keys[entry] != null) {
        Entry last = new Entry(keys[entry], values[entry]);
        removeEntry(entry);
        filled = entry;
        return last;
      }
    }
    return null;
  }

  public final void clear() {
    table = NO_TABLE;
    hashes = NO_HASHES;
    keys = NO_ARGS;
    values = NO_ARGS;
    filled = 0;
    size = 0;
    layoutVersion = 0;
  }

  /** Sets all items of another dict. */
  public final void update(PyDict other) {
    if (size == 0 && other.size > SMALLEST && keys.length < other.size) {
      allocate(tableSize(other.size));
    }
    for (int i = 0; i < other.filled; i++) {
      PyObject key = other.keys[i];
      if (key != null) {
        put(key, other.hashes[i], other.values[i]);
      }
    }
  }

  private static int tableSize(int capacity) {
    int wanted = capacity + (capacity >> 1) + 1;
    return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, wanted - 1)) << 1);
  }

  private void allocate(int slots) {
    table = new int[slots];
    Arrays.fill(table, EMPTY);
    int usable = (int) (slots * 2L / 3);
    hashes = new long[usable];
    keys = new PyObject[usable];
    values = new PyObject[usable];
  }

  /** Makes room, without the deleted entries. */
  private void resize() {
    long[] oldHashes = hashes;
    PyObject[] oldKeys = keys;
    PyObject[] oldValues = values;
    int oldFilled = filled;
    allocate(tableSize(Math.max(SMALLEST / 2, size * 2)));
    filled = 0;
    for (int i = 0; i < oldFilled; i++) {
      if (oldKeys[i] != null) {
        hashes[filled] = oldHashes[i];
        keys[filled] = oldKeys[i];
        values[filled] = oldValues[i];
        link(oldHashes[i], filled);
        filled++;
      }
    }
    layoutVersion = 0;
  }

  // ---- entries by number, for iterators and caches

  /** Entries have numbers below this; some may be deleted. */
  public final int limit() {
    return filled;
  }

  /** The key of an entry, or null when it was deleted or the number is out of range. */
  public final PyObject keyAt(int entry) {
    return entry < filled ? keys[entry] : null;
  }

  public final PyObject valueAt(int entry) {
    return values[entry];
  }

  public final long hashAt(int entry) {
    return hashes[entry];
  }

  /** The number of a str key's entry, or -1; good while {@link #layoutVersion()} stands. */
  public final int entryOf(PyStr key) {
    return find(key);
  }

  /** A number that no other dict has and that changes when a key comes or goes. */
  public final long layoutVersion() {
    long version = layoutVersion;
    if (version == 0) {
      version = VERSIONS.incrementAndGet();
      layoutVersion = version;
    }
    return version;
  }

  /** Whether the layout is the one that had this version. */
  public final boolean hasLayout(long version) {
    return layoutVersion == version;
  }

  /** A snapshot of the items. */
  public final List<Entry> entryList() {
    Entry[] all = new Entry[size];
    int n = 0;
    for (int i = 0; i < filled && n < all.length; i++) {
      if (keys[i] != null) {
        all[n++] = new Entry(keys[i], values[i]);
      }
    }
    return Arrays.asList(all);
  }

  /** A fresh list of the keys. */
  public final PyList keyList() {
    PyList list = new PyList();
    for (int i = 0; i < filled; i++) {
      if (keys[i] != null) {
        list.append(keys[i]);
      }
    }
    return list;
  }

  /** A shallow copy of the exact type {@code dict}. */
  public final PyDict copy() {
    PyDict copy = new PyDict(size);
    copy.update(this);
    return copy;
  }
}
