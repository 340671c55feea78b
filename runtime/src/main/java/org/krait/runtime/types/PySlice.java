package org.krait.runtime.types;

import java.math.BigInteger;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code slice}: what stands between brackets with colons. */
@BuiltinType(name = "slice", subclassable = false, basicSize = 40)
public final class PySlice extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PySliceTable());

  private final PyObject start;
  private final PyObject stop;
  private final PyObject step;

  public PySlice(PyObject start, PyObject stop, PyObject step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("slice() takes no keyword arguments");
    }
    return switch (args.length) {
      case 0 -> throw Errors.typeError("slice expected at least 1 argument, got 0");
      case 1 -> new PySlice(PyNone.NONE, args[0], PyNone.NONE);
      case 2 -> new PySlice(args[0], args[1], PyNone.NONE);
      case 3 -> new PySlice(args[0], args[1], args[2]);
      default ->
          throw Errors.typeError("slice expected at most 3 arguments, got %d", args.length);
    };
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter(value = "start", member = true)
  public PyObject start() {
    return start;
  }

  @Getter(value = "stop", member = true)
  public PyObject stop() {
    return stop;
  }

  @Getter(value = "step", member = true)
  public PyObject step() {
    return step;
  }

  /** The place that a bound, None or a plain int, stands for in a sequence of this size by steps of 1. */
  public static int place(PyObject bound, int size, int otherwise) {
    if (bound == PyNone.NONE) {
      return otherwise;
    }
    return place(((PyLong) bound).value, size);
  }

  /** The same of an int. */
  public static int place(long at, int size) {
    return (int) (at < 0 ? Math.max(at + size, 0) : Math.min(at, size));
  }

  /** The three numbers clipped to the range of a long, with the defaults that the step's sign asks for. */
  public SliceBounds bounds() {
    long by = Arguments.sliceIndex(step, 1);
    if (by == 0) {
      throw Errors.valueError("slice step cannot be zero");
    }
    by = Math.max(by, -Long.MAX_VALUE);
    return new SliceBounds(
        Arguments.sliceIndex(start, by < 0 ? Long.MAX_VALUE : 0),
        Arguments.sliceIndex(stop, by < 0 ? Long.MIN_VALUE : Long.MAX_VALUE),
        by);
  }

  @Method(value = "indices(self, length, /)", textSignature = false)
  PyObject indices(PyObject length) {
    BigInteger size = Arguments.index(length).bigValue();
    if (size.signum() < 0) {
      throw Errors.valueError("length should not be negative");
    }
    BigInteger by = number(step, BigInteger.ONE);
    if (by.signum() == 0) {
      throw Errors.valueError("slice step cannot be zero");
    }
    boolean down = by.signum() < 0;
    BigInteger lowest = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
    BigInteger highest = down ? size.subtract(BigInteger.ONE) : size;
    return PyTuple.of(
        PyInt.of(fit(start, down ? highest : lowest, size, lowest, highest)),
        PyInt.of(fit(stop, down ? lowest : highest, size, lowest, highest)),
        PyInt.of(by));
  }

  private static BigInteger number(PyObject value, BigInteger otherwise) {
    if (value == PyNone.NONE) {
      return otherwise;
    }
    Arguments.sliceIndex(value, 0);
    return Arguments.index(value).bigValue();
  }

  private static BigInteger fit(
      PyObject bound, BigInteger otherwise, BigInteger size, BigInteger low, BigInteger high) {
    if (bound == PyNone.NONE) {
      return otherwise;
    }
    BigInteger at = number(bound, otherwise);
    return (at.signum() < 0 ? at.add(size) : at).max(low).min(high);
  }

  private PyTuple parts() {
    return PyTuple.of(start, stop, step);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "slice(%s, %s, %s)"
        .formatted(Objects.repr(start), Objects.repr(stop), Objects.repr(step));
  }

  @Method("__hash__(self, /)")
  long hash() {
    TupleHash hash = new TupleHash();
    hash.add(Objects.hash(start));
    hash.add(Objects.hash(stop));
    hash.add(Objects.hash(step));
    return hash.ofParts();
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PySlice slice)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return TupleMethods.compare(parts(), slice == this ? parts() : slice.parts(), op);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(TYPE, parts());
  }
}
