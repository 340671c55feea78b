package org.krait.runtime.types;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Assumption;
import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.GlobalCell;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code dict}: entries in insertion order, found through an open-addressed table of their numbers.
 *
 * <p>Everything lies in one {@link DictTable}, so that a reader gets a consistent whole from one field
 * whatever other threads do; writers lock once there are {@linkplain Concurrency other threads}. A
 * deleted entry has a null key and stays until the next resize. A look-up with a {@code str} key
 * compares by identity, then by hash and text; other keys may run Python code, so whoever changes
 * the dict after such a look-up checks that nothing changed meanwhile.
 *
 * <p>{@link #layoutVersion} lets caches remember an entry's number: it stands as long as no key came
 * or went.
 */
@BuiltinType(
    name = "dict",
    parts = {DictMethods.class, DictUpdates.class, GenericClassMethods.class},
    pattern = BuiltinType.Pattern.MAPPING_SELF,
    basicSize = 48)
public class PyDict extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyDictTable());

  private static final AtomicLong VERSIONS = new AtomicLong();
  private static final int SMALLEST = 8;

  /** Dicts between these sizes grow to four times their size, others to twice. */
  private static final int MANY = 10;

  private static final int LARGE = 1_000;
  static final int PERTURB_SHIFT = 5;

  /** The answer of a change that has to look again. */
  private static final PyObject AGAIN =
      new PyObject() {
        @Override
        public PyType type() {
          throw new IllegalStateException("the marker of a failed change escaped");
        }
      };

  private DictTable table = DictTable.NONE;

  /** Entries alive. */
  private int size;

  /** Unique while not 0; 0 when no cache depends on the layout. */
  private long layoutVersion;

  /** Cells of names that compiled code is linked to, or null; told of every change of such a name. */
  private Map<PyStr, GlobalCell> cells;

  public PyDict() {}

  /** A dict that takes this many entries without growing. */
  public PyDict(int capacity) {
    if (capacity > 0) {
      int slots = slotsFor(capacity);
      table = DictTable.ofSlots(slots, slots);
    }
  }

  /** The same, which seems to have been made empty. */
  public static PyDict withRoom(int capacity) {
    PyDict made = new PyDict();
    made.table = DictTable.ofSlots(slotsFor(capacity), SMALLEST);
    return made;
  }

  /** For {@link DictKeys}. */
  PyDict(DictTable table) {
    this.table = table;
    this.size = table.filled;
  }

  /** The same. */
  DictTable table() {
    return table;
  }

  /** Makes room for this many more entries, for whoever knows; nobody else may use the dict yet. */
  public final void reserve(int more) {
    if (table.usable < more) {
      resize(size + more, size + more);
    }
  }

  /** One item, as Java code sees it. */
  public record Entry(PyObject key, PyObject value) {}

  @Override
  public PyType type() {
    return TYPE;
  }

  /** A method of {@code dict} itself has taken out a key: a subclass in Java may have one that knows more. */
  protected void lost(PyObject key) {}

  // ---- look-up

  public final int size() {
    return size;
  }

  /** The value of a str key, or null. */
  public final PyObject get(PyStr key) {
    DictTable t = table;
    int place = key.place();
    PyObject[] keys = t.keys;
    return place < keys.length && keys[place] == key ? t.values[place] : get(t, key);
  }

  private static PyObject get(DictTable t, PyStr key) {
    long hash = key.hashValue();
    int entry = t.first(key, hash);
    if (entry < 0) {
      entry = t.find(key, hash);
      if (entry < 0) {
        return null;
      }
    }
    if (t.keys[entry] == key) {
      key.foundAt(entry);
    }
    return t.values[entry];
  }

  /** The value of any key, or null; hashes and compares as Python does. */
  public final PyObject get(PyObject key) {
    if (key.getClass() == PyStr.class) {
      return get((PyStr) key);
    }
    if (key.getClass() == PyTuple.class) {
      return get((PyTuple) key);
    }
    // Other keys are mostly the very object, where the search would begin; this is compiled into the callers.
    long hash = hashOf(key);
    DictTable t = table;
    int[] slots = t.slots;
    int entry = slots[(int) hash & slots.length - 1];
    PyObject value = entry >= 0 && t.keys[entry] == key ? t.values[entry] : null;
    return value != null ? value : get(key, hash);
  }

  private PyObject get(PyTuple key) {
    long hash = key.hashValue();
    PyObject value = getKnown(key);
    return value != null ? value : get(key, hash);
  }

  /**
   * The value of a tuple that was looked for before; null says nothing. Most are found where the search would begin,
   * and this is small enough to be compiled into its callers.
   */
  public final PyObject getKnown(PyTuple key) {
    KnownKey known = key.known();
    if (known == null) {
      return null;
    }
    DictTable t = table;
    int place = known.place();
    PyObject[] keys = t.keys;
    if (place < keys.length && keys[place] == known.key) {
      return t.values[place];
    }
    int entry = t.find(known.key, key.keptHash());
    if (entry < 0) {
      return null;
    }
    known.foundAt(entry);
    return t.values[entry];
  }

  /** As {@link #get(PyObject)} with a hash that is already known. */
  public final PyObject get(PyObject key, long hash) {
    while (true) {
      DictTable t = table;
      if (key.getClass() == PyStr.class) {
        int entry = t.find((PyStr) key, hash);
        return entry < 0 ? null : t.values[entry];
      }
      int entry = find(t, key, hash);
      if (entry < 0) {
        return null;
      }
      PyObject value = t.values[entry];
      if (value != null) {
        return value;
      }
    }
  }

  /** As {@link #get(PyObject)}, of an int. */
  public final PyObject get(long key) {
    DictTable t = table;
    int entry = IntKeys.find(t, key);
    if (entry < 0 && entry != IntKeys.GENERAL) {
      return null;
    }
    PyObject value = entry < 0 ? null : t.values[entry];
    return value != null ? value : get(PyLong.of(key));
  }

  public final boolean containsKey(PyObject key) {
    return get(key) != null;
  }

  /** {@code hash(key)}, at once for the usual keys. */
  static long hashOf(PyObject key) {
    if (key.getClass() == PyStr.class) {
      return ((PyStr) key).hashValue();
    }
    return key.getClass() == PyBytes.class ? ((PyBytes) key).hashValue() : Objects.hash(key);
  }

  /** The number of a key's entry; or, with all bits turned, the slot where it would go. */
  private int find(DictTable t, PyObject key, long hash) {
    int[] slots = t.slots;
    int mask = slots.length - 1;
    long perturb = hash;
    int at = (int) hash & mask;
    while (true) {
      int entry = slots[at];
      if (entry >= 0) {
        PyObject found = t.keys[entry];
        if (found == key) {
          if (key.getClass() == PyTuple.class) {
            ((PyTuple) key).foundItself();
          }
          return entry;
        }
        if (found != null && t.hashes[entry] == hash && same(found, key)) {
          // The comparison may have run code that changed this very dict.
          if (t == table && t.keys[entry] == found) {
            return entry;
          }
          return find(table, key, hash);
        }
      } else if (entry == DictTable.EMPTY) {
        return ~at;
      }
      perturb >>>= PERTURB_SHIFT;
      at = (int) (at * 5L + perturb + 1) & mask;
    }
  }

  private static boolean same(PyObject found, PyObject key) {
    Class<?> type = key.getClass();
    if (found.getClass() == type) {
      if (type == PyLong.class) {
        return ((PyLong) found).value == ((PyLong) key).value;
      }
      if (type == PyTuple.class) {
        return PyTuple.equalKeys((PyTuple) found, (PyTuple) key);
      }
      if (type == PyBytes.class) {
        return found.equals(key);
      }
    }
    return Comparison.equal(found, key);
  }

  // ---- change

  /** Sets a str key. */
  public final void put(PyStr key, PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        putText(key, value);
      }
    } else if (!replace(key.place(), key, value)) {
      putText(key, value);
    }
  }

  /** Sets the value of a tuple that was looked for before, unless something else has to be done: then false. */
  public final boolean putKnown(PyTuple key, PyObject value) {
    KnownKey known = key.known();
    return known != null && !Concurrency.active() && replace(known.place(), known.key, value);
  }

  /** Sets the value of the entry with this number if it has this very key; false where it has not. */
  private boolean replace(int place, PyObject key, PyObject value) {
    DictTable t = table;
    PyObject[] keys = t.keys;
    if (place >= keys.length || keys[place] != key || cells != null) {
      return false;
    }
    t.values[place] = value;
    return true;
  }

  private void putText(PyStr key, PyObject value) {
    DictTable t = table;
    long hash = key.hashValue();
    int slot = t.absent(hash);
    if (slot >= 0) {
      append(key, hash, value, slot);
      key.foundAt(table.filled - 1);
      return;
    }
    int entry = t.find(key, hash);
    if (t != table || isTaken(t, entry)) {
      // The key of a class derived from str was compared, and that changed this very dict.
      putText(key, value);
    } else if (entry >= 0) {
      t.values[entry] = value;
      if (t.keys[entry] == key) {
        key.foundAt(entry);
      }
      if (cells != null) {
        changed(key, value);
      }
    } else {
      append(key, hash, value, ~entry);
      key.foundAt(table.filled - 1);
    }
  }

  /** Whether the slot of a search that found nothing is no longer free. */
  private static boolean isTaken(DictTable t, int found) {
    return found < 0 && t.slots[~found] != DictTable.EMPTY;
  }

  /** Sets an int. */
  public final void put(long key, PyObject value) {
    if (!Concurrency.active()) {
      DictTable t = table;
      int entry = IntKeys.find(t, key);
      if (entry >= 0) {
        t.values[entry] = value;
        return;
      }
      if (entry != IntKeys.GENERAL) {
        append(PyLong.of(key), key, value, ~entry);
        return;
      }
    }
    put(PyLong.of(key), value);
  }

  /** Sets any key; returns the value before, or null. */
  public final PyObject put(PyObject key, PyObject value) {
    return put(key, hashOf(key), value);
  }

  /** As {@link #put(PyObject, PyObject)} with a hash that is already known. */
  public final PyObject put(PyObject key, long hash, PyObject value) {
    return change(key, hash, value, true);
  }

  /** Sets a key that is not there; returns the value of one that is, else null. */
  public final PyObject putIfAbsent(PyObject key, PyObject value) {
    return change(key, hashOf(key), value, false);
  }

  private PyObject change(PyObject key, long hash, PyObject value, boolean replace) {
    if (!Concurrency.active()) {
      int slot = table.absent(hash);
      if (slot >= 0) {
        append(key, hash, value, slot);
        return null;
      }
    }
    return changeCompared(key, hash, value, replace);
  }

  private PyObject changeCompared(PyObject key, long hash, PyObject value, boolean replace) {
    while (true) {
      DictTable t = table;
      int filled = t.filled;
      int entry =
          key.getClass() == PyStr.class ? t.find((PyStr) key, hash) : find(t, key, hash);
      PyObject old;
      if (Concurrency.active()) {
        synchronized (this) {
          old = store(t, filled, entry, key, hash, value, replace);
        }
      } else {
        old = store(t, filled, entry, key, hash, value, replace);
      }
      if (old != AGAIN) {
        return old;
      }
    }
  }

  /** Does what a look-up led to, unless the dict is no longer as the look-up saw it: AGAIN. */
  private PyObject store(
      DictTable seen, int filled, int entry, PyObject key, long hash, PyObject value, boolean replace) {
    if (seen != table || seen.filled != filled || entry >= 0 && seen.keys[entry] == null
        || isTaken(seen, entry)) {
      return AGAIN;
    }
    if (entry < 0) {
      append(key, hash, value, ~entry);
      return null;
    }
    PyObject old = seen.values[entry];
    if (replace) {
      seen.values[entry] = value;
      if (cells != null) {
        changed(key, value);
      }
    }
    return old;
  }

  /** Adds a key for which a search has found this slot. */
  private void append(PyObject key, long hash, PyObject value, int slot) {
    DictTable t = table;
    if (t.usable > 0) {
      t.add(key, hash, value, slot);
    } else {
      int doubled = Math.max(SMALLEST / 2, size * 2);
      resize(size < MANY || size > LARGE ? doubled : size * 4, doubled);
      table.add(key, hash, value);
    }
    size++;
    layoutVersion = 0;
    if (cells != null) {
      changed(key, value);
    }
  }

  /** Removes a key; returns its value, or null when it was not there. */
  public final PyObject remove(PyObject key) {
    return remove(key, hashOf(key));
  }

  /** As {@link #remove(PyObject)} with a hash that is already known. */
  public final PyObject remove(PyObject key, long hash) {
    while (true) {
      DictTable t = table;
      int entry =
          key.getClass() == PyStr.class ? t.find((PyStr) key, hash) : find(t, key, hash);
      if (entry < 0) {
        return null;
      }
      PyObject found = t.keys[entry];
      PyObject old = null;
      if (Concurrency.active()) {
        synchronized (this) {
          old = removeIfThere(t, entry, found);
        }
      } else {
        old = removeIfThere(t, entry, found);
      }
      if (old != null) {
        return old;
      }
    }
  }

  /** Removes what a look-up led to, unless the dict is no longer as the look-up saw it: null. */
  private PyObject removeIfThere(DictTable seen, int entry, PyObject found) {
    return seen == table && found != null && seen.keys[entry] == found ? removeEntry(entry) : null;
  }

  private PyObject removeEntry(int entry) {
    own();
    PyObject key = table.keys[entry];
    PyObject old = table.remove(entry);
    size--;
    layoutVersion = 0;
    if (cells != null) {
      changed(key, null);
    }
    return old;
  }

  /** Sees to it that the keys are this dict's own. */
  private void own() {
    DictTable owned = table.owned();
    if (owned != table) {
      Concurrency.publish();
      table = owned;
    }
  }

  /** Removes and returns the last item, or null when empty. */
  public final synchronized Entry removeLast() {
    own();
    DictTable t = table;
    for (int entry = t.filled - 1; entry >= 0; entry--) {
      if (t.keys[entry] != null) {
        Entry last = new Entry(t.keys[entry], t.values[entry]);
        removeEntry(entry);
        t.filled = entry;
        t.first = Math.min(t.first, entry);
        return last;
      }
    }
    return null;
  }

  /** Removes and returns the first item, or null when empty. */
  public final synchronized Entry removeFirst() {
    DictTable t = table;
    if (size == 0) {
      return null;
    }
    int entry = t.first;
    Entry first = new Entry(t.keys[entry], t.values[entry]);
    removeEntry(entry);
    return first;
  }

  public final synchronized void clear() {
    table = DictTable.NONE;
    size = 0;
    layoutVersion = 0;
    if (cells != null) {
      cells.values().forEach(cell -> cell.set(null));
      changedAnyhow();
    }
  }

  /** Sets all items of another dict. */
  public final void update(PyDict other) {
    DictTable source = other.table;
    if (other == this || other.size == 0) {
      return;
    }
    if (size == 0 && source.filled == other.size) {
      takeOver(other.copyOfTable(), Concurrency.active() ? -1 : source.filled);
      return;
    }
    int filled = source.filled;
    DictCursor items = other.items();
    while (items.next()) {
      PyObject key = items.key();
      put(key, items.hash(), items.value());
      // A comparison of a plain key runs no code: then another thread changes its dict.
      boolean plain = key.getClass() == PyStr.class || key.getClass() == PyLong.class;
      if (!plain && (other.table != source || source.filled != filled)) {
        throw Errors.runtimeError("dict mutated during update");
      }
    }
  }

  private DictTable copyOfTable() {
    if (Concurrency.active()) {
      synchronized (this) {
        return new DictTable(table);
      }
    }
    return new DictTable(table);
  }

  /**
   * Takes over a table.
   *
   * @param entries how many entries it has, or -1 for the entries to be counted
   */
  private synchronized void takeOver(DictTable content, int entries) {
    int alive = entries;
    if (entries < 0) {
      alive = 0;
      for (int i = 0; i < content.filled; i++) {
        alive += content.keys[i] == null ? 0 : 1;
      }
    }
    Concurrency.publish();
    table = content;
    size = alive;
    layoutVersion = 0;
    if (cells != null) {
      cells.forEach((key, cell) -> cell.set(get(key)));
      changedAnyhow();
    }
  }

  private static int slotsFor(int capacity) {
    int wanted = capacity + (capacity >> 1) + 1;
    return Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, wanted - 1)) << 1);
  }

  /** Makes room, without the deleted entries, where CPython would make the nominal room. */
  private void resize(int capacity, int nominal) {
    DictTable old = table;
    DictTable fresh = DictTable.ofSlots(slotsFor(capacity), slotsFor(nominal));
    if (old.filled == size) {
      fresh.takeAll(old);
    } else {
      for (int i = 0; i < old.filled; i++) {
        if (old.keys[i] != null) {
          fresh.add(old.keys[i], old.hashes[i], old.values[i]);
        }
      }
    }
    Concurrency.publish();
    table = fresh;
    layoutVersion = 0;
  }

  // ---- order

  /** Moves an entry that is there to the end or the beginning; false when it is not there. */
  public final boolean move(PyObject key, boolean last) {
    return move(key, hashOf(key), last);
  }

  /** As {@link #move(PyObject, boolean)} with a hash that is already known. */
  public final boolean move(PyObject key, long hash, boolean last) {
    if (Concurrency.active()) {
      synchronized (this) {
        return moveHere(key, hash, last);
      }
    }
    return moveHere(key, hash, last);
  }

  private boolean moveHere(PyObject key, long hash, boolean last) {
    DictTable t = table;
    int entry =
        key.getClass() == PyStr.class ? t.find((PyStr) key, hash) : find(t, key, hash);
    if (entry < 0) {
      return false;
    }
    PyObject own = t.keys[entry];
    if (!last) {
      moveToFront(t, entry);
    } else if (t == table && own != null && t.usable > 0 && cells == null) {
      t.moveToEnd(entry);
      layoutVersion = 0;
    } else {
      PyObject value = removeEntry(entry);
      append(own, hash, value, table.freeSlot(hash));
    }
    return true;
  }

  private void moveToFront(DictTable old, int first) {
    DictTable fresh = DictTable.ofSlots(old.slots.length, old.nominalSlots());
    fresh.add(old.keys[first], old.hashes[first], old.values[first]);
    for (int i = 0; i < old.filled; i++) {
      if (i != first && old.keys[i] != null) {
        fresh.add(old.keys[i], old.hashes[i], old.values[i]);
      }
    }
    Concurrency.publish();
    table = fresh;
    layoutVersion = 0;
  }

  // ---- cells, for compiled code

  /** The cell of an interned name; it follows the name from now on. */
  public final synchronized GlobalCell cellOf(PyStr key) {
    if (cells == null) {
      cells = new ConcurrentHashMap<>();
    }
    return cells.computeIfAbsent(key, name -> new GlobalCell(get(name)));
  }

  /** That no name is added, bound to something else or removed, but for those that begin with two underscores. */
  public final synchronized Assumption unchanged() {
    if (!(cells instanceof WatchedNames)) {
      cells = new WatchedNames(cells == null ? Map.of() : cells);
    }
    return ((WatchedNames) cells).unchanged;
  }

  private void changed(PyObject key, PyObject value) {
    if (key instanceof PyStr name) {
      GlobalCell cell = cells.get(name);
      if (cell != null) {
        cell.set(value);
      }
      if (cells instanceof WatchedNames && name.toString().startsWith("__")) {
        return;
      }
    }
    changedAnyhow();
  }

  private void changedAnyhow() {
    if (cells instanceof WatchedNames watched) {
      watched.unchanged.invalidate();
    }
  }

  /** The cells of a dict of which somebody assumes that it does not change at all. */
  private static final class WatchedNames extends ConcurrentHashMap<PyStr, GlobalCell> {
    private static final long serialVersionUID = 1L;

    final transient Assumption unchanged = new Assumption();

    WatchedNames(Map<PyStr, GlobalCell> cells) {
      super(cells);
    }
  }

  /** The bytes of CPython's table for as many entries: a head, entry numbers, entries. */
  public final long tableBytes() {
    DictTable t = table;
    int places = t.nominalSlots();
    if (t == DictTable.NONE) {
      return 0;
    }
    long number = places <= 1 << 7 ? 1 : places <= 1 << 15 ? 2 : 4;
    boolean isPlain = true;
    for (int i = 0; i < t.filled && isPlain; i++) {
      isPlain = t.keys[i] == null || t.keys[i].getClass() == PyStr.class;
    }
    return 32 + number * places + (isPlain ? 16L : 24L) * (places * 2L / 3);
  }

  // ---- entries by number, for iterators and caches

  /** No entry that is alive has a number below this. */
  public final int firstEntry() {
    return table.first;
  }

  /** Entries have numbers below this; some may be deleted. */
  public final int limit() {
    return table.filled;
  }

  /** The key of an entry, or null when it was deleted or the number is out of range. */
  public final PyObject keyAt(int entry) {
    PyObject[] keys = table.keys;
    return entry < keys.length ? keys[entry] : null;
  }

  /** The value of an entry, or null when it was deleted or the number is out of range. */
  public final PyObject valueAt(int entry) {
    PyObject[] values = table.values;
    return entry < values.length ? values[entry] : null;
  }

  /** The number of a str key's entry, or -1; good while {@link #layoutVersion()} stands. */
  public final int entryOf(PyStr key) {
    return table.find(key, key.hashValue());
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

  /** The items that there are now, one after another. */
  public final DictCursor items() {
    return new DictCursor(table);
  }

  /** The item of an entry as a tuple, or null when it was deleted or the number is out of range. */
  public final PyTuple itemAt(int entry) {
    DictTable t = table;
    if (entry >= t.keys.length) {
      return null;
    }
    PyObject key = t.keys[entry];
    PyObject value = t.values[entry];
    boolean whole = key != null && value != null;
    if (whole && Concurrency.active()) {
      VarHandle.loadLoadFence();
      whole = t.keys[entry] == key;
    }
    return whole ? PyTuple.of(key, value) : null;
  }

  /** A snapshot of the items. */
  public final List<Entry> entryList() {
    List<Entry> all = new ArrayList<>(size);
    for (DictCursor items = items(); items.next(); ) {
      all.add(new Entry(items.key(), items.value()));
    }
    return all;
  }

  /** A fresh list of the keys. */
  public final PyList keyList() {
    DictTable t = table;
    return PyList.of(alive(t, t.keys));
  }

  /** A fresh list of the values. */
  public final PyList valueList() {
    DictTable t = table;
    return PyList.of(alive(t, t.values));
  }

  private PyObject[] alive(DictTable t, PyObject[] column) {
    if (t.filled == size && !Concurrency.active()) {
      return Arrays.copyOf(column, t.filled);
    }
    PyObject[] all = new PyObject[t.filled];
    int n = 0;
    for (int i = 0; i < all.length; i++) {
      PyObject one = column[i];
      if (one != null) {
        all[n++] = one;
      }
    }
    return n == all.length ? all : Arrays.copyOf(all, n);
  }

  /** A shallow copy of the exact type {@code dict}. */
  public final PyDict copy() {
    if (table.filled == size && size > 0 && !Concurrency.active()) {
      return new PyDict(new DictTable(table));
    }
    PyDict copy = new PyDict();
    copy.update(this);
    return copy;
  }
}
