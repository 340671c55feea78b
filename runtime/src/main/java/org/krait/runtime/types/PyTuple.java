package org.krait.runtime.types;

import java.util.Arrays;
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

  /** How deep tuples in tuples are looked at before they are asked for their hashes. */
  private static final int DEEPEST = 5;

  private final PyObject[] items;

  /** The hash where it is kept, else 0. */
  private long hash;

  /** What a look-up found to be equal, where both keep their hash; {@link KnownKey#ONCE} after the first. */
  private KnownKey known;

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

  /** The hash where it is kept, else 0. */
  final long keptHash() {
    return hash;
  }

  /** What was found last when this one was looked for; or null. */
  final KnownKey known() {
    return known;
  }

  /** Whether this was found last when this one was looked for. */
  final boolean isKnown(Object found) {
    return known != null && known.key == found;
  }

  /** Says that this very tuple was found when it was looked for; once more than another, it is remembered. */
  final void foundItself() {
    if (known == KnownKey.ONCE) {
      known = new KnownKey(this);
    } else if (hash != 0 && !isKnown(this)) {
      known = KnownKey.ONCE;
    }
  }

  /**
   * {@code a == b} of a key that was found and the one that is looked for. A key that is looked for again and again
   * remembers the equal one, if their items can never differ: then nobody need look at the items any more.
   */
  static boolean equalKeys(PyTuple found, PyTuple key) {
    if (!isSamePair(found.items, key.items) && !equal(found, key)) {
      return false;
    }
    if (found.hash != 0 && key.hash != 0) {
      key.known = key.known == null ? KnownKey.ONCE : new KnownKey(found);
    }
    return true;
  }

  /**
   * Whether it keeps its hash from now on, because its items are numbers, texts, bytes or tuples of such: then they can
   * neither change nor run Python code when they are hashed and compared with their like.
   */
  public final boolean keepsHash() {
    return hash != 0 || keepPairHash() || keepHash(0);
  }

  /** The same of two ints, the commonest of keys; false says nothing. Compiled into its callers. */
  private boolean keepPairHash() {
    PyObject[] pair = items;
    if (pair.length != 2 || pair[0].getClass() != PyLong.class || pair[1].getClass() != PyLong.class) {
      return false;
    }
    long first = ((PyLong) pair[0]).value;
    long second = ((PyLong) pair[1]).value;
    if (!PairKeys.haveHash(first, second)) {
      return false;
    }
    hash = PairKeys.hash(first, second);
    return hash != 0;
  }

  /** Whether these are the same two ints; false says nothing. */
  private static boolean isSamePair(PyObject[] a, PyObject[] b) {
    return a.length == 2
        && b.length == 2
        && a[0] instanceof PyLong first
        && b[0] instanceof PyLong otherFirst
        && first.value == otherFirst.value
        && a[1] instanceof PyLong second
        && b[1] instanceof PyLong otherSecond
        && second.value == otherSecond.value;
  }

  private boolean keepHash(int depth) {
    long sum = TupleHash.START;
    for (PyObject item : items) {
      if (item.getClass() != PyLong.class && item.getClass() != PyStr.class && !keepsOther(item, depth)) {
        return false;
      }
      sum = TupleHash.with(sum, Objects.hash(item));
    }
    hash = TupleHash.ofTuple(sum, items.length);
    return hash != 0;
  }

  private static boolean keepsOther(PyObject item, int depth) {
    if (item.getClass() == PyTuple.class) {
      PyTuple inner = (PyTuple) item;
      return inner.hash != 0 || depth < DEEPEST && inner.keepHash(depth + 1);
    }
    Class<?> kind = item.getClass();
    return kind == PyBytes.class || kind == PyFloat.class || kind == PyNone.class || kind == PyBool.class;
  }

  private long makeHash() {
    if (keepPairHash() || keepHash(0)) {
      return hash;
    }
    TupleHash made = new TupleHash();
    for (PyObject item : items) {
      made.add(Objects.hash(item));
    }
    return made.ofTuple(items.length);
  }

  /** This tuple's items and then those of another; both are exact. */
  public final PyTuple concat(PyTuple other) {
    int own = items.length;
    int more = other.items.length;
    if (own == 0 || more == 0) {
      return more == 0 ? this : other;
    }
    PyObject[] all = new PyObject[own + more];
    System.arraycopy(items, 0, all, 0, own);
    System.arraycopy(other.items, 0, all, own, more);
    return new PyTuple(all);
  }

  /** The items {@code from} to {@code to}, exclusive, of an exact tuple. */
  public final PyTuple part(int from, int to) {
    if (from >= to) {
      return EMPTY;
    }
    return to - from == items.length ? this : new PyTuple(Arrays.copyOfRange(items, from, to));
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
    return Arrays.asList(items).iterator();
  }
}
