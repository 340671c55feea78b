package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.Special;
import org.krait.runtime.Subscripts;

/** What a proxy passes on to its object: attributes, items, iteration, comparison. */
public final class WeakProxyMethods {
  private WeakProxyMethods() {}

  @Method("__repr__(self, /)")
  static String repr(PyWeakProxy self) {
    return self.reference().describe("weakproxy", self);
  }

  @Method("__str__(self, /)")
  static PyObject str(PyWeakProxy self) {
    return Objects.str(self.live());
  }

  @Method(value = "__bytes__(self, /)", textSignature = false)
  static PyObject bytes(PyWeakProxy self) {
    return Attributes.get(self.live(), "__bytes__").call();
  }

  @Method("__bool__(self, /)")
  static boolean bool(PyWeakProxy self) {
    return Objects.isTrue(self.live());
  }

  @Method("__richcompare__(self, other, op)")
  static PyObject compare(PyObject self, PyObject other, int op) {
    return Comparison.compare(PyWeakProxy.live(self), PyWeakProxy.live(other), op);
  }

  @Method("__getattribute__(self, name, /)")
  static PyObject getAttribute(PyWeakProxy self, PyStr name) {
    return Attributes.get(self.live(), name);
  }

  @Method("__setattr__(self, name, value, /)")
  static void setAttribute(PyWeakProxy self, PyStr name, PyObject value) {
    Attributes.set(self.live(), name, value);
  }

  @Method("__delattr__(self, name, /)")
  static void deleteAttribute(PyWeakProxy self, PyStr name) {
    Attributes.delete(self.live(), name);
  }

  @Method("__len__(self, /)")
  static int len(PyWeakProxy self) {
    return Objects.length(self.live());
  }

  @Method("__getitem__(self, key, /)")
  static PyObject getItem(PyWeakProxy self, PyObject key) {
    return Subscripts.get(self.live(), PyWeakProxy.live(key));
  }

  @Method("__setitem__(self, key, value, /)")
  static void setItem(PyWeakProxy self, PyObject key, PyObject value) {
    Subscripts.set(self.live(), PyWeakProxy.live(key), value);
  }

  @Method("__delitem__(self, key, /)")
  static void deleteItem(PyWeakProxy self, PyObject key) {
    Subscripts.delete(self.live(), PyWeakProxy.live(key));
  }

  @Method("__contains__(self, key, /)")
  static boolean contains(PyWeakProxy self, PyObject key) {
    return Iteration.contains(self.live(), PyWeakProxy.live(key));
  }

  @Method("__iter__(self, /)")
  static PyObject iter(PyWeakProxy self) {
    return Iteration.iterator(self.live());
  }

  @Method("__next__(self, /)")
  static PyObject next(PyWeakProxy self) {
    PyObject object = self.live();
    if (object.type().special(Special.NEXT) == null) {
      throw Errors.typeError(
          "Weakref proxy referenced a non-iterator '%s' object", object.type().fullName());
    }
    return Iteration.next(object);
  }

  @Method(value = "__reversed__(self, /)", textSignature = false)
  static PyObject reversed(PyWeakProxy self) {
    return Attributes.get(self.live(), "__reversed__").call();
  }
}
