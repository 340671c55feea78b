package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;

/**
 * The content of a dict: numbers of entries by hash, and the entries as parallel arrays.
 *
 * <p>Readers do not lock. An entry is complete before its key is there and its number can be found; a
 * key that is gone is null. Only {@link PyDict#removeLast} lets an entry be written anew: whoever reads
 * several of its parts while there are other threads checks that the key is still the same.
 */
final class DictTable {
  static final int EMPTY = -1;
  private static final int DELETED = -2;
  private static final int PERTURB_SHIFT = 5;

  static final DictTable NONE = new DictTable(new int[] {EMPTY}, 0, 0);

  final int[] slots;
  final long[] hashes;
  final PyObject[] keys;
  final PyObject[] values;

  /** Entries written so far, deleted ones included. */
  int filled;

  /** No entry before this one is alive, so that queues need not look at what they removed. */
  int first;

  /** Entries that may still be added before the slots are too full. */
  int usable;

  /** The slots that CPython would have given it. */
  private final int nominal;

  /** Whether slots, hashes and keys belong to other tables too; then there is no room for more entries. */
  private final boolean isShared;

  private DictTable(int[] slots, int usable, int nominal) {
    this.nominal = nominal;
    this.isShared = false;
    this.slots = slots;
    this.usable = usable;
    this.hashes = new long[usable];
    this.keys = new PyObject[usable];
    this.values = new PyObject[usable];
  }

  /** A copy; of one that shares its keys, another that does. */
  DictTable(DictTable other) {
    this(other, other.values.clone(), other.isShared);
  }

  private DictTable(DictTable other, PyObject[] values, boolean isShared) {
    this.nominal = other.nominal;
    this.isShared = isShared;
    this.values = values;
    slots = isShared ? other.slots : other.slots.clone();
    hashes = isShared ? other.hashes : other.hashes.clone();
    keys = isShared ? other.keys : other.keys.clone();
    filled = other.filled;
    first = other.first;
    usable = isShared ? 0 : other.usable;
  }

  /** A table of the same keys, which nobody changes. */
  DictTable sharing(PyObject[] others) {
    return new DictTable(this, others, true);
  }

  /** One whose keys may be taken out: this, or a copy. */
  DictTable owned() {
    return isShared ? new DictTable(this, values.clone(), false) : this;
  }

  /**
   * An empty table.
   *
   * @param nominal the slots that CPython would have given it
   */
  static DictTable ofSlots(int count, int nominal) {
    int[] slots = new int[count];
    Arrays.fill(slots, EMPTY);
    return new DictTable(slots, usable(count), nominal);
  }

  /** How many entries so many slots are for. */
  private static int usable(int slots) {
    return (int) (slots * 2L / 3);
  }

  /** The slots that CPython has for these entries. */
  int nominalSlots() {
    int count = nominal;
    while (usable(count) < filled) {
      count <<= 1;
    }
    return count;
  }

  /** The slot where a key would go; -1 where one has the same hash, and a comparison has to tell. */
  int absent(long hash) {
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        if (hashes[entry] == hash) {
          return -1;
        }
      } else if (entry == EMPTY) {
        return at;
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  /** The number of the entry of this very tuple, or negative. */
  int find(PyTuple key, long hash) {
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry < 0 ? entry == EMPTY : keys[entry] == key) {
        return entry;
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  /**
   * The number of the entry of this text where the search would begin, or -1: then a search has to tell. Most
   * are found here, and it is small enough to be compiled into its callers.
   */
  int first(PyStr key, long hash) {
    int entry = slots[(int) hash & slots.length - 1];
    if (entry >= 0) {
      PyObject found = keys[entry];
      if (found == key || hashes[entry] == hash && found instanceof PyStr text && text.isSameText(key)) {
        return entry;
      }
    }
    return -1;
  }

  /** The number of a str key's entry; or, with all bits turned, the slot where it would go. */
  int find(PyStr key, long hash) {
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        PyObject found = keys[entry];
        if (found == key || hashes[entry] == hash && sameText(found, key)) {
          return entry;
        }
      } else if (entry == EMPTY) {
        return ~at;
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  private static boolean sameText(PyObject found, PyStr key) {
    if (found == null) {
      return false;
    }
    return found.getClass() == PyStr.class ? found.equals(key) : Comparison.equal(found, key);
  }

  /** Adds an entry whose slot a search has found. */
  void add(PyObject key, long hash, PyObject value, int slot) {
    int entry = filled;
    hashes[entry] = hash;
    values[entry] = value;
    Concurrency.publish();
    keys[entry] = key;
    Concurrency.publish();
    slots[slot] = entry;
    filled = entry + 1;
    usable--;
  }

  void add(PyObject key, long hash, PyObject value) {
    add(key, hash, value, freeSlot(hash));
  }

  /** The slot of a key that is not there. */
  int freeSlot(long hash) {
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (slots[at] >= 0) {
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
    return at;
  }

  /** Takes the entries of a smaller table, of which none was deleted, into this empty one. */
  void takeAll(DictTable other) {
    int count = other.filled;
    System.arraycopy(other.hashes, 0, hashes, 0, count);
    System.arraycopy(other.keys, 0, keys, 0, count);
    System.arraycopy(other.values, 0, values, 0, count);
    int[] numbers = slots;
    long[] all = hashes;
    int mask = numbers.length - 1;
    for (int entry = 0; entry < count; entry++) {
      long perturb = all[entry];
      int at = (int) perturb & mask;
      while (numbers[at] >= 0) {
        perturb >>>= PERTURB_SHIFT;
        at = (int) (at * 5L + perturb + 1) & mask;
      }
      numbers[at] = entry;
    }
    filled = count;
    usable -= count;
  }

  /** Writes an entry anew behind the others; the slot that led to the one leads to the other. There must be room. */
  void moveToEnd(int entry) {
    int moved = filled;
    long hash = hashes[entry];
    hashes[moved] = hash;
    values[moved] = values[entry];
    Concurrency.publish();
    keys[moved] = keys[entry];
    Concurrency.publish();
    slots[slotOf(entry)] = moved;
    filled = moved + 1;
    usable--;
    clear(entry);
  }

  /** The slot that has the number of an entry. */
  private int slotOf(int entry) {
    int mask = slots.length - 1;
    long perturb = hashes[entry];
    int at = (int) perturb & mask;
    while (slots[at] != entry) {
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
    return at;
  }

  PyObject remove(int entry) {
    PyObject old = values[entry];
    slots[slotOf(entry)] = DELETED;
    clear(entry);
    return old;
  }

  private void clear(int entry) {
    keys[entry] = null;
    values[entry] = null;
    while (first < filled && keys[first] == null) {
      first++;
    }
  }
}
