package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.annotations.SliceIndex;
import org.krait.runtime.Arguments;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.Subscripts;

/** The methods of {@code tuple}. */
public final class TupleMethods {
  private TupleMethods() {}

  @Method("__new__(cls, iterable=(), /)")
  static PyObject make(PyType cls, PyObject iterable) {
    PyTuple tuple = PyTuple.from(iterable);
    return cls == PyTuple.TYPE ? tuple : new PyTupleInstance(cls, tuple.items());
  }

  @Method("__repr__(self, /)")
  static String repr(PyTuple self) {
    PyObject[] items = self.items();
    if (items.length == 0) {
      return "()";
    }
    if (!ReprGuard.enter(self)) {
      return "(...)";
    }
    try {
      StringBuilder text = new StringBuilder("(");
      for (int i = 0; i < items.length; i++) {
        text.append(i > 0 ? ", " : "").append(Objects.repr(items[i]));
      }
      return text.append(items.length == 1 ? ",)" : ")").toString();
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__hash__(self, /)")
  static long hash(PyTuple self) {
    return self.hashValue();
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyTuple self, PyObject other, int op) {
    if (!(other instanceof PyTuple tuple)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    int order = TupleOrder.of(self, tuple);
    if (order != TupleOrder.UNKNOWN) {
      return PyBool.of(Comparison.holds(order, op));
    }
    PyObject[] a = self.items();
    PyObject[] b = tuple.items();
    int common = Math.min(a.length, b.length);
    for (int i = 0; i < common; i++) {
      if (!Elements.same(a[i], b[i])) {
        return Elements.decide(a[i], b[i], op);
      }
    }
    return PyBool.of(Comparison.holds(Integer.compare(a.length, b.length), op));
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyTuple self, PyObject key) {
    return find(self.items(), key, 0, self.size()) >= 0;
  }

  private static int find(PyObject[] items, PyObject value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Elements.same(items[i], value)) {
        return i;
      }
    }
    return -1;
  }

  @Method("index(self, value, start=0, stop=sys.maxsize, /)")
  static int index(PyTuple self, PyObject value, @SliceIndex(none = false) long start, @SliceIndex(none = false) long stop) {
    int size = self.size();
    int found =
        find(self.items(), value, Subscripts.clip(start, size), Subscripts.clip(stop, size));
    if (found < 0) {
      throw Errors.valueError("tuple.index(x): x not in tuple");
    }
    return found;
  }

  @Method("count(self, value, /)")
  static int count(PyTuple self, PyObject value) {
    int count = 0;
    for (PyObject item : self.items()) {
      if (Elements.same(item, value)) {
        count++;
      }
    }
    return count;
  }

  @Method("__len__(self, /)")
  static int len(PyTuple self) {
    return self.size();
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyTuple self) {
    return new PyTupleIterator(self);
  }

  @Method("__getitem__(self, key, /)")
  static PyObject getItem(PyTuple self, PyObject key) {
    if (key.getClass() == PyLong.class) {
      return item(self, ((PyLong) key).value);
    }
    if (key instanceof PySlice slice) {
      return slice(self, slice.bounds());
    }
    if (Subscripts.isIndex(key)) {
      return item(self, Subscripts.index(key));
    }
    throw Subscripts.wrongKey("tuple", key);
  }

  private static PyObject item(PyTuple self, long index) {
    PyObject[] items = self.items();
    return items[Subscripts.place(index, items.length, "tuple index out of range")];
  }

  /** The items at places that are yet to be fitted to the tuple. */
  public static PyObject slice(PyTuple self, SliceBounds wanted) {
    PyObject[] items = self.items();
    SliceBounds bounds = wanted.within(items.length);
    int length = bounds.length();
    if (length == items.length && bounds.step() == 1 && self.getClass() == PyTuple.class) {
      return self;
    }
    int start = (int) bounds.start();
    if (bounds.step() == 1) {
      return PyTuple.of(java.util.Arrays.copyOfRange(items, start, start + length));
    }
    PyObject[] chosen = new PyObject[length];
    for (int i = 0; i < length; i++) {
      chosen[i] = items[(int) (start + i * bounds.step())];
    }
    return PyTuple.of(chosen);
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyTuple self, PyObject value) {
    if (!(value instanceof PyTuple other)) {
      throw Errors.typeError(
          "can only concatenate tuple (not \"%s\") to tuple", value.type().fullName());
    }
    if (self.size() == 0 && other.getClass() == PyTuple.class) {
      return other;
    }
    if (other.size() == 0 && self.getClass() == PyTuple.class) {
      return self;
    }
    return PyTuple.of(Elements.concat(self.items(), other.items()));
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyTuple self, long value) {
    if (value == 1 && self.getClass() == PyTuple.class) {
      return self;
    }
    return PyTuple.of(Elements.repeat(self.items(), value));
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedRepeat(PyTuple self, PyObject value) {
    return Subscripts.isIndex(value)
        ? repeat(self, Arguments.sequenceIndex(value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__getnewargs__(self, /)")
  static PyObject getNewArguments(PyTuple self) {
    return PyTuple.of(PyTuple.of(self.items()));
  }
}
