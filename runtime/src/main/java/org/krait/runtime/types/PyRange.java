package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.NativeItems;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;

/**
 * {@code range}.
 *
 * <p>When start, step, length and every number up to the one behind the last fit a {@code long}, the
 * range is {@linkplain #isLong long} and all arithmetic is done so.
 */
@BuiltinType(
    name = "range",
    subclassable = false,
    parts = {RangeMethods.class},
    pattern = BuiltinType.Pattern.SEQUENCE,
    basicSize = 48)
public final class PyRange extends PyObject implements NativeItems {
  public static final PyType TYPE = PyType.builtin(new PyRangeTable());

  private final PyInt start;
  private final PyInt stop;
  private final PyInt step;
  private final PyInt length;
  private final boolean isLong;

  private PyRange(PyInt start, PyInt stop, PyInt step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    long small = smallLength(start, stop, step);
    this.isLong = small >= 0;
    this.length = isLong ? PyLong.of(small) : bigLength(start, stop, step);
  }

  /** {@code range(start, stop, step)}; the step must not be 0. */
  public static PyRange of(PyInt start, PyInt stop, PyInt step) {
    return new PyRange(start, stop, step);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("range() takes no keyword arguments");
    }
    return switch (args.length) {
      case 0 -> throw Errors.typeError("range expected at least 1 argument, got 0");
      case 1 -> new PyRange(PyLong.ZERO, number(args[0]), PyLong.ONE);
      case 2 -> new PyRange(number(args[0]), number(args[1]), PyLong.ONE);
      case 3 -> {
        PyInt from = number(args[0]);
        PyInt to = number(args[1]);
        PyInt by = number(args[2]);
        if (by.signum() == 0) {
          throw Errors.valueError("range() arg 3 must not be zero");
        }
        yield new PyRange(from, to, by);
      }
      default ->
          throw Errors.typeError("range expected at most 3 arguments, got %d", args.length);
    };
  }

  private static PyInt number(PyObject value) {
    return value.getClass() == PyLong.class ? (PyLong) value : Arguments.index(value).exact();
  }

  /** The length, or -1 when the range is not long. */
  private static long smallLength(PyInt start, PyInt stop, PyInt step) {
    if (!start.fitsLong() || !stop.fitsLong() || !step.fitsLong()) {
      return -1;
    }
    long from = start.longValue();
    long to = stop.longValue();
    long by = step.longValue();
    if (by > 0 ? from >= to : from <= to) {
      return 0;
    }
    long distance = by > 0 ? to - from : from - to;
    if (distance < 0 || by == Long.MIN_VALUE) {
      return -1;
    }
    long count = (distance - 1) / Math.abs(by) + 1;
    // The number behind the last one must not overflow: iterators step there.
    long behind = from + count * by;
    boolean overflows = Math.multiplyHigh(count, by) != count * by >> 63
        || ((from ^ behind) & (count * by ^ behind)) < 0;
    return overflows ? -1 : count;
  }

  private static PyInt bigLength(PyInt start, PyInt stop, PyInt step) {
    boolean up = step.signum() > 0;
    BigInteger low = (up ? start : stop).bigValue();
    BigInteger high = (up ? stop : start).bigValue();
    BigInteger distance = high.subtract(low);
    if (distance.signum() <= 0) {
      return PyLong.ZERO;
    }
    BigInteger by = step.bigValue().abs();
    return PyInt.of(distance.subtract(BigInteger.ONE).divide(by).add(BigInteger.ONE));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter(value = "start", member = true)
  public PyInt start() {
    return start;
  }

  @Getter(value = "stop", member = true)
  public PyInt stop() {
    return stop;
  }

  @Getter(value = "step", member = true)
  public PyInt step() {
    return step;
  }

  /** The number of numbers. */
  public PyInt length() {
    return length;
  }

  /** Whether {@link #longStart}, {@link #longStep} and {@link #longLength} tell everything. */
  public boolean isLong() {
    return isLong;
  }

  public long longStart() {
    return start.longValue();
  }

  public long longStep() {
    return step.longValue();
  }

  public long longLength() {
    return length.longValue();
  }

  /** The number at a place, which may be outside. */
  PyInt at(BigInteger place) {
    return PyInt.of(start.bigValue().add(place.multiply(step.bigValue())));
  }

  @Method("__iter__(self, /)")
  public PyObject iter() {
    return isLong
        ? new PyRangeIterator(longStart(), longStep(), longLength())
        : new PyLongRangeIterator(start, step, length);
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  PyObject reversed() {
    if (isLong) {
      long last = longStart() + (longLength() - 1) * longStep();
      // The iterator steps to the number before the first one.
      long behind = longStart() - longStep();
      if (behind <= longStart() == longStep() >= 0) {
        return new PyRangeIterator(last, -longStep(), longLength());
      }
    }
    return new PyLongRangeIterator(
        at(length.bigValue().subtract(BigInteger.ONE)), PyInt.of(step.bigValue().negate()), length);
  }

  @Method("__len__(self, /)")
  long len() {
    if (!length.fitsLong()) {
      throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }
    return length.longValue();
  }

  @Method("__bool__(self, /)")
  boolean bool() {
    return length.signum() != 0;
  }

  @Method("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    if (key.getClass() == PyLong.class || key instanceof PyBool || key.getClass() == PyBigInt.class) {
      return placeOf((PyInt) key) != null;
    }
    return Iteration.isAmong(this, key);
  }

  /** The place of a number, or null when it is not among them. */
  PyInt placeOf(PyInt value) {
    if (isLong && value.fitsLong()) {
      long from = longStart();
      long distance = value.longValue() - from;
      boolean overflows = ((value.longValue() ^ from) & (value.longValue() ^ distance)) < 0;
      if (!overflows) {
        long place = distance / longStep();
        boolean inside = distance % longStep() == 0 && place >= 0 && place < longLength();
        return inside ? PyLong.of(place) : null;
      }
    }
    BigInteger[] place =
        value.bigValue().subtract(start.bigValue()).divideAndRemainder(step.bigValue());
    boolean inside =
        place[1].signum() == 0
            && place[0].signum() >= 0
            && place[0].compareTo(length.bigValue()) < 0;
    return inside ? PyInt.of(place[0]) : null;
  }

  @Method("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    if (isLong && key.getClass() == PyLong.class) {
      long index = ((PyLong) key).value;
      long place = index < 0 ? index + longLength() : index;
      if (place < 0 || place >= longLength()) {
        throw Errors.indexError("range object index out of range");
      }
      return PyLong.of(longStart() + place * longStep());
    }
    if (key instanceof PySlice slice) {
      return slice(slice);
    }
    if (!Subscripts.isIndex(key)) {
      throw Errors.typeError(
          "range indices must be integers or slices, not %s", key.type().fullName());
    }
    BigInteger index = Arguments.index(key).bigValue();
    BigInteger place = index.signum() < 0 ? index.add(length.bigValue()) : index;
    if (place.signum() < 0 || place.compareTo(length.bigValue()) >= 0) {
      throw Errors.indexError("range object index out of range");
    }
    return at(place);
  }

  private PyObject slice(PySlice slice) {
    PyObject[] bounds = ((PyTuple) slice.indices(length)).items();
    BigInteger by = ((PyInt) bounds[2]).bigValue().multiply(step.bigValue());
    return new PyRange(
        at(((PyInt) bounds[0]).bigValue()), at(((PyInt) bounds[1]).bigValue()), PyInt.of(by));
  }

  /** Equal when the numbers are, whatever the bounds that were given. */
  boolean sameNumbers(PyRange other) {
    if (this == other) {
      return true;
    }
    if (!length.bigValue().equals(other.length.bigValue())) {
      return false;
    }
    if (length.signum() == 0) {
      return true;
    }
    return start.bigValue().equals(other.start.bigValue())
        && (length.bigValue().equals(BigInteger.ONE)
            || step.bigValue().equals(other.step.bigValue()));
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyRange range) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(sameNumbers(range) == (op == Comparison.EQ));
  }

  @Method("__hash__(self, /)")
  long hash() {
    boolean empty = length.signum() == 0;
    boolean single = length.fitsLong() && length.longValue() == 1;
    PyObject first = empty ? PyNone.NONE : start;
    PyObject by = empty || single ? PyNone.NONE : step;
    return Objects.hash(PyTuple.of(length, first, by));
  }
}
