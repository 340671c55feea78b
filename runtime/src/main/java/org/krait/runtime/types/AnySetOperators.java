package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Concurrency;
import org.krait.runtime.PyObject;

/** What {@code set} and {@code frozenset} make of themselves and others: union, intersection … */
public final class AnySetOperators {
  private AnySetOperators() {}

  private static PyObject make(PyAnySet self, PySetStorage elements) {
    return self.withElements(elements);
  }

  // ---- as storages

  /** Elements of both; those of the larger set are looked up. */
  static PySetStorage intersection(PySetStorage self, PyObject other) {
    if (other instanceof PyAnySet set) {
      PySetStorage second = set.elements;
      return second == self ? self.copy() : second.size() > self.size() ? common(self, second) : common(second, self);
    }
    PySetStorage common = new PySetStorage();
    for (ItemCursor items = new ItemCursor(other); items.next(); ) {
      if (items.isLong()) {
        if (self.contains(items.number())) {
          common.add(items.number());
        }
        continue;
      }
      long hash = org.krait.runtime.Objects.hash(items.object());
      if (self.contains(items.object(), hash)) {
        common.add(items.object(), hash);
      }
    }
    return common;
  }

  private static PySetStorage common(PySetStorage few, PySetStorage many) {
    if (stayAlone(few, many)) {
      NewSet common = new NewSet();
      for (PySetStorage.Cursor elements = few.cursor(); elements.next(); ) {
        PyObject element = elements.element();
        long hash = elements.hash();
        if (many.contains(element, hash)) {
          common.add(element, hash);
        }
      }
      return common.storage();
    }
    PySetStorage common = new PySetStorage();
    for (PySetStorage.Cursor elements = few.cursor(); elements.next(); ) {
      PyObject element = elements.element();
      long hash = elements.hash();
      if (many.contains(element, hash)) {
        common.add(element, hash);
      }
    }
    return common;
  }

  /** Whether nothing can happen to two sets while they are compared, so that elements of one differ throughout. */
  private static boolean stayAlone(PySetStorage one, PySetStorage other) {
    return one.isPlain() && other.isPlain() && !Concurrency.active();
  }

  /** Elements of the first that are not in the second. */
  static PySetStorage difference(PySetStorage self, PyObject other) {
    boolean isDict = other.getClass() == PyDict.class;
    if (!(other instanceof PyAnySet) && !isDict) {
      PySetStorage rest = self.copy();
      removeAll(rest, other);
      return rest;
    }
    int otherSize = isDict ? ((PyDict) other).size() : ((PyAnySet) other).size();
    if (self.size() >> 2 > otherSize) {
      PySetStorage rest = self.copy();
      removeAll(rest, other);
      return rest;
    }
    return isDict || !stayAlone(self, ((PyAnySet) other).elements)
        ? compared(self, other, isDict)
        : rest(self, ((PyAnySet) other).elements);
  }

  private static PySetStorage rest(PySetStorage self, PySetStorage other) {
    NewSet rest = new NewSet();
    for (PySetStorage.Cursor elements = self.cursor(); elements.next(); ) {
      PyObject element = elements.element();
      long hash = elements.hash();
      if (!other.contains(element, hash)) {
        rest.add(element, hash);
      }
    }
    return rest.storage();
  }

  private static PySetStorage compared(PySetStorage self, PyObject other, boolean isDict) {
    PySetStorage rest = new PySetStorage();
    for (PySetStorage.Cursor elements = self.cursor(); elements.next(); ) {
      PyObject element = elements.element();
      long hash = elements.hash();
      boolean isThere =
          isDict
              ? ((PyDict) other).get(element, hash) != null
              : ((PyAnySet) other).elements.contains(element, hash);
      if (!isThere) {
        rest.add(element, hash);
      }
    }
    return rest;
  }

  /** Removes the elements of another set or iterable. */
  static void removeAll(PySetStorage self, PyObject other) {
    if (other instanceof PyAnySet set) {
      removeAll(self, set.elements);
      return;
    }
    for (ItemCursor items = new ItemCursor(other); items.next(); ) {
      if (items.isLong()) {
        self.remove(items.number());
      } else {
        self.remove(items.object());
      }
    }
    self.tidy();
  }

