package org.krait.stdlib.operator;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Subscripts;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code operator.itemgetter}. */
@BuiltinType(name = "itemgetter", module = "operator")
public final class PyItemGetter extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyItemGetterTable());

  private final PyObject[] items;

  private PyItemGetter(PyType cls, PyObject[] items) {
    super(cls);
    this.items = items;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null) {
      throw Errors.typeError("itemgetter() takes no keyword arguments");
    }
    if (args.length == 0) {
      throw Errors.typeError("itemgetter expected 1 argument, got 0");
    }
    return new PyItemGetter(cls, args);
  }

  @Override
  public PyObject call(PyObject object) {
    return type() == TYPE ? get(object) : super.call(object);
  }

  private PyObject get(PyObject object) {
    if (items.length == 1) {
      return Subscripts.get(object, items[0]);
    }
    PyObject[] values = new PyObject[items.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Subscripts.get(object, items[i]);
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
    return get(Getters.onlyArgument("itemgetter", args, names));
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder text = new StringBuilder("operator.itemgetter(");
    for (int i = 0; i < items.length; i++) {
      text.append(i > 0 ? ", " : "").append(Objects.repr(items[i]));
    }
    return text.append(')').toString();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.of(items));
  }
}
