package org.krait.runtime;

import java.util.Arrays;
import org.krait.runtime.execution.PyGenerator;
import org.krait.runtime.execution.Sink;
import org.krait.runtime.types.Characters;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyIterator;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyListIterator;
import org.krait.runtime.types.PyMap;
import org.krait.runtime.types.PySequenceIterator;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.runtime.types.PyTupleIterator;

/** The iterator protocol: {@code iter(x)}, {@code next(it)}, {@code a, *b = x}. */
public final class Iteration {
  private static final int FIRST_ROOM = 8;

  private Iteration() {}

  /** {@code iter(x)}. */
  public static PyObject iterator(PyObject iterable) {
    PyType type = iterable.type();
    if (!type.isHeap()) {
      return type.slots.iter(iterable);
    }
    if (type.special(Special.ITER) == null) {
      if (type.special(Special.GETITEM) == null) {
        throw notIterable(iterable);
      }
      return new PySequenceIterator(iterable);
    }
    return SpecialResults.iterator(type.slots.iter(iterable));
  }

  private static PyException notIterable(PyObject value) {
    return Errors.typeError("'%s' object is not iterable", value.type().fullName());
  }

  /** Whether a value has {@code __next__}. */
  public static boolean isIterator(PyObject value) {
    return value instanceof PyIterator || value.type().special(Special.NEXT) != null;
  }

  /** Whether {@link #iterator} would not refuse the value at once. */
  public static boolean isIterable(PyObject value) {
    PyType type = value.type();
    return type.special(Special.ITER) != null
        || type.isHeap() && type.special(Special.GETITEM) != null;
  }

  /** The next item, or null at the end. */
  public static PyObject next(PyObject iterator) {
    // The most frequent ones by name: calls that HotSpot inlines.
    if (iterator.getClass() == PyListIterator.class) {
      return ((PyListIterator) iterator).next();
    }
    if (iterator.getClass() == PyTupleIterator.class) {
      return ((PyTupleIterator) iterator).next();
    }
    if (iterator instanceof PyIterator builtin) {
      return builtin.next();
    }
    if (iterator instanceof PyGenerator generator) {
      return generator.nextItem();
    }
    return iterator.type().slots.next(iterator);
  }

  /** All items, in a fresh array. */
  public static PyObject[] toArray(PyObject iterable) {
    if (iterable.getClass() == PyList.class) {
      return ((PyList) iterable).toArray();
    }
    if (iterable.getClass() == PyTuple.class) {
      return ((PyTuple) iterable).items().clone();
    }
    if (iterable.getClass() == PyStr.class) {
      return Characters.of((PyStr) iterable);
    }
    return drain(iterable);
  }

  private static PyObject[] drain(PyObject iterable) {
    PyObject iterator = iterator(iterable);
    int room = Objects.lengthHint(iterable, FIRST_ROOM);
    if (iterator instanceof PyGenerator generator) {
      Collected all = new Collected();
      generator.drain(all);
      return Arrays.copyOf(all.items, all.count);
    }
    if (iterator.getClass() == PyMap.class) {
      Collected all = new Collected();
      ((PyMap) iterator).drain(all);
      return Arrays.copyOf(all.items, all.count);
    }
    PyObject[] items = new PyObject[Math.min(Math.max(room, 1), 1 << 20)];
    int count = 0;
    for (PyObject item = next(iterator); item != null; item = next(iterator)) {
      if (count == items.length) {
        items = Arrays.copyOf(items, count + (count >> 1) + FIRST_ROOM);
      }
      items[count++] = item;
    }
    return count == items.length ? items : Arrays.copyOf(items, count);
  }

  /** All that a generator yields. */
  private static final class Collected extends Sink {
    private PyObject[] items = new PyObject[FIRST_ROOM];
    private int count;

    @Override
    public boolean offer(PyObject value) {
      return take(value);
    }

    @Override
    public boolean take(PyObject value) {
      if (count == items.length) {
        items = Arrays.copyOf(items, count + (count >> 1) + FIRST_ROOM);
      }
      items[count++] = value;
      return true;
    }
  }

