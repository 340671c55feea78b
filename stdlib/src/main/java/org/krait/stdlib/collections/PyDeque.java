package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Holder;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.GenericClassMethods;

/**
 * {@code collections.deque}: a ring of items.
 *
 * <p>Access is locked as soon as there are several threads, which hand things to each other through deques.
 * Iterators look at {@link #changes} to notice that items came or went.
 */
@BuiltinType(
    name = "deque",
    module = "collections",
    weakReferences = true,
    pattern = BuiltinType.Pattern.SEQUENCE,
    parts = {DequeMethods.class, DequeSequence.class, GenericClassMethods.class})
public final class PyDeque extends PyInstance implements NativeItems, Holder {
  public static final PyType TYPE = PyType.builtin(new PyDequeTable());

  private static final int SMALLEST = 8;

  private PyObject[] ring = new PyObject[SMALLEST];
  private int first;
  private int size;
  private long changes;

  /** The most items that are kept, or -1 for any number. */
  private long limit = -1;

  PyDeque(PyType cls) {
    super(cls);
  }

  int size() {
    return size;
  }

  long changes() {
    return changes;
  }

  long limit() {
    return limit;
  }

  void setLimit(long limit) {
    this.limit = limit;
  }

  private int place(int index) {
    return first + index & ring.length - 1;
  }

  /** The item at an index, or null. */
  PyObject get(int index) {
    if (Concurrency.active()) {
      synchronized (this) {
        return getOwn(index);
      }
    }
    return getOwn(index);
  }

  private PyObject getOwn(int index) {
    return index >= 0 && index < size ? ring[place(index)] : null;
  }

  synchronized boolean set(int index, PyObject value) {
    if (index < 0 || index >= size) {
      return false;
    }
    ring[place(index)] = value;
    return true;
  }

  void append(PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        appendOwn(value);
      }
    } else {
      appendOwn(value);
    }
  }

  private void appendOwn(PyObject value) {
    if (limit == 0) {
      return;
    }
    makeRoom();
    ring[place(size)] = value;
    size++;
    if (limit >= 0 && size > limit) {
      popFirst();
    } else {
      changes++;
    }
  }

  /** Appends items one after the other, where there is no limit. */
  synchronized void appendAll(PyObject[] items) {
    if (items.length == 0) {
      return;
    }
    if (size + items.length > ring.length) {
      setRing(toArray(), size + items.length);
    }
    int at = place(size);
    int straight = Math.min(items.length, ring.length - at);
    System.arraycopy(items, 0, ring, at, straight);
    System.arraycopy(items, straight, ring, 0, items.length - straight);
    size += items.length;
    changes += items.length;
  }

  void appendFirst(PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        appendFirstOwn(value);
      }
    } else {
      appendFirstOwn(value);
    }
  }

  private void appendFirstOwn(PyObject value) {
    if (limit == 0) {
      return;
    }
    makeRoom();
    first = first - 1 & ring.length - 1;
    ring[first] = value;
    size++;
    if (limit >= 0 && size > limit) {
      popLast();
    } else {
      changes++;
    }
  }

  /** Removes and returns the last item, or null. */
  PyObject popLast() {
    if (Concurrency.active()) {
      synchronized (this) {
        return popLastOwn();
      }
    }
    return popLastOwn();
  }

  private PyObject popLastOwn() {
    if (size == 0) {
      return null;
    }
    int at = place(--size);
    PyObject item = ring[at];
    ring[at] = null;
    changes++;
    return item;
  }

  /** Removes and returns the first item, or null. */
  PyObject popFirst() {
    if (Concurrency.active()) {
      synchronized (this) {
        return popFirstOwn();
      }
    }
    return popFirstOwn();
  }

  private PyObject popFirstOwn() {
    if (size == 0) {
      return null;
    }
    PyObject item = ring[first];
    ring[first] = null;
    first = first + 1 & ring.length - 1;
    size--;
    changes++;
    return item;
  }

  private void makeRoom() {
    if (size == ring.length) {
      setRing(toArray(), size * 2);
    }
  }

  private void setRing(PyObject[] items, int room) {
    int places = SMALLEST;
    while (places < room) {
      places <<= 1;
    }
    ring = new PyObject[places];
    System.arraycopy(items, 0, ring, 0, items.length);
    first = 0;
    size = items.length;
  }

  /** Replaces all items. */
  synchronized void setContent(PyObject[] items) {
    setRing(items, items.length);
    changes++;
  }

  synchronized PyObject[] toArray() {
    PyObject[] items = new PyObject[size];
    int straight = Math.min(size, ring.length - first);
    System.arraycopy(ring, first, items, 0, straight);
    System.arraycopy(ring, 0, items, straight, size - straight);
    return items;
  }

  @Override
  public PyObject[] held(int most) {
    return size <= most ? toArray() : PyObject.NO_ARGS;
  }

  synchronized void insert(int index, PyObject value) {
    PyObject[] items = toArray();
    PyObject[] more = new PyObject[items.length + 1];
    System.arraycopy(items, 0, more, 0, index);
    more[index] = value;
    System.arraycopy(items, index, more, index + 1, items.length - index);
    setContent(more);
  }

  /** Removes the item at an index that was good before. */
  synchronized void removeAt(int index) {
    if (index >= size) {
      return;
    }
    for (int i = index; i < size - 1; i++) {
      ring[place(i)] = ring[place(i + 1)];
    }
    popLast();
  }

  synchronized void rotate(long steps) {
    if (size <= 1) {
      return;
    }
    int right = (int) Math.floorMod(steps, (long) size);
    int left = size - right;
    if (right <= left) {
      for (int i = 0; i < right; i++) {
        ringFirst(popLast());
      }
    } else {
      for (int i = 0; i < left; i++) {
        ringLast(popFirst());
      }
    }
    changes++;
  }

  private void ringFirst(PyObject value) {
    first = first - 1 & ring.length - 1;
    ring[first] = value;
    size++;
  }

  private void ringLast(PyObject value) {
    ring[place(size)] = value;
    size++;
  }

  synchronized void reverse() {
    for (int low = 0, high = size - 1; low < high; low++, high--) {
      PyObject item = ring[place(low)];
      ring[place(low)] = ring[place(high)];
      ring[place(high)] = item;
    }
    changes++;
  }

  synchronized void clear() {
    setRing(NO_ARGS, 0);
    changes++;
  }
}
