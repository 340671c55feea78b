package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.execution.PyGenerator;

/** {@code enumerate}: items with their numbers. */
@BuiltinType(name = "enumerate", parts = {IteratorMethods.class, GenericClassMethods.class}, basicSize = 56)
public final class PyEnumerate extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyEnumerateTable());

  private final PyObject iterator;

  /** Whether {@link #next} runs no Python code. */
  final boolean isNative;

  private long number;

  /** The number once it no longer fits a long, or null. */
  private BigInteger large;

  private PyEnumerate(PyType cls, PyObject iterator, PyInt start) {
    super(cls);
    this.iterator = iterator;
    this.isNative = cls == TYPE && PyIterator.isNative(iterator);
    if (start.fitsLong()) {
      number = start.longValue();
    } else {
      large = start.bigValue();
    }
  }

  /** {@code enumerate(iterable)}. */
  public static PyEnumerate of(PyObject iterable) {
    PyObject iterator =
        iterable.getClass() == PyTuple.class ? new PyTupleIterator((PyTuple) iterable)
            : iterable.getClass() == PyList.class ? new PyListIterator((PyList) iterable) : Iteration.iterator(iterable);
    return new PyEnumerate(TYPE, iterator, PyLong.ZERO);
  }

  /** The {@code enumerate} of an iterator that gives this number next. */
  public static PyEnumerate at(PyObject iterator, long number) {
    return new PyEnumerate(TYPE, iterator, PyLong.of(number));
  }

  @Method("__new__(cls, iterable, start=0)")
  static PyObject make(PyType cls, PyObject iterable, PyObject start) {
    PyInt first = Arguments.index(start);
    return new PyEnumerate(cls, Iteration.iterator(iterable), first);
  }

  /** How many items are left at most; {@code Integer.MAX_VALUE} where that is not easily said. */
  public int left() {
    return PyIterator.left(iterator);
  }

  @Method("__next__(self, /)")
  public PyObject next() {
    PyObject item = Iteration.next(iterator);
    if (item == null) {
      return null;
    }
    return PyTuple.of(takeNumber(), item);
  }

  /** Whether {@link #nextItem} runs no Python code and counts in a {@code long}. */
  public boolean isPlain() {
    return isNative && large == null && number != Long.MAX_VALUE;
  }

  /** The item of the next pair of a plain one, or null at the end. */
  public PyObject nextItem() {
    PyObject item = below();
    if (item != null) {
      number++;
    }
    return item;
  }

  /** The next item of the iterator; the usual ones by name, because HotSpot inlines no call of many classes. */
  private PyObject below() {
    if (iterator instanceof PyStrAsciiIterator ofText) {
      return ofText.next();
    }
    return iterator instanceof PyTupleIterator ofTuple ? ofTuple.next() : Iteration.next(iterator);
  }

  /** The iterator below. */
  public PyObject iterator() {
    return iterator;
  }

  /** The iterator below, if it is one of a list and this a plain one; or null. */
  public PyListIterator ofList() {
    return iterator instanceof PyListIterator list && isPlain() ? list : null;
  }

  /** Counts an item that was taken from {@link #ofList}. */
  public void count() {
    number++;
  }

  /** The iterator, if it is a generator and the numbers are of a {@code long}; or null. */
  public PyGenerator generator() {
    return type() == TYPE && iterator instanceof PyGenerator generator && large == null && number != Long.MAX_VALUE
        ? generator
        : null;
  }

  /** The number that belongs to the last {@link #nextItem}. */
  public long lastNumber() {
    return number - 1;
  }

  private PyObject takeNumber() {
    if (large == null && number != Long.MAX_VALUE) {
      return PyLong.of(number++);
    }
    BigInteger now = large == null ? BigInteger.valueOf(number) : large;
    large = now.add(BigInteger.ONE);
    return PyInt.of(now);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyObject now = large == null ? PyLong.of(number) : PyInt.of(large);
    return PyTuple.of(type(), PyTuple.of(iterator, now));
  }
}
