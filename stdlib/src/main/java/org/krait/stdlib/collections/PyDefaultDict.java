package org.krait.stdlib.collections;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.Attributes;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.types.DictUpdates;
import org.krait.runtime.types.PlainMapping;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code collections.defaultdict}: a dict that makes the values that are missing. */
@BuiltinType(
    name = "defaultdict",
    module = "collections",
    base = PyDict.class,
    weakReferences = true,
    pattern = BuiltinType.Pattern.MAPPING)
public class PyDefaultDict extends PyDict implements PlainMapping {
  public static final PyType TYPE = PyType.builtin(new PyDefaultDictTable());

  private PyObject factory = PyNone.NONE;

  PyDefaultDict() {}

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return cls == TYPE ? new PyDefaultDict() : new PyDefaultDictInstance(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    int given = args.length - (names == null ? 0 : names.length);
    PyObject[] rest = args;
    PyObject maker = PyNone.NONE;
    if (given > 0) {
      maker = args[0];
      if (maker != PyNone.NONE && !Objects.isCallable(maker)) {
        throw Errors.typeError("first argument must be callable or None");
      }
      rest = java.util.Arrays.copyOfRange(args, 1, args.length);
    }
    factory = maker;
    DictUpdates.update("dict", this, rest, names);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final boolean isPlain() {
    return type() == TYPE;
  }

  @Override
  public final PyObject makeMissing(PyObject key) {
    PyObject maker = factory;
    boolean isQuiet =
        maker == PyList.TYPE || maker == PyInt.TYPE || maker == PySet.TYPE || maker == PyDict.TYPE
            || maker == PyFloat.TYPE || maker == PyStr.TYPE;
    if (!isQuiet) {
      return null;
    }
    PyObject value = maker.call();
    PyObject other = putIfAbsent(key, value);
    return other != null ? other : value;
  }

  @Getter(value = "default_factory", member = true)
  PyObject factory() {
    return factory;
  }

  @Setter("default_factory")
  void setFactory(PyObject value) {
    factory = value == null ? PyNone.NONE : value;
  }

  @Method("__missing__(self, key, /)")
  PyObject missing(PyObject key) {
    if (factory == PyNone.NONE) {
      throw Errors.keyError(key);
    }
    PyObject value = factory.call();
    type().slots.setitem(this, key, value);
    return value;
  }

  @Method("__repr__(self, /)")
  String repr() {
    String name = type().name();
    String items = Objects.repr(copyAsDict()).toString();
    if (!ReprGuard.enter(factory)) {
      return name + "(..., " + items + ")";
    }
    try {
      return name + "(" + Objects.repr(factory) + ", " + items + ")";
    } finally {
      ReprGuard.leave(factory);
    }
  }

  private PyObject copyAsDict() {
    return copy();
  }

  @Method("copy(self, /)")
  PyObject copyMethod() {
    return type().call(factory, this);
  }

  @Method("__copy__(self, /)")
  PyObject copyProtocol() {
    return copyMethod();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyObject args = factory == PyNone.NONE ? PyTuple.EMPTY : PyTuple.of(factory);
    PyObject items = Iteration.iterator(Attributes.get(this, "items").call());
    return PyTuple.of(type(), args, PyNone.NONE, PyNone.NONE, items);
  }

  @Method("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject value) {
    PyDefaultDict shape = self instanceof PyDefaultDict left ? left : (PyDefaultDict) value;
    if (!(self instanceof PyDict) || !(value instanceof PyDict)) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    PyObject both = shape.type().call(shape.factory, self);
    DictUpdates.update((PyDict) both, value);
    return both;
  }

  @Method("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject value) {
    return or(value, self);
  }
}
