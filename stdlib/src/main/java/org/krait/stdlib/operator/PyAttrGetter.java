package org.krait.stdlib.operator;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code operator.attrgetter}. */
@BuiltinType(name = "attrgetter", module = "operator")
public final class PyAttrGetter extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyAttrGetterTable());

  private final PyObject[] given;

  /** The names between the dots, for each of the attributes. */
  private final PyStr[][] paths;

  private PyAttrGetter(PyType cls, PyObject[] given, PyStr[][] paths) {
    super(cls);
    this.given = given;
    this.paths = paths;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("attrgetter() takes no keyword arguments");
    }
    if (args.length == 0) {
      throw Errors.typeError("attrgetter expected 1 argument, got 0");
    }
    PyStr[][] paths = new PyStr[args.length][];
    for (int i = 0; i < args.length; i++) {
      if (!(args[i] instanceof PyStr text)) {
        throw Errors.typeError("attribute name must be a string");
      }
      String[] parts = text.toString().split("\\.", -1);
      paths[i] = new PyStr[parts.length];
      for (int k = 0; k < parts.length; k++) {
        paths[i][k] = PyStr.interned(parts[k]);
      }
    }
    return new PyAttrGetter(cls, args, paths);
  }

  private static PyObject follow(PyObject object, PyStr[] path) {
    PyObject value = object;
    for (PyStr name : path) {
      value = Attributes.get(value, name);
    }
    return value;
  }

  @Override
  public PyObject call(PyObject object) {
    return type() == TYPE ? get(object) : super.call(object);
  }

  private PyObject get(PyObject object) {
    if (paths.length == 1) {
      return follow(object, paths[0]);
    }
    PyObject[] values = new PyObject[paths.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = follow(object, paths[i]);
    }
    return PyTuple.of(values);
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] args, PyStr[] names) {
    return type() == TYPE ? invoke(args, names) : type().slots.call(this, args, names);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] args, PyStr[] names) {
    return get(Getters.onlyArgument("attrgetter", args, names));
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder text = new StringBuilder("operator.attrgetter(");
    for (int i = 0; i < given.length; i++) {
      text.append(i > 0 ? ", " : "").append(Objects.repr(given[i]));
    }
    return text.append(')').toString();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.of(given));
  }
}
