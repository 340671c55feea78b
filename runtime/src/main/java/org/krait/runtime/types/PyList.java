package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.GuardFailed;
import org.krait.runtime.execution.PyGenerator;

/**
 * {@code list}.
 *
 * <p>A list that has had nothing but ints of 64 bits, or nothing but floats, since it was empty has them without
 * objects ({@link ListNumbers}); the first value that does not fit brings objects for all, for good. An empty list
 * is neither: its first item decides. So the same places of a program meet the same form, in the interpreter and in
 * machine code.
 *
 * <p>Everything else goes through the methods of this class; the arrays are {@link ListStorage}'s. Writers lock once
 * there are {@linkplain Concurrency other threads}.
 */
@BuiltinType(
    name = "list",
    parts = {ListMethods.class, ListSubscripts.class, GenericClassMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE_SELF,
    basicSize = 40)
public class PyList extends ListStorage implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyListTable());

  /** What {@link #findNumber} gives where a look at the items has to tell. */
  public static final int UNSAID = -2;

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
    if (kind == PyGenerator.class) {
      return GeneratorItems.list((PyGenerator) iterable);
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

  // ---- items

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

  public final void append(PyObject value) {
    if (Concurrency.active()) {
      synchronized (this) {
        add(value);
      }
    } else {
      add(value);
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

  /** Removes the item at an index and returns it, or null when there is none. */
  public final PyObject removeAt(int index) {
    if (Concurrency.active()) {
      synchronized (this) {
        return removeHere(index);
      }
    }
    return removeHere(index);
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

  /** Puts the items of another list, so many as it has, at places from one on by steps; while there is one thread. */
  final void assignSteps(int start, int length, long step, PyList source) {
    Object given = source.numbers();
    if (given != null && ListNumbers.areOfOneKind(numbers(), given)) {
      ListNumbers.spread(given, numbers(), start, length, step);
      return;
    }
    if (given != null || numbers() != null) {
      for (int i = 0; i < length; i++) {
        put((int) (start + i * step), source.get(i));
      }
      return;
    }
    PyObject[] from = source.items;
    PyObject[] all = items;
    long at = start;
    for (int i = 0; i < length; i++, at += step) {
      all[(int) at] = from[i];
    }
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

  /** Takes the items, if they are numbers of one kind, as the whole content without objects; else false. */
  public final boolean takeNumbers(PyObject[] content, int count) {
    Object numbers = ListNumbers.of(content, count);
    if (numbers != null) {
      synchronized (this) {
        install(NO_ARGS, numbers, count);
      }
    }
    return numbers != null;
  }

  /** Gives a list its content back, in the form that it had. */
  final void restore(Class<?> form, PyObject[] content, int count) {
    if (form == Object.class || !takeNumbers(content, count)) {
      setContent(content, count);
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
  public final PyList concat(PyList other) {
    if ((size == 0 || other.size == 0) && !Concurrency.active()) {
      return size == 0 ? other.copy() : copy();
    }
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
  public final PyList repeat(long times) {
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

  // ---- numbers without objects, for machine code and for builtin functions

  /** The class of the numbers, {@code long} or {@code double}; else {@code Object}; null while anything may come. */
  public final Class<?> form() {
    if (longs != null) {
      return long.class;
    }
    return doubles != null ? double.class : size == 0 ? null : Object.class;
  }

  /** The int at an index that is not negative; throws where there is none. */
  public final long longAt(long index) {
    long[] all = longs;
    if (all != null && Long.compareUnsigned(index, size) < 0 && !(Concurrency.active() && isReplaced(all))) {
      try {
        // No look at the length before: HotSpot's own is the one that it can take out of loops.
        return all[(int) index];
      } catch (ArrayIndexOutOfBoundsException replaced) {
        throw GuardFailed.INSTANCE;
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** The float at an index that is not negative; throws where there is none. */
  public final double doubleAt(long index) {
    double[] all = doubles;
    if (all != null && Long.compareUnsigned(index, size) < 0 && !(Concurrency.active() && isReplaced(all))) {
      try {
        return all[(int) index];
      } catch (ArrayIndexOutOfBoundsException replaced) {
        throw GuardFailed.INSTANCE;
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** The object at an index that is not negative; throws where there is none, or a number without an object. */
  public final PyObject objectAt(long index) {
    PyObject[] all = items;
    int at = (int) index;
    if (at == index && Integer.compareUnsigned(at, all.length) < 0) {
      PyObject item = all[at];
      if (item != null) {
        return item;
      }
    }
    throw GuardFailed.INSTANCE;
  }

  /** Sets the int at an index that is not negative; throws where there is none. */
  public final void setAt(long index, long value) {
    long[] all = longs;
    if (all == null || Long.compareUnsigned(index, size) >= 0) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active()) {
      set((int) index, PyLong.of(value));
    } else {
      all[(int) index] = value;
    }
  }

  /** Sets the float at an index that is not negative; throws where there is none. */
  public final void setAt(long index, double value) {
    double[] all = doubles;
    if (all == null || Long.compareUnsigned(index, size) >= 0) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active() || !ListNumbers.isNumber(value)) {
      set((int) index, new PyFloat(value));
    } else {
      all[(int) index] = value;
    }
  }

  /** Sets the object at an index that is not negative; throws where there is none, or a number without an object. */
  public final void setAt(long index, PyObject value) {
    PyObject[] all = items;
    if (Long.compareUnsigned(index, size) >= 0 || index >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active()) {
      set((int) index, value);
    } else {
      all[(int) index] = value;
    }
  }

  /** The index from the start that an index which may count from the end means. */
  public final long fromStart(long index) {
    return index < 0 ? index + size : index;
  }

  /** Appends an int. */
  public final void append(long value) {
    int at = size;
    long[] all = longs;
    if (all != null && !Concurrency.active()) {
      if (at == all.length) {
        grow(at + 1L);
        all = longs;
      }
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
    if (all != null && ListNumbers.isNumber(value) && !Concurrency.active()) {
      if (at == all.length) {
        grow(at + 1L);
        all = doubles;
      }
      all[at] = value;
      size = at + 1;
    } else {
      append(new PyFloat(value));
    }
  }

  // ---- a list that nobody else has yet, whose number of items is known to the caller alone

  /** Appends a value behind so many items; their number then. */
  public final int appendAt(int count, PyObject value) {
    PyObject[] all = items;
    if (count > 0 && count < all.length) {
      all[count] = value;
      return count + 1;
    }
    grown(count).append(value);
    return size;
  }

  /** The same of an int. */
  public final int appendAt(int count, long value) {
    long[] all = longs;
    if (all != null && Integer.compareUnsigned(count, all.length) < 0) {
      all[count] = value;
      return count + 1;
    }
    grown(count).append(value);
    return size;
  }

  /** The same of a float. */
  public final int appendAt(int count, double value) {
    double[] all = doubles;
    if (all != null && ListNumbers.isNumber(value) && Integer.compareUnsigned(count, all.length) < 0) {
      all[count] = value;
      return count + 1;
    }
    grown(count).append(value);
    return size;
  }

  /** This list, which is told how many items it has. */
  public final PyList grown(int count) {
    Concurrency.publish();
    size = count;
    return this;
  }

  /** Removes the last item, an int; throws where it is none. */
  public final long popLong() {
    long[] all = longs;
    int at = size - 1;
    if (all == null || at < 0 || at >= all.length) {
      throw GuardFailed.INSTANCE;
    }
    if (Concurrency.active() || isMuch(all.length, at)) {
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
    if (Concurrency.active() || isMuch(all.length, at)) {
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
  public final int commonPrefix(PyList other) {
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
