package org.krait.runtime.types;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.GuardFailed;

/**
 * {@code list}.
 *
 * <p>A list that has had nothing but ints of 64 bits, or nothing but floats, since it was empty has them without
 * objects ({@link ListNumbers}); the first value that does not fit brings objects for all, for good. An empty list
 * is neither: its first item decides. So the same places of a program meet the same form, in the interpreter and in
 * machine code.
 *
 * <p>Only this class touches the arrays: everything else goes through the methods. Places behind the
 * last item are always null among objects, so a reader needs the array alone: it reads the field once, checks the
 * index against that array and takes null for "not there", whatever other threads do meanwhile. Numbers need the size
 * besides, and once there are other threads a second look whether the array is still the list's.
 * Writers lock once there are {@linkplain Concurrency other threads}.
 */
@BuiltinType(
    name = "list",
    parts = {ListMethods.class, ListSubscripts.class, GenericClassMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE_SELF,
    basicSize = 40)
public class PyList extends PyObject implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyListTable());

  /** What {@link #findNumber} gives where a look at the items has to tell. */
  public static final int UNSAID = -2;

  /** CPython's {@code PY_SSIZE_T_MAX} is out of reach of a Java array. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** The objects; of length 0 while there are numbers. */
  private PyObject[] items = NO_ARGS;

  /** The items as numbers, in one of two fields, so that nobody has to look at the class of an array. */
  private long[] longs;

  private double[] doubles;

  private int size;

  public PyList() {}

  private PyList(PyObject[] items, int size) {
    this.items = items;
    this.size = size;
  }

  private PyList(Object numbers, int size) {
    longs = numbers instanceof long[] ints ? ints : null;
    doubles = numbers instanceof double[] floats ? floats : null;
    this.size = size;
  }

  /** A list that takes over the array: objects that are there already stay what they are. */
  public static PyList of(PyObject... items) {
    return new PyList(items, items.length);
  }

  /** The list of a display, {@code [a, b, c]}, whose numbers it keeps without objects. */
  public static PyList display(PyObject[] items) {
    Object numbers = ListNumbers.of(items, items.length);
    return numbers == null ? new PyList(items, items.length) : new PyList(numbers, items.length);
  }

  /** A list of ints that takes over the array. */
  public static PyList of(long[] ints) {
    return ints.length == 0 ? new PyList() : new PyList(ints, ints.length);
  }

  /** A list of floats that takes over the array. */
  public static PyList of(double[] floats) {
    return floats.length > 0 && ListNumbers.areNumbers(floats)
        ? new PyList(floats, floats.length)
        : new PyList(ListNumbers.box(floats, 0, floats.length), floats.length);
  }

  /** Whether new lists keep objects for their numbers: while somebody wants to know of all objects that are made. */
  public static void wantObjects(boolean wanted) {
    ListNumbers.wantObjects(wanted);
  }

  /** An empty list with room for this many ints. */
  public static PyList withRoomForLongs(int room) {
    return new PyList(new long[room], 0);
  }

  /** An empty list with room for this many floats. */
  public static PyList withRoomForDoubles(int room) {
    return new PyList(new double[room], 0);
  }

  /** An empty list with room for this many items. */
  public static PyList withRoom(int room) {
    return new PyList(room == 0 ? NO_ARGS : new PyObject[room], 0);
  }

  /** {@code list(iterable)}. */
  public static PyList from(PyObject iterable) {
    Class<?> kind = iterable.getClass();
    if (kind == PyDict.class) {
      return ((PyDict) iterable).keyList();
    }
    if (kind == PyRange.class) {
      return display(Iteration.toArray(iterable));
    }
    return kind == PyList.class ? ((PyList) iterable).copy() : of(Iteration.toArray(iterable));
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

  // ---- items

  /** The item at an index, or null when there is none; negative indices are none. */
  public final PyObject itemOrNull(int index) {
    PyObject[] all = items;
    return index >= 0 && index < all.length ? all[index] : numberOrNull(index);
  }

  /** The number there, as an object; of objects, what has just come back. */
  private PyObject numberOrNull(int index) {
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
  private boolean isReplaced(Object numbers) {
    VarHandle.loadLoadFence();
    return numbers() != numbers;
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

  private void addSlowly(PyObject value) {
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
  private void decide(PyObject first) {
    Object numbers = numbers();
    if (numbers == null ? ListNumbers.kind(first) != null : !ListNumbers.fits(numbers, first)) {
      install(NO_ARGS, ListNumbers.withRoom(first, Math.max(items.length, 8)), 0);
    }
  }

  /** Appends {@code count} items of an array. */
  public final void appendAll(PyObject[] source, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        replaceHere(size, size, source, count);
      }
    } else {
      replaceHere(size, size, source, count);
    }
  }

  /** Appends all items of a list, which may be this one. */
  public final void appendAll(PyList source) {
    replace(Integer.MAX_VALUE, Integer.MAX_VALUE, source);
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
    if (last < items.length >> 2 && items.length > 64) {
      items = Arrays.copyOf(items, items.length >> 1);
    }
    return old;
  }

  /** Gives back room of numbers that have become few. */
  private void shrink() {
    int room = ListNumbers.room(numbers());
    if (size < room >> 2 && room > 64) {
      install(NO_ARGS, ListNumbers.copy(numbers(), 0, size, room >> 1), size);
    }
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

  // ---- many items

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
    if (Concurrency.active()) {
      PyList content = source.copy();
      synchronized (this) {
        replaceHere(Math.min(from, size), Math.min(to, size), content);
      }
    } else {
      replaceHere(Math.min(from, size), Math.min(to, size), source == this ? copy() : source);
    }
  }

  private void replaceHere(int from, int to, PyList source) {
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

  private void replaceHere(int from, int to, PyObject[] source, int count) {
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

  private void replaceObjects(int from, int to, PyObject[] source, int count) {
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

  private void replaceNumbers(int from, int to, Object source, int count) {
    long newSize = (long) size - (to - from) + count;
    if (newSize > ListNumbers.room(numbers())) {
      grow(newSize);
    }
    if (to < size) {
      ListNumbers.move(numbers(), to, numbers(), from + count, size - to);
    }
    ListNumbers.move(source, 0, numbers(), from, count);
    Concurrency.publish();
    size = (int) newSize;
  }

  public final void clear() {
    setContent(NO_ARGS, 0);
  }

  /** Takes over an array, null behind {@code count}, as the whole content. */
  public final void setContent(PyObject[] content, int count) {
    if (Concurrency.active()) {
      synchronized (this) {
        install(content, null, count);
      }
    } else {
      install(content, null, count);
    }
  }

  /** The same, as numbers if they are some. */
  public final void setNumbers(PyObject[] content, int count) {
    synchronized (this) {
      Object numbers = ListNumbers.of(content, count);
      install(numbers == null ? content : NO_ARGS, numbers, count);
    }
  }

  /** Gives up the content, which is returned without room behind it; the list is empty then. */
  final PyObject[] takeContent() {
    synchronized (this) {
      PyObject[] content = toArray();
      install(NO_ARGS, null, 0);
      return content;
    }
  }

  /** Whether the list is as {@link #takeContent} left it: nobody has put in anything meanwhile. */
  final boolean isUntouched() {
    return items == NO_ARGS && numbers() == null;
  }

  /** Turns the order around. */
  public final void reverse() {
    synchronized (this) {
      if (numbers() != null) {
        ListNumbers.reverse(numbers(), size);
        return;
      }
      PyObject[] all = items;
      for (int low = 0, high = size - 1; low < high; low++, high--) {
        PyObject item = all[low];
        all[low] = all[high];
        all[high] = item;
      }
    }
  }

  // ---- copies

  /** The items in a fresh array. */
  public final PyObject[] toArray() {
    return toArray(0, size);
  }

  /** Items {@code from} to {@code to}, exclusive, in a fresh array; fewer when there are no more. */
  public final PyObject[] toArray(int from, int to) {
    if (Concurrency.active()) {
      synchronized (this) {
        return objects(from, Math.min(to, size));
      }
    }
    return objects(from, to);
  }

  private PyObject[] objects(int from, int to) {
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

  /** A list of the same items. */
  public final PyList copy() {
    return part(0, size);
  }

  /** Items {@code from} to {@code to}, exclusive, in a new list; fewer when there are no more. */
  public final PyList part(int from, int to) {
    if (Concurrency.active()) {
      synchronized (this) {
        return partHere(from, Math.min(to, size));
      }
    }
    return partHere(from, Math.min(to, size));
  }

  private PyList partHere(int from, int to) {
    if (from >= to) {
      return new PyList();
    }
    return numbers() == null
        ? new PyList(objects(from, to), to - from)
        : new PyList(ListNumbers.copy(numbers(), from, to, to - from), to - from);
  }

  /** {@code length} items from {@code start} on by steps, all of which there are, in a new list. */
  final PyList part(int start, int length, long step) {
    if (numbers() != null && !Concurrency.active()) {
      return new PyList(ListNumbers.copy(numbers(), start, length, step), length);
    }
    PyObject[] chosen = new PyObject[length];
    long at = start;
    for (int i = 0; i < length; i++, at += step) {
      chosen[i] = get((int) at);
    }
    return numbers() == null ? of(chosen) : display(chosen);
  }

  /** The items of this list and then those of another in a new one. */
  final PyList concat(PyList other) {
    if ((long) size + other.size > LARGEST) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    int all = size + other.size;
    boolean objects = numbers() == null && other.numbers() == null;
    if (Concurrency.active() || !objects && !ListNumbers.areOfOneKind(numbers(), other.numbers())) {
      return of(Elements.concat(toArray(), other.toArray()));
    }
    if (objects) {
      PyObject[] both = new PyObject[all];
      System.arraycopy(items, 0, both, 0, size);
      System.arraycopy(other.items, 0, both, size, other.size);
      return new PyList(both, all);
    }
    Object both = ListNumbers.copy(numbers(), 0, size, all);
    ListNumbers.move(other.numbers(), 0, both, size, other.size);
    return new PyList(both, all);
  }

  /** The items so many times in a new list. */
  final PyList repeat(long times) {
    Object numbers = numbers();
    if (numbers == null || times <= 0 || size == 0 || Concurrency.active()) {
      return numbers == null ? of(Elements.repeat(toArray(), times)) : display(Elements.repeat(toArray(), times));
    }
    if (times > LARGEST / size) {
      throw Errors.make(PyExceptions.MemoryError, "");
    }
    int all = size * (int) times;
    return new PyList(ListNumbers.repeat(numbers, size, all), all);
  }

  // ---- room and form

  private void grow(long wanted) {
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
  private Object numbers() {
    long[] ints = longs;
    return ints != null ? ints : doubles;
  }

  /** The objects, which come back if there are numbers. */
  private PyObject[] objects() {
    Object numbers = numbers();
    if (numbers != null) {
      install(ListNumbers.box(numbers, 0, size), null, size);
    }
    return items;
  }

  /** Sets the arrays so that readers without locks find a size that fits, and one of the arrays. */
  private void install(PyObject[] objects, Object numbers, int count) {
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

  // ---- numbers without objects, for machine code and for builtin functions

  /** The class of the numbers, {@code long} or {@code double}; else {@code Object}; null while anything may come. */
  public final Class<?> form() {
    if (longs != null) {
      return long.class;
    }
    return doubles != null ? double.class : size == 0 ? null : Object.class;
  }

  /** A copy of the ints; null when there are none. */
  public final long[] copyOfLongs() {
    synchronized (this) {
      return longs == null ? null : Arrays.copyOf(longs, size);
    }
  }

  /** A copy of the floats; null when there are none. */
  public final double[] copyOfDoubles() {
    synchronized (this) {
      return doubles == null ? null : Arrays.copyOf(doubles, size);
    }
  }

  /** The int at an index, negative ones counted from the end; throws where there is none. */
  public final long longAt(long index) {
    long[] all = longs;
    int at = (int) index;
    if (all != null && at == index) {
      int count = size;
      if (at < 0) {
        at += count;
      }
      if (at >= 0 && at < count && at < all.length && !(Concurrency.active() && isReplaced(all))) {
        return all[at];
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** The float at an index, negative ones counted from the end; throws where there is none. */
  public final double doubleAt(long index) {
    double[] all = doubles;
    int at = (int) index;
    if (all != null && at == index) {
      int count = size;
      if (at < 0) {
        at += count;
      }
      if (at >= 0 && at < count && at < all.length && !(Concurrency.active() && isReplaced(all))) {
        return all[at];
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** Sets the int at an index; throws where there is none. */
  public final void setAt(long index, long value) {
    long[] all = longs;
    int at = (int) index;
    int count = size;
    if (at < 0) {
      at += count;
    }
    if (all == null || at != index && at - count != index || at < 0 || at >= count || at >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active()) {
      set(at, PyLong.of(value));
    } else {
      all[at] = value;
    }
  }

  /** Sets the float at an index; throws where there is none. */
  public final void setAt(long index, double value) {
    double[] all = doubles;
    int at = (int) index;
    int count = size;
    if (at < 0) {
      at += count;
    }
    if (all == null || at != index && at - count != index || at < 0 || at >= count || at >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active() || !ListNumbers.isNumber(value)) {
      set(at, new PyFloat(value));
    } else {
      all[at] = value;
    }
  }

  /** Appends an int. */
  public final void append(long value) {
    int at = size;
    long[] all = longs;
    if (all != null && at < all.length && !Concurrency.active()) {
      all[at] = value;
      size = at + 1;
    } else {
      append(PyLong.of(value));
    }
  }

  /** Appends a float. */
  public final void append(double value) {
    int at = size;
    double[] all = doubles;
    if (all != null && at < all.length && ListNumbers.isNumber(value) && !Concurrency.active()) {
      all[at] = value;
      size = at + 1;
    } else {
      append(new PyFloat(value));
    }
  }

  /** Removes the last item, an int; throws where it is none. */
  public final long popLong() {
    long[] all = longs;
    int at = size - 1;
    if (all == null || at < 0 || at >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active() || at < all.length >> 2) {
      return popLongSlowly();
    }
    size = at;
    return all[at];
  }

  private long popLongSlowly() {
    synchronized (this) {
      int at = size - 1;
      if (longs == null || at < 0) {
        throw GuardFailed.INSTANCE;
      }
      long value = longs[at];
      size = at;
      shrink();
      return value;
    }
  }

  /** Removes the last item, a float; throws where it is none. */
  public final double popDouble() {
    double[] all = doubles;
    int at = size - 1;
    if (all == null || at < 0 || at >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active() || at < all.length >> 2) {
      return popDoubleSlowly();
    }
    size = at;
    return all[at];
  }

  private double popDoubleSlowly() {
    synchronized (this) {
      int at = size - 1;
      if (doubles == null || at < 0) {
        throw GuardFailed.INSTANCE;
      }
      double value = doubles[at];
      size = at;
      shrink();
      return value;
    }
  }

  /** Sorts the numbers; false when there are none, or when their order is not all. */
  final boolean sortNumbers(boolean reverse) {
    synchronized (this) {
      if (numbers() == null || !ListNumbers.sort(numbers(), size)) {
        return false;
      }
      if (reverse) {
        ListNumbers.reverse(numbers(), size);
      }
      return true;
    }
  }

  /** The first place of a value from {@code from} on and before {@code to}, or -1, or {@link #UNSAID}. */
  final int findNumber(PyObject value, int from, int to) {
    Object numbers = numbers();
    return numbers != null && ListNumbers.fits(numbers, value) && !Concurrency.active()
        ? ListNumbers.find(numbers, value, Math.max(from, 0), Math.min(to, size))
        : UNSAID;
  }

  /** The same for an int. */
  public final int findNumber(long value, int from, int to) {
    long[] all = longs;
    if (all == null || Concurrency.active()) {
      return UNSAID;
    }
    for (int i = from; i < to && i < size && i < all.length; i++) {
      if (all[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** A place up to which the items of two lists are equal for certain. */
  final int commonPrefix(PyList other) {
    if (Concurrency.active()) {
      return 0;
    }
    Object mine = numbers();
    Object others = other.numbers();
    if (ListNumbers.areOfOneKind(mine, others)) {
      return ListNumbers.mismatch(mine, size, others, other.size);
    }
    if (longs != null && others == null) {
      return ListNumbers.mismatch(longs, size, other.items, other.size);
    }
    return other.longs != null && mine == null ? ListNumbers.mismatch(other.longs, other.size, items, size) : 0;
  }
}