  private static void removeAll(PySetStorage self, PySetStorage other) {
    if (self == other) {
      self.clear();
      return;
    }
    // Going through a far larger set is dearer than asking it.
    PySetStorage gone =
        other.size() >> 3 > self.size()
            ? intersection(self, new PySet(other))
            : other;
    for (PySetStorage.Cursor elements = gone.cursor(); elements.next(); ) {
      self.remove(elements.element(), elements.hash());
    }
    self.tidy();
  }

  /** Turns membership around for every element of the other. */
  static void toggle(PySetStorage self, PySetStorage other) {
    if (self == other) {
      self.clear();
      return;
    }
    if (stayAlone(self, other)) {
      for (PySetStorage.Cursor elements = other.cursor(); elements.next(); ) {
        self.toggle(elements.element(), elements.hash());
      }
      return;
    }
    for (PySetStorage.Cursor elements = other.cursor(); elements.next(); ) {
      PyObject element = elements.element();
      long hash = elements.hash();
      if (!self.remove(element, hash)) {
        self.add(element, hash);
      }
    }
  }

  private static PySetStorage symmetricDifference(PySetStorage self, PyObject other) {
    PySetStorage result = new PySetStorage();
    AnySetMethods.addAll(result, other);
    toggle(result, self);
    return result;
  }

  // ---- methods

  @Method(value = "copy(self, /)", textSignature = false)
  static PyObject copy(PyAnySet self) {
    return self.getClass() == PyFrozenSet.class ? self : make(self, self.elements.copy());
  }

  @Method(value = "union(self, /, *others)", textSignature = false)
  static PyObject union(PyAnySet self, PyObject[] others) {
    PySetStorage all = self.elements.copy();
    for (PyObject other : others) {
      if (other != self) {
        AnySetMethods.addAll(all, other);
      }
    }
    return make(self, all);
  }

  @Method(value = "intersection(self, /, *others)", textSignature = false)
  static PyObject intersection(PyAnySet self, PyObject[] others) {
    if (others.length == 0) {
      return make(self, self.elements.copy());
    }
    PySetStorage common = self.elements;
    for (PyObject other : others) {
      common = intersection(common, other);
    }
    return make(self, common);
  }

  @Method(value = "difference(self, /, *others)", textSignature = false)
  static PyObject difference(PyAnySet self, PyObject[] others) {
    if (others.length == 0) {
      return make(self, self.elements.copy());
    }
    PySetStorage rest = difference(self.elements, others[0]);
    for (int i = 1; i < others.length; i++) {
      removeAll(rest, others[i]);
    }
    return make(self, rest);
  }

  @Method(value = "symmetric_difference(self, other, /)", textSignature = false)
  static PyObject symmetricDifference(PyAnySet self, PyObject other) {
    return make(self, symmetricDifference(self.elements, other));
  }

  // ---- operators: both sides must be sets

  private static boolean areSets(PyObject a, PyObject b) {
    return a instanceof PyAnySet && b instanceof PyAnySet;
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    if (!areSets(self, value)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PySetStorage first = ((PyAnySet) self).elements;
    PySetStorage second = ((PyAnySet) value).elements;
    if (first == second || second.size() == 0) {
      return make((PyAnySet) self, first.copy());
    }
    PySetStorage all = first.copyWithRoom(second.size());
    all.addAll(second);
    return make((PyAnySet) self, all);
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }

  @Method("__and__(self, value, /)")
  static PyObject and(PyObject self, PyObject value) {
    return areSets(self, value)
        ? make((PyAnySet) self, intersection(((PyAnySet) self).elements, value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rand__(self, value, /)")
  static PyObject rand(PyObject self, PyObject value) {
    return and(value, self);
  }

  @Method("__sub__(self, value, /)")
  static PyObject sub(PyObject self, PyObject value) {
    return areSets(self, value)
        ? make((PyAnySet) self, difference(((PyAnySet) self).elements, value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rsub__(self, value, /)")
  static PyObject rsub(PyObject self, PyObject value) {
    return sub(value, self);
  }

  @Method("__xor__(self, value, /)")
  static PyObject xor(PyObject self, PyObject value) {
    return areSets(self, value)
        ? make((PyAnySet) self, symmetricDifference(((PyAnySet) self).elements, value))
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method("__rxor__(self, value, /)")
  static PyObject rxor(PyObject self, PyObject value) {
    return xor(value, self);
  }
}
