package org.krait.stdlib.collections;

import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.stdlib.collections.PyOrderedDictIterator.Kind;

/** The views and iterators of {@code OrderedDict}. */
final class OrderedDictViews {
  private OrderedDictViews() {}

  @Method("__iter__(self, /)")
  static PyObject iter(PyOrderedDict self) {
    return new PyOrderedDictIterator(self, Kind.KEYS, false);
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  static PyObject reversed(PyOrderedDict self) {
    return new PyOrderedDictIterator(self, Kind.KEYS, true);
  }

  @Method(value = "keys(self, /)", textSignature = false)
  static PyObject keys(PyOrderedDict self) {
    return new PyOrderedDictKeys(self);
  }

  @Method(value = "values(self, /)", textSignature = false)
  static PyObject values(PyOrderedDict self) {
    return new PyOrderedDictValues(self);
  }

  @Method(value = "items(self, /)", textSignature = false)
  static PyObject items(PyOrderedDict self) {
    return new PyOrderedDictItems(self);
  }

  @Getter("__dict__")
  static PyObject getDict(PyOrderedDict self) {
    return self.ownDict();
  }
}
