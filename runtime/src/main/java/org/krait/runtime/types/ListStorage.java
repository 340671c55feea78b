package org.krait.runtime.types;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;

/**
 * What a list keeps, and changes of it without locks: objects, or numbers without objects.
 *
 * <p>Places behind the last item are always null among objects, so a reader needs the array alone: it reads the
 * field once, checks the index against that array and takes null for "not there", whatever other threads do
 * meanwhile. Numbers need the size besides, and once there are other threads a second look whether the array is
 * still the list's.
 */
abstract class ListStorage extends PyObject {
  /** CPython's {@code PY_SSIZE_T_MAX} is out of reach of a Java array. */
  static final int LARGEST = Integer.MAX_VALUE - 8;

  /** The objects; of length 0 while there are numbers. */
  PyObject[] items = NO_ARGS;

  /** The items as numbers, in one of two fields, so that nobody has to look at the class of an array. */
  long[] longs;

  double[] doubles;

  int size;

  public final int size() {
    return size;
  }

  /** The item at an index, or null when there is none; negative indices are none. */
  public final PyObject itemOrNull(int index) {
    PyObject[] all = items;
    return index >= 0 && index < all.length ? all[index] : numberOrNull(index);
  }

  /** The number there, as an object; of objects, what has just come back. */
  PyObject numberOrNull(int index) {
    if (Concurrency.active()) {
      VarHandle.loadLoadFence();
    }
    Object numbers = numbers();
    if (numbers == null) {
      if (Concurrency.active()) {
        VarHandle.loadLoadFence();
        PyObject[] all = items;
        return index >= 0 && index < all.length ? all[index] : null;
      }
      return null;
    }
    if (index < 0 || index >= size || index >= ListNumbers.room(numbers)) {
      return null;
    }
    if (Concurrency.active() && isReplaced(numbers)) {
      synchronized (this) {
        return index >= size ? null : numbers() == null ? items[index] : ListNumbers.box(numbers(), index);
      }
    }
    return ListNumbers.box(numbers, index);
  }

  /** Whether other threads have made the size that was just read one of another array. */
  boolean isReplaced(Object numbers) {
    VarHandle.loadLoadFence();
    return numbers() != numbers;
  }

  boolean put(int index, PyObject value) {
    PyObject[] all = items;
    if (index < 0 || index >= size) {
      return false;
    }
    if (index < all.length) {
      all[index] = value;
    } else if (!ListNumbers.put(numbers(), index, value)) {
      objects()[index] = value;
    }
    return true;
  }

  void add(PyObject value) {
    int at = size;
    PyObject[] all = items;
    if (at > 0 && at < all.length) {
      all[at] = value;
      size = at + 1;
      return;
    }
    long[] ints = longs;
    if (ints != null && at < ints.length && value.getClass() == PyLong.class) {
      ints[at] = ((PyLong) value).value;
      Concurrency.publish();
      size = at + 1;
      return;
    }
    addSlowly(value);
  }

  void addSlowly(PyObject value) {
    int at = size;
    if (at == 0) {
      decide(value);
    }
    Object numbers = numbers();
    if (numbers != null && ListNumbers.fits(numbers, value)) {
      if (at == ListNumbers.room(numbers)) {
        grow(at + 1L);
      }
      ListNumbers.put(numbers(), at, value);
    } else {
      if (at == objects().length) {
        grow(at + 1L);
      }
      items[at] = value;
    }
    Concurrency.publish();
    size = at + 1;
  }

  /** The first item of an empty list decides about its form. */
  void decide(PyObject first) {
    Object numbers = numbers();
    if (numbers == null ? ListNumbers.kind(first) != null : !ListNumbers.fits(numbers, first)) {
      install(NO_ARGS, ListNumbers.withRoom(first, Math.max(items.length, 8)), 0);
    }
  }

  void insertHere(int index, PyObject value) {
    int at = Math.min(index, size);
    if (at == size) {
      add(value);
      return;
    }
    boolean number = numbers() != null && ListNumbers.fits(numbers(), value);
    if (size == (number ? ListNumbers.room(numbers()) : objects().length)) {
      grow(size + 1L);
    }
    if (number) {
      ListNumbers.move(numbers(), at, numbers(), at + 1, size - at);
      ListNumbers.put(numbers(), at, value);
    } else {
      System.arraycopy(items, at, items, at + 1, size - at);
      items[at] = value;
    }
    size++;
  }

