package org.krait.stdlib.elementtree;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyByteString;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** Methods of elements: children and attributes. */
final class ElementMethods {
  private ElementMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyElement self) {
    if (!ReprGuard.enter(self)) {
      throw Errors.runtimeError("reentrant call inside %s.__repr__", self.type().fullName());
    }
    try {
      return String.format("<Element %s at 0x%x>", Objects.repr(self.tag), Objects.id(self));
    } finally {
      ReprGuard.leave(self);
    }
  }

  @Method("__bool__(self, /)")
  static boolean bool(PyElement self) {
    Warnings.warn(
        PyExceptions.DeprecationWarning,
        "Testing an element's truth value will raise an exception in future versions.  Use specific"
            + " 'len(elem)' or 'elem is not None' test instead.",
        1);
    return self.length() > 0;
  }

  @Method("__len__(self, /)")
  static long len(PyElement self) {
    return self.length();
  }

  @Method("clear(self, /)")
  static void clear(PyElement self) {
    self.clear();
  }

  @Method("get(self, /, key, default=None)")
  static PyObject get(PyElement self, PyObject key, PyObject otherwise) {
    PyObject value = self.attrib == null ? null : self.attrib.get(key);
    return value == null ? ElementTreeModule.orNone(otherwise) : value;
  }

  @Method("set(self, key, value, /)")
  static void set(PyElement self, PyObject key, PyObject value) {
    self.attributes().put(key, value);
  }

  @Method("append(self, subelement, /)")
  static void append(PyElement self, PyObject child) {
    self.add(PyElement.argument(child, "append() argument 1"));
  }

  @Method("extend(self, elements, /)")
  static void extend(PyElement self, PyObject elements) {
    for (PyObject one : sequence(elements)) {
      self.add(PyElement.expect(one));
    }
  }

  static PyObject[] sequence(PyObject value) {
    return Iteration.items(
        value, String.format("expected sequence, not \"%s\"", value.type().fullName()));
  }

  @Method("insert(self, index, subelement, /)")
  static void insert(PyElement self, long index, PyObject child) {
    PyElement element = PyElement.argument(child, "insert() argument 2");
    int length = self.length();
    long at = index < 0 ? Math.max(0, index + length) : Math.min(index, length);
    self.replace((int) at, (int) at, new PyElement[] {element});
  }

  @Method("remove(self, subelement, /)")
  static void remove(PyElement self, PyObject child) {
    PyElement.argument(child, "remove() argument");
    for (int i = 0; i < self.length(); i++) {
      if (self.child(i) == child) {
        self.removeAt(i);
        return;
      }
    }
    for (int i = 0; i < self.length(); i++) {
      if (org.krait.runtime.Comparison.same(self.child(i), child) && i < self.length()) {
        self.removeAt(i);
        return;
      }
    }
    throw Errors.valueError("list.remove(x): x not in list");
  }

  @Method("iter(self, /, tag=None)")
  static PyObject iter(PyElement self, PyObject tag) {
    boolean all =
        tag == null
            || tag == PyNone.NONE
            || tag instanceof PyStr text && text.toString().equals("*")
            || tag instanceof PyByteString bytes && bytes.length() == 1 && bytes.get(0) == '*';
    return new PyElementIterator(self, all ? null : tag, false);
  }

  @Method("itertext(self, /)")
  static PyObject itertext(PyElement self) {
    return new PyElementIterator(self, null, true);
  }

  @Method("items(self, /)")
  static PyObject items(PyElement self) {
    PyList list = new PyList();
    if (self.attrib != null) {
      for (PyDict.Entry entry : self.attrib.entryList()) {
        list.append(org.krait.runtime.types.PyTuple.of(entry.key(), entry.value()));
      }
    }
    return list;
  }

  @Method("keys(self, /)")
  static PyObject keys(PyElement self) {
    return self.attrib == null ? new PyList() : self.attrib.keyList();
  }

  @Method("makeelement(self, tag, attrib, /)")
  static PyObject makeElement(PyElement self, PyObject tag, PyObject attrib) {
    if (!(attrib instanceof PyDict dict)) {
      throw Errors.typeError(
          "makeelement() argument 2 must be dict, not %s", attrib.type().fullName());
    }
    return make(tag, dict.copy());
  }

  /** An element of the exact type; the dict becomes its own. */
  static PyElement make(PyObject tag, PyDict attrib) {
    PyElement made = new PyElement(PyElement.TYPE);
    made.tag = tag;
    made.attrib = attrib == null || attrib.size() == 0 && attrib.getClass() == PyDict.class ? null : attrib;
    return made;
  }

  static TreeState state() {
    return TreeState.of(ThreadState.current());
  }
}
