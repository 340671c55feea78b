package org.krait.runtime.types;

import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** The methods of {@code set} that change it. */
public final class SetMethods {
  private SetMethods() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return cls == PySet.TYPE ? new PySet() : new PySetInstance(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void init(PySet self, PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("set() takes no keyword arguments");
    }
    if (args.length > 1) {
      throw Errors.typeError("set expected at most 1 argument, got %d", args.length);
    }
    if (self.size() > 0) {
      self.elements.clear();
    }
    if (args.length == 1) {
      AnySetMethods.addAll(self.elements, args[0]);
    }
  }

  @Method(value = "add(self, object, /)", textSignature = false)
  static void add(PySet self, PyObject object) {
    self.elements.add(object);
  }

  @Method(value = "remove(self, object, /)", textSignature = false)
  static void remove(PySet self, PyObject key) {
    if (!self.elements.remove(key, AnySetMethods.elementHash(key))) {
      throw Errors.keyError(key);
    }
  }

  @Method(value = "discard(self, object, /)", textSignature = false)
  static void discard(PySet self, PyObject key) {
    self.elements.remove(key, AnySetMethods.elementHash(key));
  }

  @Method(value = "pop(self, /)", textSignature = false)
  static PyObject pop(PySet self) {
    PyObject element = self.elements.pop();
    if (element == null) {
      throw Errors.keyError(PyStr.of("pop from an empty set"));
    }
    return element;
  }

  @Method(value = "clear(self, /)", textSignature = false)
  static void clear(PySet self) {
    self.elements.clear();
  }

  @Method(value = "update(self, /, *others)", textSignature = false)
  static void update(PySet self, PyObject[] others) {
    for (PyObject other : others) {
      AnySetMethods.addAll(self.elements, other);
    }
  }

  @Method(value = "intersection_update(self, /, *others)", textSignature = false)
  static void intersectionUpdate(PySet self, PyObject[] others) {
    PyAnySet common = (PyAnySet) AnySetOperators.intersection(self, others);
    self.elements.become(common.elements);
  }

  @Method(value = "difference_update(self, /, *others)", textSignature = false)
  static void differenceUpdate(PySet self, PyObject[] others) {
    for (PyObject other : others) {
      AnySetOperators.removeAll(self.elements, other);
    }
  }

  @Method(value = "symmetric_difference_update(self, other, /)", textSignature = false)
  static void symmetricDifferenceUpdate(PySet self, PyObject other) {
    AnySetOperators.toggle(self.elements, AnySetMethods.storageOf(other));
  }

  @Method("__ior__(self, value, /)")
  static PyObject ior(PySet self, PyObject value) {
    if (!(value instanceof PyAnySet other)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    self.elements.addAll(other.elements);
    return self;
  }

  @Method("__iand__(self, value, /)")
  static PyObject iand(PySet self, PyObject value) {
    if (!(value instanceof PyAnySet)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    self.elements.become(AnySetOperators.intersection(self.elements, value));
    return self;
  }

  @Method("__isub__(self, value, /)")
  static PyObject isub(PySet self, PyObject value) {
    if (!(value instanceof PyAnySet)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    AnySetOperators.removeAll(self.elements, value);
    return self;
  }

  @Method("__ixor__(self, value, /)")
  static PyObject ixor(PySet self, PyObject value) {
    if (!(value instanceof PyAnySet other)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    AnySetOperators.toggle(self.elements, other.elements);
    return self;
  }
}
