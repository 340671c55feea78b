package org.krait.runtime.types;

import java.util.Iterator;
import org.krait.annotations.BuiltinType;
import org.krait.runtime.Comparison;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code tuple}. */
@BuiltinType(
    name = "tuple",
    parts = {TupleMethods.class, GenericClassMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE_SELF,
    basicSize = 24,
    itemSize = 8)
public class PyTuple extends PyObject implements Iterable<PyObject>, NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyTupleTable());
  public static final PyTuple EMPTY = new PyTuple(NO_ARGS);

  private final PyObject[] items;

  /** The hash where it is kept, else 0. */
  private long hash;

  /** For subclasses and {@link #of}: takes over the array. */
  protected PyTuple(PyObject[] items) {
    this.items = items;
  }

  /** A tuple that takes over the array. */
  public static PyTuple of(PyObject... items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  /** {@code hash(t)} of the exact type. */
  public final long hashValue() {
    long known = hash;
    return known != 0 ? known : makeHash();
  }

  /** Whether the hash has been asked for and is that of numbers and texts, which keep theirs. */
  public final boolean isHashKnown() {
    return hash != 0;
  }

  private long makeHash() {
    TupleHash made = new TupleHash();
    boolean keeps = true;
    for (PyObject item : items) {
      Class<?> kind = item.getClass();
      made.add(Objects.hash(item));
      keeps &=
          kind == PyLong.class || kind == PyStr.class || kind == PyFloat.class || kind == PyNone.class
              || kind == PyBool.class || kind == PyTuple.class && ((PyTuple) item).hash != 0;
    }
    long value = made.ofTuple(items.length);
    if (keeps) {
      hash = value;
    }
    return value;
  }

  /** {@code a == b} of the exact type. */
  public static boolean equal(PyTuple a, PyTuple b) {
    PyObject[] left = a.items;
    PyObject[] right = b.items;
    if (left.length != right.length) {
      // As far as they go together elements are compared, which can be seen.
      return TupleMethods.compare(a, b, Comparison.EQ) == PyBool.TRUE;
    }
    for (int i = 0; i < left.length; i++) {
      if (!Elements.same(left[i], right[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@code tuple(iterable)}. */
  public static PyTuple from(PyObject iterable) {
    if (iterable.getClass() == PyTuple.class) {
      return (PyTuple) iterable;
    }
    return of(Iteration.toArray(iterable));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public final int size() {
    return items.length;
  }

  public final PyObject get(int index) {
    return items[index];
  }

  /** The items themselves, not to be changed. */
  public final PyObject[] items() {
    return items;
  }

  /** Over the items, for Java's {@code for}. */
  @Override
  public final Iterator<PyObject> iterator() {
    return java.util.Arrays.asList(items).iterator();
  }
}
