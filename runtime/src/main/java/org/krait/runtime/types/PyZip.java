package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyGenerator;

/** {@code zip}: tuples of one item from each iterable. */
@BuiltinType(name = "zip", parts = {IteratorMethods.class}, basicSize = 48)
public final class PyZip extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyZipTable());

  private final PyObject[] iterators;

  /** Whether {@link #next} runs no Python code. */
  final boolean isNative;

  private boolean strict;
  private boolean finished;

  /** Whether nobody but the generator expression that goes through it has it, or its iterators. */
  private boolean isUnshared;

  private PyZip(PyType cls, PyObject[] iterators, boolean strict) {
    super(cls);
    this.iterators = iterators;
    this.isNative = cls == TYPE && areNative(iterators);
    this.strict = strict;
    this.finished = iterators.length == 0;
  }

  private static boolean areNative(PyObject[] iterators) {
    for (PyObject iterator : iterators) {
      if (!PyIterator.isNative(iterator)) {
        return false;
      }
    }
    return true;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    boolean strict = false;
    int count = args.length;
    if (names != null) {
      count -= names.length;
      strict = strict(args, names);
    }
    PyObject[] iterators = new PyObject[count];
    for (int i = 0; i < count; i++) {
      iterators[i] = Iteration.iterator(args[i]);
    }
    return new PyZip(cls, iterators, strict);
  }

  private static boolean strict(PyObject[] args, PyStr[] names) {
    boolean strict = false;
    for (int i = 0; i < names.length; i++) {
      if (names[i].toString().equals("strict")) {
        strict = Objects.isTrue(args[args.length - names.length + i]);
      } else {
        throw Errors.typeError("'%s' is an invalid keyword argument for zip()", names[i]);
      }
    }
    return strict;
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject[] items = nextItems();
    return items == null ? null : PyTuple.of(items);
  }

  /** How many items a tuple has. */
  public int width() {
    return iterators.length;
  }

  /** Whether {@link #nextItems} runs no Python code. */
  public boolean isNative() {
    return isNative;
  }

  /** A {@code zip} of these iterators. */
  public static PyZip of(PyObject[] iterators) {
    return new PyZip(TYPE, iterators, false);
  }

  /** The same for a generator expression alone, where all are new iterators of lists and tuples. */
  public static PyZip unshared(PyObject[] iterators) {
    PyZip zip = of(iterators);
    zip.isUnshared = true;
    return zip;
  }

  public boolean isUnshared() {
    return isUnshared;
  }

  /** The iterator at a place. */
  public PyObject iterator(int place) {
    return iterators[place];
  }

  /** The iterator at a place, if it is one of a list; or null. */
  public PyListIterator ofList(int place) {
    return iterators[place] instanceof PyListIterator list ? list : null;
  }

  /** The iterator at a place, if it is a generator and may be asked; or null. */
  public PyGenerator generator(int place) {
    return !finished && iterators[place] instanceof PyGenerator generator ? generator : null;
  }

  /** Notes that the iterator at a place has come to its end; in strict mode all must. */
  public void end(int place) {
    finished = true;
    if (strict) {
      checkAllEnd(place);
    }
  }

  /** Whether {@link #ofList} has an item for the next tuple; as {@link #nextItem}, to be asked for in order. */
  public boolean hasNextOfList(int place) {
    return !finished && ofList(place).hasNext() || nextItem(place) != null;
  }

  /** How many tuples are left at most; 0 where no iterator says easily. */
  public int left() {
    int left = Integer.MAX_VALUE;
    for (PyObject iterator : iterators) {
      left = Math.min(left, PyIterator.left(iterator));
    }
    return left == Integer.MAX_VALUE ? 0 : left;
  }

  /** The items of the next tuple, or null at the end. */
  private PyObject[] nextItems() {
    PyObject[] items = new PyObject[iterators.length];
    for (int i = finished ? 0 : PyListIterator.take(iterators, items); i < items.length; i++) {
      items[i] = nextItem(i);
      if (items[i] == null) {
        return null;
      }
    }
    return finished ? null : items;
  }

  /** One item of the next tuple; they are to be asked for in order. Null at the end. */
  public PyObject nextItem(int place) {
    if (finished) {
      return null;
    }
    PyObject iterator = iterators[place];
    PyObject item =
        iterator.getClass() == PyListIterator.class ? ((PyListIterator) iterator).next() : Iteration.next(iterator);
    if (item == null) {
      end(place);
    }
    return item;
  }

  /** One iterator has come to its end: in strict mode all must. */
  private void checkAllEnd(int ended) {
    if (ended > 0) {
      throw unequal(ended, "shorter");
    }
    for (int i = 1; i < iterators.length; i++) {
      if (Iteration.next(iterators[i]) != null) {
        throw unequal(i, "longer");
      }
    }
  }

  private static PyException unequal(int place, String how) {
    return Errors.valueError(
        "zip() argument %d is %s than argument%s%d", place + 1, how, place == 1 ? " " : "s 1-", place);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyTuple args = PyTuple.of(iterators.clone());
    return strict ? PyTuple.of(type(), args, PyBool.TRUE) : PyTuple.of(type(), args);
  }

  @Method(value = "__setstate__(self, state, /)", textSignature = false)
  void setState(boolean state) {
    strict = state;
  }
}