  PyObject removeHere(int index) {
    if (index < 0 || index >= size) {
      return null;
    }
    int last = size - 1;
    Object numbers = numbers();
    if (numbers != null) {
      PyObject old = ListNumbers.box(numbers, index);
      if (index < last) {
        ListNumbers.move(numbers, index + 1, numbers, index, last - index);
      }
      size = last;
      shrink();
      return old;
    }
    PyObject old = items[index];
    if (index < last) {
      System.arraycopy(items, index + 1, items, index, last - index);
    }
    items[last] = null;
    size = last;
    if (isMuch(items.length, last)) {
      items = Arrays.copyOf(items, items.length >> 1);
    }
    return old;
  }

  /** Whether some of a list's room is given back. */
  static boolean isMuch(int room, int size) {
    return size < room >> 2 && room > 64;
  }

  /** Gives back room of numbers that have become few. */
  void shrink() {
    int room = ListNumbers.room(numbers());
    if (isMuch(room, size)) {
      install(NO_ARGS, ListNumbers.copy(numbers(), 0, size, room >> 1), size);
    }
  }

  void replaceHere(int from, int to, PyList source) {
    if (source.numbers() == null) {
      replaceHere(from, to, source.items, source.size);
    } else if (to - from == size) {
      install(NO_ARGS, ListNumbers.copy(source.numbers(), 0, source.size, source.size), source.size);
    } else if (ListNumbers.areOfOneKind(numbers(), source.numbers())) {
      replaceNumbers(from, to, source.numbers(), source.size);
    } else {
      replaceObjects(from, to, ListNumbers.box(source.numbers(), 0, source.size), source.size);
    }
  }

  void replaceHere(int from, int to, PyObject[] source, int count) {
    Object numbers = numbers();
    if (numbers == null) {
      replaceObjects(from, to, source, count);
      return;
    }
    Object content = count == 0 ? ListNumbers.withRoom(numbers, 0) : ListNumbers.of(source, count);
    if (ListNumbers.areOfOneKind(numbers, content)) {
      replaceNumbers(from, to, content, count);
    } else {
      replaceObjects(from, to, source, count);
    }
  }

  void replaceObjects(int from, int to, PyObject[] source, int count) {
    long newSize = (long) size - (to - from) + count;
    if (newSize > objects().length) {
      grow(newSize);
    }
    System.arraycopy(items, to, items, from + count, size - to);
    System.arraycopy(source, 0, items, from, count);
    if (newSize < size) {
      Arrays.fill(items, (int) newSize, size, null);
    }
    size = (int) newSize;
  }

  void replaceNumbers(int from, int to, Object source, int count) {
    long newSize = (long) size - (to - from) + count;
    if (newSize > ListNumbers.room(numbers())) {
      grow(newSize);
    }
    if (to < size && count != to - from) {
      ListNumbers.move(numbers(), to, numbers(), from + count, size - to);
    }
    ListNumbers.move(source, 0, numbers(), from, count);
    Concurrency.publish();
    size = (int) newSize;
  }

  PyObject[] objects(int from, int to) {
    if (from >= to) {
      return NO_ARGS;
    }
    if (numbers() != null) {
      return ListNumbers.box(numbers(), from, Math.min(to, size));
    }
    PyObject[] all = items;
    PyObject[] part = new PyObject[to - from];
    System.arraycopy(all, from, part, 0, Math.min(to, all.length) - from);
    return part;
  }

  void grow(long wanted) {
    if (wanted > LARGEST) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    int room = (int) Math.min(LARGEST, Math.max(wanted + (wanted >> 1), 8));
    if (numbers() != null) {
      install(NO_ARGS, ListNumbers.copy(numbers(), 0, size, room), size);
      return;
    }
    // Not Arrays.copyOf, which asks what kind of array it is.
    PyObject[] larger = new PyObject[room];
    System.arraycopy(items, 0, larger, 0, size);
    items = larger;
  }

  /** Null, or the items as {@link ListNumbers}. */
  Object numbers() {
    long[] ints = longs;
    return ints != null ? ints : doubles;
  }

  /** The objects, which come back if there are numbers. */
  PyObject[] objects() {
    Object numbers = numbers();
    if (numbers != null) {
      install(ListNumbers.box(numbers, 0, size), null, size);
    }
    return items;
  }

  /** Sets the arrays so that readers without locks find a size that fits, and one of the arrays. */
  void install(PyObject[] objects, Object numbers, int count) {
    size = Math.min(size, count);
    Concurrency.publish();
    if (numbers == null) {
      items = objects;
      Concurrency.publish();
      longs = null;
      doubles = null;
    } else {
      if (numbers instanceof long[] ints) {
        longs = ints;
        Concurrency.publish();
        doubles = null;
      } else {
        doubles = (double[]) numbers;
        Concurrency.publish();
        longs = null;
      }
      Concurrency.publish();
      items = NO_ARGS;
    }
    Concurrency.publish();
    size = count;
  }
}
