package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.Pickling;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** A function with the instance it was reached through. */
@BuiltinType(name = "method", subclassable = false, weakReferences = true, basicSize = 48)
public final class PyBoundMethod extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyBoundMethodTable());
  private static final PyStr DOC = PyStr.interned("__doc__");
  private static final PyStr NAME = PyStr.interned("__name__");

  public final PyObject function;
  public final PyObject self;

  public PyBoundMethod(PyObject function, PyObject self) {
    this.function = function;
    this.self = self;
  }

  @Method("__new__(cls, function, instance, /)")
  static PyObject make(PyType cls, PyObject function, PyObject instance) {
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("first argument must be callable");
    }
    if (instance == PyNone.NONE) {
      throw Errors.typeError("instance must not be None");
    }
    return new PyBoundMethod(function, instance);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = self;
    System.arraycopy(args, 0, all, 1, args.length);
    return function.call(all, names);
  }

  @Override
  public PyObject call() {
    return function.call(self);
  }

  @Override
  public PyObject call(PyObject a) {
    return function.call(self, a);
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    return function.call(self, a, b);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject callMethod(PyObject[] args, PyStr[] names) {
    return call(args, names);
  }

  /** Attributes of the function show through. */
  @Method("__getattribute__(self, name, /)")
  PyObject getAttribute(PyStr name) {
    PyObject found = TYPE.lookup(name);
    return found != null ? Attributes.bind(found, this, TYPE) : Attributes.get(function, name);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyBoundMethod that) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    boolean same = self == that.self && Comparison.same(function, that.function);
    return PyBool.of(same == (op == Comparison.EQ));
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Objects.identityHash(self) ^ Objects.hash(function);
  }

  @Method("__repr__(self, /)")
  String repr() {
    PyObject name = Attributes.getOrNull(function, "__qualname__");
    if (!(name instanceof PyStr)) {
      name = Attributes.getOrNull(function, "__name__");
    }
    return "<bound method " + (name instanceof PyStr ? name : "?") + " of " + Objects.repr(self) + ">";
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return Pickling.byGetattr(self, (PyStr) Attributes.get(function, NAME));
  }

  @Getter(value = "__func__", member = true)
  PyObject getFunction() {
    return function;
  }

  @Getter(value = "__self__", member = true)
  PyObject getSelf() {
    return self;
  }

  @Getter("__doc__")
  PyObject getDoc() {
    return Attributes.get(function, DOC);
  }
}
