package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** Methods of {@code range} beside its protocol. */
public final class RangeMethods {
  private RangeMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyRange self) {
    String bounds = self.start() + ", " + self.stop();
    boolean plain = self.step().fitsLong() && self.step().longValue() == 1;
    return plain ? "range(" + bounds + ")" : "range(" + bounds + ", " + self.step() + ")";
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyRange self) {
    return PyTuple.of(PyRange.TYPE, PyTuple.of(self.start(), self.stop(), self.step()));
  }

  private static boolean isExactInt(PyObject value) {
    return value.getClass() == PyLong.class
        || value.getClass() == PyBigInt.class
        || value instanceof PyBool;
  }

  @Method(value = "count(self, value, /)", textSignature = false)
  static int count(PyRange self, PyObject value) {
    if (isExactInt(value)) {
      return self.placeOf((PyInt) value) == null ? 0 : 1;
    }
    int count = 0;
    PyObject numbers = self.iter();
    for (PyObject n = Iteration.next(numbers); n != null; n = Iteration.next(numbers)) {
      if (Elements.same(n, value)) {
        count++;
      }
    }
    return count;
  }

  @Method(value = "index(self, value, /)", textSignature = false)
  static PyObject index(PyRange self, PyObject value) {
    if (isExactInt(value)) {
      PyInt place = self.placeOf((PyInt) value);
      if (place != null) {
        return place;
      }
      throw Errors.valueError("%s is not in range", Objects.repr(value));
    }
    PyObject numbers = self.iter();
    long place = 0;
    for (PyObject n = Iteration.next(numbers); n != null; n = Iteration.next(numbers)) {
      if (Elements.same(n, value)) {
        return PyLong.of(place);
      }
      place++;
    }
    throw Errors.valueError("sequence.index(x): x not in sequence");
  }
}
