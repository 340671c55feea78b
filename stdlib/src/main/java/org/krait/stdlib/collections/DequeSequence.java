package org.krait.stdlib.collections;

import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.Elements;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyNotImplemented;

/** What {@code deque} does as a sequence: items, comparison, {@code +} and {@code *}. */
final class DequeSequence {
  private DequeSequence() {}

  @Method("__len__(self, /)")
  static int len(PyDeque self) {
    return self.size();
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyDeque self) {
    return new PyDequeIterator(self);
  }

  @Method("__reversed__(self, /)")
  static PyObject reversed(PyDeque self) {
    return new PyDequeReverseIterator(self);
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyDeque self, PyObject key) {
    return DequeMethods.find(self, key, 0, self.size()) >= 0;
  }

  private static int place(PyDeque self, PyObject key) {
    if (!Subscripts.isIndex(key)) {
      throw Errors.typeError("sequence index must be integer, not '%s'", key.type().fullName());
    }
    return Subscripts.place(Subscripts.index(key), self.size(), "deque index out of range");
  }

  @Method("__getitem__(self, key, /)")
  static PyObject getItem(PyDeque self, PyObject key) {
    PyObject item = self.get(place(self, key));
    if (item == null) {
      throw Errors.indexError("deque index out of range");
    }
    return item;
  }

  @Method("__setitem__(self, key, value, /)")
  static void setItem(PyDeque self, PyObject key, PyObject value) {
    self.set(place(self, key), value);
  }

  @Method("__delitem__(self, key, /)")
  static void deleteItem(PyDeque self, PyObject key) {
    self.removeAt(place(self, key));
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyDeque self, PyObject other, int op) {
    if (!(other instanceof PyDeque deque)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    if (self.size() != deque.size() && (op == Comparison.EQ || op == Comparison.NE)) {
      return PyBool.of(op == Comparison.NE);
    }
    PyDequeIterator mine = new PyDequeIterator(self);
    PyDequeIterator others = new PyDequeIterator(deque);
    while (true) {
      PyObject a = mine.next();
      PyObject b = a == null ? null : others.next();
      if (a == null || b == null) {
        return PyBool.of(Comparison.holds(Integer.compare(self.size(), deque.size()), op));
      }
      if (!Elements.same(a, b)) {
        return Elements.decide(a, b, op);
      }
    }
  }

  @Method(value = "__add__(self, value, /)", slot = "concat")
  static PyObject concat(PyDeque self, PyObject value) {
    if (!(value instanceof PyDeque other)) {
      throw Errors.typeError(
          "can only concatenate deque (not \"%s\") to deque", value.type().fullName());
    }
    PyObject both = DequeMethods.copy(self);
    DequeMethods.extend((PyDeque) both, other);
    return both;
  }

  @Method(value = "__iadd__(self, value, /)", slot = "iconcat")
  static PyObject concatInPlace(PyDeque self, PyObject value) {
    DequeMethods.extend(self, value);
    return self;
  }

  @Method(value = "__mul__(self, value, /)", slot = "repeat")
  static PyObject repeat(PyDeque self, long value) {
    return repeatInPlace((PyDeque) DequeMethods.copy(self), value);
  }

  @Method("__rmul__(self, value, /)")
  static PyObject reflectedRepeat(PyDeque self, PyObject value) {
    return Subscripts.isIndex(value)
        ? repeat(self, org.krait.runtime.Arguments.sequenceIndex(value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__imul__(self, value, /)", slot = "irepeat")
  static PyObject repeatInPlace(PyDeque self, long value) {
    PyObject[] once = self.toArray();
    long limit = self.limit();
    long times = value;
    if (limit >= 0 && once.length > 0) {
      times = Math.min(value, (limit + once.length - 1) / once.length + 1);
    }
    PyObject[] all = Elements.repeat(once, times);
    if (limit >= 0 && all.length > limit) {
      all = java.util.Arrays.copyOfRange(all, all.length - (int) limit, all.length);
    }
    self.setContent(all);
    return self;
  }
}
