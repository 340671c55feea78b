package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code classmethod}. */
@BuiltinType(name = "classmethod", instanceDict = true, basicSize = 32)
public final class PyClassMethod extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyClassMethodTable());

  private PyObject function = PyNone.NONE;

  private PyClassMethod(PyType type) {
    super(type);
  }

  public PyClassMethod(PyObject function) {
    super(TYPE);
    this.function = function;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyClassMethod(cls);
  }

  @Method("__init__(self, function, /)")
  void init(PyObject wrapped) {
    function = wrapped;
    Wrapping.copyAttributes(this, wrapped);
  }

  public PyObject function() {
    return function;
  }

  /** What the wrapped function gives for a class: a chain of descriptors is followed (3.9 to 3.12). */
  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    PyObject cls = owner == null || owner == PyNone.NONE ? instance.type() : owner;
    if (function instanceof PyFunction) {
      return new PyBoundMethod(function, cls);
    }
    return Attributes.hasGet(function)
        ? function.type().slots.get(function, cls, cls)
        : new PyBoundMethod(function, cls);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<classmethod(" + Objects.repr(function) + ")>";
  }

  @Getter(value = "__func__", member = true)
  PyObject getFunction() {
    return function;
  }

  @Getter(value = "__wrapped__", member = true)
  PyObject getWrapped() {
    return function;
  }

  @Getter("__isabstractmethod__")
  boolean isAbstract() {
    return Wrapping.isAbstract(function);
  }

  @Getter("__dict__")
  PyObject getDict() {
    return ownDict();
  }
}
