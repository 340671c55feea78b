package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.execution.PyGenerator;

/** The methods that {@code set} and {@code frozenset} share. */
public final class AnySetMethods {
  private AnySetMethods() {}

  /** {@code set(iterable)}. */
  public static PySet setOf(PyObject iterable) {
    PySet set = new PySet();
    addAll(set.elements, iterable);
    return set;
  }

  /** Adds what an iterable gives. */
  static void addAll(PySetStorage storage, PyObject iterable) {
    if (iterable instanceof PyAnySet set) {
      storage.addAll(set.elements);
    } else if (iterable.getClass() == PyDict.class) {
      addKeys(storage, (PyDict) iterable);
    } else {
      addAll(storage, new ItemCursor(iterable));
    }
  }

  private static void addAll(PySetStorage storage, ItemCursor items) {
    if (items.iterator() instanceof PyGenerator generator) {
      GeneratorItems.addTo(storage, generator);
      return;
    }
    while (items.next()) {
      if (items.isLong()) {
        storage.add(items.number());
      } else {
        storage.add(items.object());
      }
    }
  }

  private static void addKeys(PySetStorage storage, PyDict dict) {
    storage.makeRoom(dict.size());
    for (DictCursor items = dict.items(); items.next(); ) {
      storage.add(items.key(), items.hash());
    }
  }

  /** The elements of a set, or those that an iterable gives; not to be changed. */
  static PySetStorage storageOf(PyObject iterable) {
    if (iterable instanceof PyAnySet set) {
      return set.elements;
    }
    PySetStorage storage = new PySetStorage();
    addAll(storage, iterable);
    return storage;
  }

  /** Whether an element is in a set; a set that is no frozenset stands for its frozenset. */
  static boolean contains(PySetStorage storage, PyObject key) {
    return storage.contains(key, elementHash(key));
  }

  /** The hash of what is to be looked for among elements. */
  static long elementHash(PyObject key) {
    if (!(key instanceof PySet set)) {
      return Objects.hash(key);
    }
    try {
      return Objects.hash(key);
    } catch (PyException e) {
      if (e.is(PyExceptions.TypeError)) {
        return set.elements.hash();
      }
      throw e;
    }
  }

  @Method("__repr__(self, /)")
  static String repr(PyAnySet self) {
    String name = self.type().name();
    if (self.size() == 0) {
      return name + "()";
    }
    if (!ReprGuard.enter(self)) {
      return name + "(...)";
    }
    try {
      boolean bare = self.type() == PySet.TYPE;
      StringBuilder text = new StringBuilder(bare ? "{" : name + "({");
      String separator = "";
      for (PyObject element : self.toArray()) {
        text.append(separator).append(Objects.repr(element));
        separator = ", ";
      }
      return text.append(bare ? "}" : "})").toString();
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyAnySet self, PyObject other, int op) {
    if (!(other instanceof PyAnySet set)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(
        switch (op) {
          case Comparison.EQ -> isEqual(self, set);
          case Comparison.NE -> !isEqual(self, set);
          case Comparison.LE -> isSubset(self.elements, set.elements);
          case Comparison.GE -> isSubset(set.elements, self.elements);
          case Comparison.LT -> self.size() < set.size() && isSubset(self.elements, set.elements);
          default -> set.size() < self.size() && isSubset(set.elements, self.elements);
        });
  }

  private static boolean isEqual(PyAnySet a, PyAnySet b) {
    return a.size() == b.size() && isSubset(a.elements, b.elements);
  }

  static boolean isSubset(PySetStorage small, PySetStorage large) {
    if (small.size() > large.size()) {
      return false;
    }
    for (PySetStorage.Cursor elements = small.cursor(); elements.next(); ) {
      if (!large.contains(elements.element(), elements.hash())) {
        return false;
      }
    }
    return true;
  }

  @Method("__len__(self, /)")
  static int len(PyAnySet self) {
    return self.size();
  }

  @Method(value = "__contains__(self, key, /)", coexist = true, textSignature = false)
  static boolean containsKey(PyAnySet self, PyObject key) {
    return contains(self.elements, key);
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyAnySet self) {
    return new PySetIterator(self, self.elements);
  }

  @Method(value = "isdisjoint(self, other, /)", textSignature = false)
  static boolean isDisjoint(PyAnySet self, PyObject other) {
    if (other == self) {
      return self.size() == 0;
    }
    if (other instanceof PyAnySet set && set.size() > self.size()) {
      return isDisjoint(set, self);
    }
    for (ItemCursor items = new ItemCursor(other); items.next(); ) {
      if (items.isLong() ? self.elements.contains(items.number()) : self.elements.contains(items.object())) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "issubset(self, other, /)", textSignature = false)
  static boolean isSubset(PyAnySet self, PyObject other) {
    return isSubset(self.elements, storageOf(other));
  }

  @Method(value = "issuperset(self, other, /)", textSignature = false)
  static boolean isSuperset(PyAnySet self, PyObject other) {
    if (other instanceof PyAnySet set) {
      return isSubset(set.elements, self.elements);
    }
    for (ItemCursor items = new ItemCursor(other); items.next(); ) {
      if (!(items.isLong() ? self.elements.contains(items.number()) : self.elements.contains(items.object()))) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  static long sizeOf(PyAnySet self) {
    int places = self.elements.places();
    return 200 + (places > 8 ? 16L * places : 0);
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static PyObject reduce(PyAnySet self) {
    return PyTuple.of(
        self.type(),
        PyTuple.of(PyList.of(self.toArray())),
        Attributes.get(self, "__getstate__").call());
  }

}
