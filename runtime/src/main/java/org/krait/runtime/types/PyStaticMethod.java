package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code staticmethod}. */
@BuiltinType(name = "staticmethod", instanceDict = true, basicSize = 32)
public final class PyStaticMethod extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyStaticMethodTable());

  private PyObject function = PyNone.NONE;

  private PyStaticMethod(PyType type) {
    super(type);
  }

  public PyStaticMethod(PyObject function) {
    super(TYPE);
    this.function = function;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyStaticMethod(cls);
  }

  @Method("__init__(self, function, /)")
  void init(PyObject wrapped) {
    function = wrapped;
    Wrapping.copyAttributes(this, wrapped);
  }

  public PyObject function() {
    return function;
  }

  @Method("__get__(self, instance, owner=None, /)")
  PyObject get(PyObject instance, PyObject owner) {
    return function;
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return function.call(args, names);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "<staticmethod(" + Objects.repr(function) + ")>";
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
