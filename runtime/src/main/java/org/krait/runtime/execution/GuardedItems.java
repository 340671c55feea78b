package org.krait.runtime.execution;

import org.krait.runtime.Comparison;
import org.krait.runtime.Concurrency;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Special;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.FloatCreation;
import org.krait.runtime.types.IntCreation;
import org.krait.runtime.types.ListSubscripts;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyBigInt;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyDictItemIterator;
import org.krait.runtime.types.PyDictIterator;
import org.krait.runtime.types.PyDictView;
import org.krait.runtime.types.PyEnumerate;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyRange;
import org.krait.runtime.types.PyReversed;
import org.krait.runtime.types.PyRangeIterator;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySlice;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleIterator;
import org.krait.runtime.types.PyZip;

/** {@link GuardedOperations} on builtin containers and their iterators. */
public final class GuardedItems {
  private static final GuardFailed FAILED = GuardFailed.INSTANCE;

  /** Items that a list gets room for before there are any. */
  private static final int MOST_ROOM = 10_000;

  private static final PyStr NO_INDEX = PyStr.of("list index out of range");

  private GuardedItems() {}

  public static PyObject listItem(PyObject list, long index) {
    if (list.getClass() == PyList.class) {
      PyList exact = (PyList) list;
      long at = index < 0 ? index + exact.size() : index;
      if (at == (int) at) {
        PyObject item = exact.itemOrNull((int) at);
        if (item != null) {
          return item;
        }
      }
    }
    throw FAILED;
  }

  public static void setListItem(PyObject list, long index, PyObject value) {
    if (list.getClass() == PyList.class) {
      PyList exact = (PyList) list;
      long at = index < 0 ? index + exact.size() : index;
      if (at == (int) at && exact.set((int) at, value)) {
        return;
      }
    }
    throw FAILED;
  }

  public static PyObject tupleItem(PyObject tuple, long index) {
    if (tuple.getClass() == PyTuple.class) {
      PyTuple exact = (PyTuple) tuple;
      long at = index < 0 ? index + exact.size() : index;
      if (at >= 0 && at < exact.size()) {
        return exact.get((int) at);
      }
    }
    throw FAILED;
  }

  /** An item of a list; null when there is none. */
  public static PyObject listItemOrNull(PyObject list, long index) {
    if (list.getClass() != PyList.class) {
      throw FAILED;
    }
    PyList exact = (PyList) list;
    long at = index < 0 ? index + exact.size() : index;
    return at == (int) at ? exact.itemOrNull((int) at) : null;
  }

  /** What the lack of a list's item raises. */
  public static PyBaseException noListItem(ThreadState thread) {
    PyBaseException value =
        PyBaseException.plain(PyExceptions.IndexError, new PyObject[] {NO_INDEX});
    value.setContext(thread.handled.innermost());
    return value;
  }

  public static long length(PyObject value) {
    if (value.getClass() == PyList.class) {
      return ((PyList) value).size();
    }
    if (value.getClass() == PyTuple.class) {
      return ((PyTuple) value).size();
    }
    if (value.getClass() == PyStr.class) {
      return ((PyStr) value).length();
    }
    if (value.getClass() == PyDict.class) {
      return ((PyDict) value).size();
    }
    if (value.getClass() == PySet.class) {
      return ((PySet) value).size();
    }
    if (value.getClass() == PyBytes.class) {
      return ((PyBytes) value).length();
    }
    if (!value.type().isHeap() && value.type().special(Special.LEN) != null) {
      return value.type().slots.len(value);
    }
    return GuardedDerived.length(value);
  }

  public static void append(PyObject list, PyObject value) {
    if (list.getClass() != PyList.class && !(list instanceof PyList)) {
      throw FAILED;
    }
    ((PyList) list).append(value);
  }