  /** The items of a list or tuple, or of any iterable, which a subclass of theirs is; not to be changed. */
  public static PyObject[] items(PyObject iterable, String message) {
    if (iterable.getClass() == PyTuple.class) {
      return ((PyTuple) iterable).items();
    }
    if (iterable.getClass() == PyList.class) {
      return ((PyList) iterable).toArray();
    }
    try {
      return toArray(iterable);
    } catch (PyException e) {
      throw e.is(PyExceptions.TypeError) && !isIterable(iterable) ? Errors.typeError(message) : e;
    }
  }

  /** {@code a, b = x}: exactly this many items, not to be changed. */
  public static PyObject[] unpack(PyObject iterable, int count) {
    if (iterable.getClass() == PyTuple.class) {
      PyObject[] items = ((PyTuple) iterable).items();
      return items.length == count ? items : wrongCount(items.length, count);
    }
    if (iterable.getClass() == PyList.class) {
      PyObject[] items = ((PyList) iterable).toArray();
      return items.length == count ? items : wrongCount(items.length, count);
    }
    PyObject iterator = unpackable(iterable);
    PyObject[] items = new PyObject[count];
    for (int i = 0; i < count; i++) {
      if ((items[i] = next(iterator)) == null) {
        return wrongCount(i, count);
      }
    }
    return next(iterator) == null ? items : wrongCount(count + 1, count);
  }

  private static PyObject[] wrongCount(int got, int wanted) {
    throw got < wanted
        ? Errors.valueError("not enough values to unpack (expected %d, got %d)", wanted, got)
        : Errors.valueError("too many values to unpack (expected %d)", wanted);
  }

  private static PyObject unpackable(PyObject iterable) {
    if (!isIterable(iterable)) {
      throw Errors.typeError(
          "cannot unpack non-iterable %s object", iterable.type().fullName());
    }
    return iterator(iterable);
  }

  /** {@code a, *b, c = x}: the items before, a list of those between, the items behind. */
  public static PyObject[] unpack(PyObject iterable, int before, int behind) {
    if (iterable.getClass() == PyList.class && !Concurrency.active()
        && ((PyList) iterable).size() >= before + behind) {
      return parts((PyList) iterable, before, behind);
    }
    PyObject[] all;
    if (iterable.getClass() == PyTuple.class) {
      all = ((PyTuple) iterable).items();
    } else {
      all = toArray(iterable.getClass() == PyList.class ? iterable : unpackable(iterable));
    }
    int between = all.length - before - behind;
    if (between < 0) {
      throw Errors.valueError(
          "not enough values to unpack (expected at least %d, got %d)", before + behind, all.length);
    }
    PyObject[] parts = new PyObject[before + 1 + behind];
    System.arraycopy(all, 0, parts, 0, before);
    PyObject[] rest = between == 0 ? PyObject.NO_ARGS : new PyObject[between];
    System.arraycopy(all, before, rest, 0, between);
    parts[before] = PyList.of(rest);
    System.arraycopy(all, before + between, parts, before + 1, behind);
    return parts;
  }

  /** The same of a list that is long enough: the rest of numbers has no objects either. */
  private static PyObject[] parts(PyList list, int before, int behind) {
    int size = list.size();
    PyObject[] parts = new PyObject[before + 1 + behind];
    for (int i = 0; i < before; i++) {
      parts[i] = list.get(i);
    }
    parts[before] = list.part(before, size - behind);
    for (int i = 1; i <= behind; i++) {
      parts[before + i] = list.get(size - behind + i - 1);
    }
    return parts;
  }

  /** {@code value in container}. */
  public static boolean contains(PyObject container, PyObject value) {
    PyType type = container.type();
    return type.special(Special.CONTAINS) != null
        ? type.slots.contains(container, value)
        : isAmong(container, value);
  }

  /** {@code value in iterable}, by going through it. */
  public static boolean isAmong(PyObject iterable, PyObject value) {
    if (!isIterable(iterable)) {
      throw Errors.typeError("argument of type '%s' is not iterable", iterable.type().fullName());
    }
    PyObject iterator = iterator(iterable);
    for (PyObject item = next(iterator); item != null; item = next(iterator)) {
      if (Comparison.same(item, value)) {
        return true;
      }
    }
    return false;
  }
}
