package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code list}.
 *
 * <p>Only this class touches the array: everything else goes through the methods. Places behind the
 * last item are always null, so a reader needs the array alone: it reads the field once, checks the
 * index against that array and takes null for "not there", whatever other threads do meanwhile.
 * Writers lock once there are {@linkplain Concurrency other threads}.
 */
@BuiltinType(
    name = "list",
    parts = {ListMethods.class, ListSubscripts.class, GenericClassMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE_SELF,
    basicSize = 40)
public class PyList extends PyObject implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyListTable());

  /** CPython's {@code PY_SSIZE_T_MAX} is out of reach of a Java array. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private PyObject[] items = NO_ARGS;
  private int size;

  public PyList() {}

  private PyList(PyObject[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** A list that takes over the array. */
  public static PyList of(PyObject... items) {
    return new PyList(items, items.length);
  }

  /** An empty list with room for this many items. */
  public static PyList withRoom(int room) {
    return new PyList(room == 0 ? NO_ARGS : new PyObject[room], 0);
  }

  /** {@code list(iterable)}. */
  public static PyList from(PyObject iterable) {
    if (iterable.getClass() == PyDict.class) {
      return ((PyDict) iterable).keyList();
    }
    return of(Iteration.toArray(iterable));
  }

  /** {@code sorted(iterable)}. */
  public static PyList sorted(PyObject iterable) {
    PyList list = from(iterable);
    ListMethods.sort(list, null, false);
    return list;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public final int size() {
    return size;
  }

  /** The item at an index, or null when there is none; negative indices are none. */
  public final PyObject itemOrNull(int index) {
    PyObject[] all = items;
    return index >= 0 && index < all.length ? all[index] : null;
  }

  /** The item at an index that is known to be good; IndexError if another thread made it bad. */
  public final PyObject get(int index) {
    PyObject item = itemOrNull(index);
    if (item == null) {
      throw Errors.indexError("list index out of range");
    }
    return item;
  }

  /** Sets the item at an index that is known to be good; false if it is not. */
  public final boolean set(int index, PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        return put(index, value);
      }
    }
    return put(index, value);
  }

  private boolean put(int index, PyObject value) {
    if (index < 0 || index >= size) {
      return false;
    }
    items[index] = value;
    return true;
  }

  public final void append(PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        add(value);
      }
    } else {
      add(value);
    }
  }

  private void add(PyObject value) {
    int at = size;
    if (at == items.length) {
      grow(at + 1L);
    }
    items[at] = value;
    size = at + 1;
  }

  /** Appends {@code count} items of an array. */
  public final void appendAll(PyObject[] source, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        addAll(source, count);
      }
    } else {
      addAll(source, count);
    }
  }

  private void addAll(PyObject[] source, int count) {
    if ((long) size + count > items.length) {
      grow((long) size + count);
    }
    System.arraycopy(source, 0, items, size, count);
    size += count;
  }

  /** Inserts before an index; beyond the end means at the end. */
  public final void insert(int index, PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        insertHere(index, value);
      }
    } else {
      insertHere(index, value);
    }
  }

  private void insertHere(int index, PyObject value) {
    int at = Math.min(index, size);
    if (size == items.length) {
      grow(size + 1L);
    }
    System.arraycopy(items, at, items, at + 1, size - at);
    items[at] = value;
    size++;
  }

  /** Removes the item at an index and returns it, or null when there is none. */
  public final PyObject removeAt(int index) {
    if (Concurrency.active()) {
      synchronized (this) {
        return removeHere(index);
      }
    }
    return removeHere(index);
  }

  private PyObject removeHere(int index) {
    if (index < 0 || index >= size) {
      return null;
    }
    PyObject old = items[index];
    int last = size - 1;
    if (index < last) {
      System.arraycopy(items, index + 1, items, index, last - index);
    }
    items[last] = null;
    size = last;
    if (last < items.length >> 2 && items.length > 64) {
      items = Arrays.copyOf(items, items.length >> 1);
    }
    return old;
  }

  /** Removes the last item and returns it, or null when empty. */
  public final PyObject removeLast() {
    if (Concurrency.active()) {
      synchronized (this) {
        return removeHere(size - 1);
      }
    }
    return removeHere(size - 1);
  }

  /** Puts {@code count} items of an array in the place of {@code from} to {@code to}, exclusive. */
  public final void replace(int from, int to, PyObject[] source, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        replaceHere(Math.min(from, size), Math.min(to, size), source, count);
      }
    } else {
      replaceHere(from, to, source, count);
    }
  }

  /** The same with all items of a list, which may be this one. */
  public final void replace(int from, int to, PyList source) {
    if (source == this || Concurrency.active()) {
      PyObject[] content = source.toArray();
      replace(from, to, content, content.length);
    } else {
      replaceHere(from, to, source.items, source.size);
    }
  }

  private void replaceHere(int from, int to, PyObject[] source, int count) {
    long newSize = (long) size - (to - from) + count;
    if (newSize > items.length) {
      grow(newSize);
    }
    System.arraycopy(items, to, items, from + count, size - to);
    System.arraycopy(source, 0, items, from, count);
    if (newSize < size) {
      Arrays.fill(items, (int) newSize, size, null);
    }
    size = (int) newSize;
  }

  public final void clear() {
    setContent(NO_ARGS, 0);
  }

  /** Takes over an array, null behind {@code count}, as the whole content. */
  public final void setContent(PyObject[] content, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        items = content;
        size = count;
      }
    } else {
      items = content;
      size = count;
    }
  }

  /** Gives up the content, which is returned without room behind it; the list is empty then. */
  final PyObject[] takeContent() {
    synchronized (this) {
      PyObject[] content = toArray();
      items = NO_ARGS;
      size = 0;
      return content;
    }
  }

  /** Whether the list is as {@link #takeContent} left it: nobody has put in anything meanwhile. */
  final boolean isUntouched() {
    return items == NO_ARGS;
  }

  /** Turns the order around. */
  public final void reverse() {
    synchronized (this) {
      PyObject[] all = items;
      for (int low = 0, high = size - 1; low < high; low++, high--) {
        PyObject item = all[low];
        all[low] = all[high];
        all[high] = item;
      }
    }
  }

  /** The items in a fresh array. */
  public final PyObject[] toArray() {
    return toArray(0, size);
  }

  /** Items {@code from} to {@code to}, exclusive, in a fresh array; fewer when there are no more. */
  public final PyObject[] toArray(int from, int to) {
    if (Concurrency.active()) {
      synchronized (this) {
        return copy(from, Math.min(to, size));
      }
    }
    return copy(from, to);
  }

  /** {@code length} items from {@code start} on by steps, all of which there are, in a fresh array. */
  final PyObject[] toArray(int start, int length, long step) {
    PyObject[] all = items;
    PyObject[] chosen = new PyObject[length];
    long at = start;
    for (int i = 0; i < length; i++, at += step) {
      PyObject item = at < all.length ? all[(int) at] : null;
      if (item == null) {
        throw Errors.indexError("list index out of range");
      }
      chosen[i] = item;
    }
    return chosen;
  }

  /** The items of this list and then those of another in a new one. */
  final PyList concat(PyList other) {
    if (Concurrency.active()) {
      return of(Elements.concat(toArray(), other.toArray()));
    }
    long all = (long) size + other.size;
    if (all > LARGEST) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    PyObject[] both = new PyObject[(int) all];
    System.arraycopy(items, 0, both, 0, size);
    System.arraycopy(other.items, 0, both, size, other.size);
    return of(both);
  }

  private PyObject[] copy(int from, int to) {
    if (from >= to) {
      return NO_ARGS;
    }
    PyObject[] all = items;
    PyObject[] part = new PyObject[to - from];
    System.arraycopy(all, from, part, 0, Math.min(to, all.length) - from);
    return part;
  }

  private void grow(long wanted) {
    if (wanted > LARGEST) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    long room = Math.min(LARGEST, Math.max(wanted + (wanted >> 1), 8));
    // Not Arrays.copyOf, which asks what kind of array it is.
    PyObject[] larger = new PyObject[(int) room];
    System.arraycopy(items, 0, larger, 0, size);
    items = larger;
  }
}
