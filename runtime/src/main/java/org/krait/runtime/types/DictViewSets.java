package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** What the views of keys and items do as sets. */
public final class DictViewSets {
  private DictViewSets() {}

  @Method("__contains__(self, key, /)")
  public static boolean contains(PyDictView self, PyObject key) {
    return self.contains(key);
  }

  private static boolean isSet(PyObject value) {
    return value instanceof PyAnySet || value instanceof PyDictView view && view.isSet();
  }

  @Method("__richcompare__(self, other, op)")
  public static PyObject compare(PyDictView self, PyObject other, int op) {
    if (!isSet(other)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    int mine = self.dict.size();
    int others = Objects.length(other);
    return PyBool.of(
        switch (op) {
          case Comparison.EQ -> mine == others && allIn(self, other);
          case Comparison.NE -> mine != others || !allIn(self, other);
          case Comparison.LT -> mine < others && allIn(self, other);
          case Comparison.LE -> mine <= others && allIn(self, other);
          case Comparison.GT -> mine > others && allIn(other, self);
          default -> mine >= others && allIn(other, self);
        });
  }

  private static boolean allIn(PyObject few, PyObject many) {
    PyObject items = Iteration.iterator(few);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      if (!many.type().slots.contains(many, item)) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "isdisjoint(self, other, /)", textSignature = false)
  public static boolean isDisjoint(PyDictView self, PyObject other) {
    if (other == self) {
      return self.dict.size() == 0;
    }
    PyObject few = other;
    PyObject many = self;
    if (isSet(other) && Objects.length(other) > self.dict.size()) {
      few = self;
      many = other;
    }
    PyObject items = Iteration.iterator(few);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      if (many.type().slots.contains(many, item)) {
        return false;
      }
    }
    return true;
  }

  // ---- operators; the view may stand on either side, beside any iterable

  @Method("__and__(self, value, /)")
  public static PyObject and(PyDictView self, PyObject value) {
    PyObject few = value;
    PyObject many = self;
    if (isSet(value) && Objects.length(value) > self.dict.size()) {
      few = self;
      many = value;
    }
    PySet common = new PySet();
    PyObject items = Iteration.iterator(few);
    for (PyObject item = Iteration.next(items); item != null; item = Iteration.next(items)) {
      if (many.type().slots.contains(many, item)) {
        common.add(item);
      }
    }
    return common;
  }

  @Method("__rand__(self, value, /)")
  public static PyObject rand(PyDictView self, PyObject value) {
    return and(self, value);
  }

  @Method("__or__(self, value, /)")
  public static PyObject or(PyObject self, PyObject value) {
    PySet all = PySet.from(self);
    AnySetMethods.addAll(all.elements, value);
    return all;
  }

  @Method("__ror__(self, value, /)")
  public static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }

  @Method("__sub__(self, value, /)")
  public static PyObject sub(PyObject self, PyObject value) {
    PySet rest = PySet.from(self);
    AnySetOperators.removeAll(rest.elements, value);
    return rest;
  }

  @Method("__rsub__(self, value, /)")
  public static PyObject rsub(PyObject self, PyObject value) {
    return sub(value, self);
  }

  @Method("__xor__(self, value, /)")
  public static PyObject xor(PyObject self, PyObject value) {
    PySet result = PySet.from(self);
    AnySetOperators.toggle(result.elements, AnySetMethods.storageOf(value));
    return result;
  }

  @Method("__rxor__(self, value, /)")
  public static PyObject rxor(PyObject self, PyObject value) {
    return xor(value, self);
  }
}