  /** For {@code UNPACK_SEQUENCE}: the items of a tuple or list of exactly this size. */
  public static PyObject[] items(PyObject sequence, int count) {
    if (sequence.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) sequence).items();
      if (items.length == count) {
        return items;
      }
    } else if (sequence.getClass() == PyList.class && ((PyList) sequence).size() == count) {
      PyObject[] items = ((PyList) sequence).toArray();
      if (items.length == count) {
        return items;
      }
    }
    throw FAILED;
  }

  /** How many items a builtin iterator has left at most; 0 where that is not easily said. */
  public static long itemsLeft(PyObject iterator) {
    if (iterator.getClass() == PyZip.class) {
      return ((PyZip) iterator).left();
    }
    int left = 0;
    if (iterator.getClass() == PyEnumerate.class) {
      left = ((PyEnumerate) iterator).left();
    } else if (iterator.getClass() == PyTupleIterator.class) {
      left = ((PyTupleIterator) iterator).lengthHint();
    } else if (iterator instanceof PyDictIterator items) {
      left = items.remaining();
    }
    return left == Integer.MAX_VALUE ? 0 : left;
  }

  /** An empty list that is to get so many items. */
  public static PyObject listWithRoom(long count) {
    return PyList.withRoom((int) Math.max(0, Math.min(count, MOST_ROOM)));
  }

  /** The same for ints. */
  public static PyObject listWithRoomForLongs(long count) {
    return PyList.withRoomForLongs((int) Math.max(0, Math.min(count, MOST_ROOM)));
  }

  /** The same for floats. */
  public static PyObject listWithRoomForDoubles(long count) {
    return PyList.withRoomForDoubles((int) Math.max(0, Math.min(count, MOST_ROOM)));
  }

  /** {@code in} a list or tuple of values that compare without Python code. */
  public static boolean isItem(PyObject sequence, PyObject value) {
    PyObject[] items;
    if (sequence.getClass() == PyTuple.class) {
      items = ((PyTuple) sequence).items();
    } else if (sequence.getClass() == PyList.class) {
      if (value.getClass() == PyLong.class) {
        int found = ((PyList) sequence).findNumber(((PyLong) value).value, 0, Integer.MAX_VALUE);
        if (found != PyList.UNSAID) {
          return found >= 0;
        }
      }
      items = ((PyList) sequence).toArray();
    } else {
      throw FAILED;
    }
    for (PyObject item : items) {
      if (GuardedContainers.isSame(item, value)) {
        return true;
      }
    }
    return false;
  }

  public static boolean isItem(PyObject sequence, long value) {
    if (sequence.getClass() == PyList.class) {
      int found = ((PyList) sequence).findNumber(value, 0, Integer.MAX_VALUE);
      if (found != PyList.UNSAID) {
        return found >= 0;
      }
    }
    return isItem(sequence, PyLong.of(value));
  }

  private static boolean isBound(PyObject bound) {
    return bound == PyNone.NONE || bound.getClass() == PyLong.class;
  }

  private static boolean isPlainIndex(PyObject key) {
    return key.getClass() == PyLong.class
        || key.getClass() == PyBool.class
        || key.getClass() == PySlice.class
            && isBound(((PySlice) key).start())
            && isBound(((PySlice) key).stop())
            && isBound(((PySlice) key).step());
  }

  /** {@code a[b]} where that runs no Python code. */
  public static PyObject nativeItem(PyObject container, PyObject key) {
    if (container instanceof NativeItems && !container.type().isHeap() && isPlainIndex(key)) {
      if (container.getClass() == PyList.class && key.getClass() == PySlice.class) {
        return ListSubscripts.slice((PyList) container, (PySlice) key);
      }
      return Items.get(container, key);
    }
    throw FAILED;
  }

  /** {@code a[b] = c} where that runs no Python code. */
  public static void setNativeItem(PyObject value, PyObject container, PyObject key) {
    Class<?> type = value.getClass();
    boolean plain =
        type == PyLong.class || type == PyFloat.class || type == PyList.class
            || type == PyTuple.class || type == PyBytes.class;
    if (plain && container instanceof NativeItems && !container.type().isHeap() && isPlainIndex(key)) {
      Items.set(container, key, value);
      return;
    }
    throw FAILED;
  }

  /** {@code a[b:c] = d} of a list. */
  public static void setSlice(PyObject value, PyObject container, PyObject from, PyObject to) {
    if (!isBound(from) || !isBound(to)) {
      throw FAILED;
    }
    setSlice(
        value, container, from == PyNone.NONE ? 0 : ((PyLong) from).value,
        to == PyNone.NONE ? Long.MAX_VALUE : ((PyLong) to).value);
  }

  /** The same by numbers. */
  public static void setSlice(PyObject value, PyObject container, long from, long to) {
    if (container.getClass() == PyList.class
        && (value.getClass() == PyList.class || value.getClass() == PyTuple.class)) {
      PyList list = (PyList) container;
      int size = list.size();
      int start = PySlice.place(from, size);
      int end = Math.max(start, PySlice.place(to, size));
      if (value.getClass() == PyList.class) {
        list.replace(start, end, (PyList) value);
      } else {
        PyObject[] items = ((PyTuple) value).items();
        list.replace(start, end, items, items.length);
      }
      return;
    }
    throw FAILED;
  }

  public static PyObject newSlice(PyObject start, PyObject stop, PyObject step) {
    return new PySlice(start, stop, step);
  }

  // ---- iterators

  /** The iterator of a value of exactly this builtin class. */
  public static PyObject iterator(PyObject iterable, Class<?> type) {
    if (iterable.getClass() != type || iterable.type().isHeap()) {
      throw FAILED;
    }
    return Iteration.iterator(iterable);
  }

  public static PyObject asList(PyObject value) {
    if (value.getClass() != PyList.class) {
      throw FAILED;
    }
    return value;
  }

  public static PyObject asTuple(PyObject value) {
    if (value.getClass() != PyTuple.class) {
      throw FAILED;
    }
    return value;
  }

  /** The item at an index, or null behind the last. */
  public static PyObject itemOrNull(PyObject list, long index) {
    return ((PyList) list).itemOrNull((int) index);
  }

  /** How many numbers a range has. */
  public static long rangeLength(long start, long stop, long step) {
    if (step > 0 ? start >= stop : start <= stop) {
      return 0;
    }
    long span = step > 0 ? stop - start : start - stop;
    if (span < 0 || step == 0 || step == Long.MIN_VALUE) {
      throw FAILED;
    }
    return (span - 1) / Math.abs(step) + 1;
  }

  /** The iterator of a range. */
  public static PyObject steppedRange(long start, long stop, long step) {
    if (step == 0) {
      throw FAILED;
    }
    return new PyRangeIterator(start, step, rangeLength(start, stop, step));
  }

  /** Whether there is another number; where there are threads, they might ask for it at once. */
  public static boolean rangeHas(PyObject iterator) {
    if (iterator.getClass() != PyRangeIterator.class || Concurrency.active()) {
      throw FAILED;
    }
    return ((PyRangeIterator) iterator).left() > 0;
  }

  public static long nextInRange(PyObject iterator) {
    return ((PyRangeIterator) iterator).nextLong();
  }

  public static long rangeNext(PyObject iterator) {
    if (iterator.getClass() != PyRangeIterator.class) {
      throw FAILED;
    }
    return ((PyRangeIterator) iterator).number();
  }

  public static long rangeLeft(PyObject iterator, long step) {
    PyRangeIterator exact = (PyRangeIterator) iterator;
    if (exact.step() != step) {
      throw FAILED;
    }
    return exact.left();
  }

  public static PyObject iteratedList(PyObject iterator) {
    if (iterator.getClass() != PyListIterator.class
        || ((PyListIterator) iterator).list() == null
        || ((PyListIterator) iterator).list().getClass() != PyList.class) {
      throw FAILED;
    }
    return ((PyListIterator) iterator).list();
  }

  public static long iteratedIndex(PyObject iterator) {
    return ((PyListIterator) iterator).index();
  }

  /** The next item of an iterator of this class, none of whose kind runs Python code. */
  public static PyObject next(PyObject iterator, Class<?> type) {
    if (iterator.getClass() != type) {
      throw FAILED;
    }
    return ((PyIterator) iterator).next();
  }

  /** The key of the next item of a dict, whose value {@link #dictValue} gives then; null at the end. */
  public static PyObject nextDictKey(PyObject iterator) {
    if (iterator.getClass() != PyDictItemIterator.class) {
      throw FAILED;
    }
    return ((PyDictItemIterator) iterator).nextKey();
  }

  public static PyObject dictValue(PyObject iterator) {
    return ((PyDictItemIterator) iterator).value();
  }

  /** The next item of {@code enumerate} or {@code zip}, where the iterators below run no Python code. */
  public static PyObject nextNative(PyObject iterator) {
    if (!PyIterator.isNative(iterator)) {
      throw FAILED;
    }
    Class<?> type = iterator.getClass();
    return type == PyEnumerate.class
        ? ((PyEnumerate) iterator).next()
        : type == PyZip.class ? ((PyZip) iterator).next() : ((PyIterator) iterator).next();
  }

  /** That it is a {@code zip} of so many iterators that run no Python code. */
  public static void checkZip(PyObject iterator, int width) {
    if (iterator.getClass() != PyZip.class
        || !((PyZip) iterator).isNative()
        || ((PyZip) iterator).width() != width) {
      throw FAILED;
    }
  }

  /** That it is a {@code zip} of so many. */
  public static void checkAnyZip(PyObject iterator, int width) {
    if (iterator.getClass() != PyZip.class || ((PyZip) iterator).width() != width) {
      throw FAILED;
    }
  }

  /** An item of such a {@code zip}'s next tuple, whose items are asked for in order; null at the end. */
  public static PyObject zippedItem(PyObject zip, int place) {
    return ((PyZip) zip).nextItem(place);
  }

  /** The iterator of a {@code zip} at a place, if it is a generator of this code and may be asked; or null. */
  public static PyObject zippedGenerator(PyObject zip, int place, PyCode code) {
    PyGenerator generator = ((PyZip) zip).generator(place);
    return generator != null && generator.frame.code == code ? generator : null;
  }

  /** Notes that such a generator has come to its end; it may raise. */
  public static void endZip(PyObject zip, int place) {
    ((PyZip) zip).end(place);
  }

  /** What an {@code enumerate} goes over, which has to be a generator of this code. */
  public static PyObject enumeratedGenerator(PyObject iterator, PyCode code) {
    if (iterator.getClass() == PyEnumerate.class) {
      PyGenerator generator = ((PyEnumerate) iterator).generator();
      if (generator != null && generator.frame.code == code) {
        return generator;
      }
    }
    throw FAILED;
  }

  /** The number of an item of such a generator. */
  public static long countEnumerated(PyObject iterator) {
    ((PyEnumerate) iterator).count();
    return ((PyEnumerate) iterator).lastNumber();
  }

  /** The item of {@code enumerate}'s next pair, or null at the end. */
  public static PyObject nextEnumerated(PyObject iterator) {
    if (iterator.getClass() != PyEnumerate.class || !((PyEnumerate) iterator).isPlain()) {
      throw FAILED;
    }
    return ((PyEnumerate) iterator).nextItem();
  }

  /** The number that goes with the item of {@link #nextEnumerated}. */
  public static long enumeratedNumber(PyObject iterator) {
    return ((PyEnumerate) iterator).lastNumber();
  }

  /** An instance of a builtin type, made of what can be iterated without Python code. */
  public static PyObject ofIterable(PyObject a, PyType type) {
    checkIterable(a);
    return type == PyEnumerate.TYPE ? PyEnumerate.of(a) : type.call(a);
  }

  public static PyObject ofIterables(PyObject a, PyObject b, PyType type) {
    checkIterable(a);
    checkIterable(b);
    return type.call(a, b);
  }

  public static PyObject listOf(PyObject a) {
    if (a.getClass() == PyTuple.class) {
      PyTuple items = (PyTuple) a;
      return items.size() == 0 ? new PyList() : PyList.of(items.items().clone());
    }
    return a.getClass() == PyList.class ? ((PyList) a).copy() : ofIterable(a, PyList.TYPE);
  }

  public static PyObject tupleOf(PyObject a) {
    checkIterable(a);
    return PyTuple.from(a);
  }

  public static PyObject emptyList() {
    return new PyList();
  }

  /** A value of a builtin type that is iterated without Python code. */
  public static PyObject iterable(PyObject value) {
    checkIterable(value);
    return value;
  }

  public static PyObject nativeIterator(PyObject value) {
    if (PyIterator.isNative(value)) {
      return value;
    }
    throw FAILED;
  }

  /** {@code next} of such an iterator; null where it leaves StopIteration for the caller. */
  public static PyObject nextOrNull(PyObject iterator, ThreadState thread) {
    PyObject value = Iteration.next(nativeIterator(iterator));
    if (value == null) {
      thread.passing = Errors.inContext(PyBaseException.of(PyExceptions.StopIteration));
    }
    return value;
  }

  /** The iterator of a value of a builtin type. */
  public static PyObject builtinIterator(PyObject value) {
    checkIterable(value);
    return Iteration.iterator(value);
  }

  /** {@code reversed} of a list, a tuple, a range or a text. */
  public static PyObject reversedOf(PyObject value) {
    Class<?> type = value.getClass();
    if (type != PyList.class && type != PyTuple.class && type != PyRange.class && type != PyStr.class) {
      throw FAILED;
    }
    return PyReversed.TYPE.call(value);
  }

  private static void checkIterable(PyObject value) {
    Class<?> type = value.getClass();
    if (type != PyList.class && type != PyTuple.class && type != PyStr.class && type != PyRange.class
        && type != PyDict.class && type != PySet.class && type != PyBytes.class
        && !(value instanceof PyDictView) && !PyIterator.isNative(value)) {
      throw FAILED;
    }
    if (value.type().isHeap()) {
      throw FAILED;
    }
  }

  /** A number or text made of a number or text; it may raise. */
  public static PyObject ofScalar(PyObject a, PyType type) {
    Class<?> java = a.getClass();
    if (java != PyLong.class && java != PyFloat.class && java != PyStr.class && java != PyBool.class
        && java != PyBigInt.class || a.type().isHeap()) {
      throw FAILED;
    }
    return type.call(a);
  }

  /** The same for ints; null where it leaves an exception for the caller. */
  public static PyObject intOrNull(PyObject a, ThreadState thread) {
    if (a.getClass() != PyStr.class) {
      return ofScalar(a, PyInt.TYPE);
    }
    PyObject value = IntCreation.ofTextOrNull((PyStr) a);
    if (value == null) {
      thread.passing = IntCreation.invalid(a, 10);
    }
    return value;
  }

  /** The same for floats. */
  public static PyObject floatOrNull(PyObject a, ThreadState thread) {
    if (a.getClass() != PyStr.class) {
      return ofScalar(a, PyFloat.TYPE);
    }
    PyObject value = FloatCreation.ofTextOrNull((PyStr) a);
    if (value == null) {
      thread.passing = FloatCreation.invalid(a);
    }
    return value;
  }

  public static PyObject rangeIterator(long next, long left, long step) {
    return new PyRangeIterator(next, step, left);
  }

  public static PyObject listIterator(PyObject list, long index) {
    return PyListIterator.at(list, (int) index);
  }
}
