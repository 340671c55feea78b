package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.Special;
import org.krait.runtime.SpecialCalls;

/** The methods of {@code dict}; those that take in many items are in {@link DictUpdates}. */
public final class DictMethods {
  private DictMethods() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  public static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return cls == PyDict.TYPE ? new PyDict() : new PyDictInstance(cls);
  }

  @Method("__repr__(self, /)")
  public static String repr(PyDict self) {
    if (self.size() == 0) {
      return "{}";
    }
    if (!ReprGuard.enter(self)) {
      return "{...}";
    }
    try {
      StringBuilder text = new StringBuilder("{");
      for (DictCursor items = self.items(); items.next(); ) {
        PyObject value = items.value();
        text.append(text.length() > 1 ? ", " : "").append(Objects.repr(items.key()));
        text.append(": ").append(Objects.repr(value));
      }
      return text.append('}').toString();
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__richcompare__(self, other, op)")
  public static PyObject compare(PyDict self, PyObject other, int op) {
    if (!(other instanceof PyDict dict) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(isEqual(self, dict) == (op == Comparison.EQ));
  }

  private static boolean isEqual(PyDict a, PyDict b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (DictCursor items = a.items(); items.next(); ) {
      PyObject value = items.value();
      PyObject other = b.get(items.key(), items.hash());
      if (other == null || !Elements.same(value, other)) {
        return false;
      }
    }
    return true;
  }

  // ---- one key

  @Method(value = "__contains__(self, key, /)", coexist = true)
  public static boolean contains(PyDict self, PyObject key) {
    return self.get(key) != null;
  }

  @Method(value = "__getitem__(self, key, /)", coexist = true)
  public static PyObject getItem(PyDict self, PyObject key) {
    PyObject value = self.get(key);
    return value != null ? value : missing(self, key);
  }

  private static PyObject missing(PyDict self, PyObject key) {
    if (self.getClass() != PyDict.class) {
      PyObject method = SpecialCalls.lookup(self, Special.MISSING);
      if (method != null) {
        return method.call(key);
      }
    }
    throw Errors.keyError(key);
  }

  @Method("__setitem__(self, key, value, /)")
  public static void setItem(PyDict self, PyObject key, PyObject value) {
    self.put(key, value);
  }

  @Method("__delitem__(self, key, /)")
  public static void deleteItem(PyDict self, PyObject key) {
    if (self.remove(key) == null) {
      throw Errors.keyError(key);
    }
    self.lost(key);
    self.lost(key);
  }

  @Method("get(self, key, default=None, /)")
  public static PyObject get(PyDict self, PyObject key, PyObject otherwise) {
    PyObject value = self.get(key);
    return value != null ? value : otherwise;
  }

  @Method("setdefault(self, key, default=None, /)")
  public static PyObject setDefault(PyDict self, PyObject key, PyObject otherwise) {
    PyObject value = self.putIfAbsent(key, otherwise);
    return value != null ? value : otherwise;
  }

  @Method("pop(self, key, default=NULL, /)")
  public static PyObject pop(PyDict self, PyObject key, PyObject otherwise) {
    PyObject value = self.remove(key);
    if (value != null) {
      self.lost(key);
      return value;
    }
    if (otherwise == null) {
      throw Errors.keyError(key);
    }
    return otherwise;
  }

  @Method("popitem(self, /)")
  public static PyObject popItem(PyDict self) {
    PyDict.Entry last = self.removeLast();
    if (last == null) {
      throw Errors.keyError(PyStr.of("popitem(): dictionary is empty"));
    }
    self.lost(last.key());
    return PyTuple.of(last.key(), last.value());
  }

  // ---- the whole

  @Method("__len__(self, /)")
  public static int len(PyDict self) {
    return self.size();
  }

  @Method("__iter__(self, /)")
  public static PyObject iter(PyDict self) {
    return new PyDictKeyIterator(self);
  }

  @Method("__reversed__(self, /)")
  public static PyObject reversed(PyDict self) {
    return new PyDictReverseKeyIterator(self);
  }

  @Method(value = "__sizeof__(self, /)", textSignature = false)
  public static long sizeOf(PyDict self) {
    return 48 + self.tableBytes();
  }

  @Method(value = "keys(self, /)", textSignature = false)
  public static PyObject keys(PyDict self) {
    return new PyDictKeys(self);
  }

  @Method(value = "values(self, /)", textSignature = false)
  public static PyObject values(PyDict self) {
    return new PyDictValues(self);
  }

  @Method(value = "items(self, /)", textSignature = false)
  public static PyObject items(PyDict self) {
    return new PyDictItems(self);
  }

  @Method(value = "clear(self, /)", textSignature = false)
  public static void clear(PyDict self) {
    self.clear();
  }

  @Method(value = "copy(self, /)", textSignature = false)
  public static PyObject copy(PyDict self) {
    if (self.getClass() == PyDict.class) {
      return self.copy();
    }
    PyDict copy = new PyDict();
    DictUpdates.update(copy, self);
    return copy;
  }

  /** The {@code keys()} that a mapping of another type gives, or null when it has none. */
  public static PyObject keysOf(PyObject mapping) {
    PyObject method = Attributes.getOrNull(mapping, "keys");
    return method == null ? null : method.call();
  }
}
