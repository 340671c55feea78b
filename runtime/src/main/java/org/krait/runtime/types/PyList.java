package org.krait.runtime.types;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/**
 * {@code list}.
 *
 * <p>Only this class touches the array: everything else goes through the methods, so that the storage
 * can be unboxed without anybody noticing.
 */
@BuiltinType(
    name = "list",
    parts = {ListMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE_SELF)
public class PyList extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyListTable());

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

  /** {@code list(iterable)}. */
  public static PyList from(PyObject iterable) {
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

  /** The item at an index that is known to be good. */
  public final PyObject get(int index) {
    return items[index];
  }

  public final void set(int index, PyObject value) {
    items[index] = value;
  }

  public final void append(PyObject value) {
    int at = size;
    if (at == items.length) {
      grow(at + 1);
    }
    items[at] = value;
    size = at + 1;
  }

  /** Appends {@code count} items of an array. */
  public final void appendAll(PyObject[] source, int count) {
    if (size + count > items.length) {
      grow(size + count);
    }
    System.arraycopy(source, 0, items, size, count);
    size += count;
  }

  public final void insert(int index, PyObject value) {
    replace(index, index, new PyObject[] {value}, 1);
  }

  public final PyObject removeAt(int index) {
    PyObject old = items[index];
    System.arraycopy(items, index + 1, items, index, size - index - 1);
    items[--size] = null;
    return old;
  }

  /** Puts {@code count} items of an array in the place of {@code from} to {@code to}, exclusive. */
  public final void replace(int from, int to, PyObject[] source, int count) {
    int newSize = size - (to - from) + count;
    if (newSize > items.length) {
      grow(newSize);
    }
    System.arraycopy(items, to, items, from + count, size - to);
    System.arraycopy(source, 0, items, from, count);
    if (newSize < size) {
      Arrays.fill(items, newSize, size, null);
    }
    size = newSize;
  }

  public final void clear() {
    items = NO_ARGS;
    size = 0;
  }

  /** Takes over an array as the whole content. */
  public final void setContent(PyObject[] content, int count) {
    items = content;
    size = count;
  }

  /** The items in a fresh array. */
  public final PyObject[] toArray() {
    return size == 0 ? NO_ARGS : Arrays.copyOf(items, size);
  }

  /** Items {@code from} to {@code to}, exclusive, in a fresh array. */
  public final PyObject[] toArray(int from, int to) {
    return Arrays.copyOfRange(items, from, to);
  }

  private void grow(int wanted) {
    items = Arrays.copyOf(items, Math.max(wanted + (wanted >> 3) + 4, 4));
  }
}
