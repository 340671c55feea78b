package org.krait.stdlib.operator;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code operator.methodcaller}. */
@BuiltinType(name = "methodcaller", module = "operator")
public final class PyMethodCaller extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyMethodCallerTable());

  private final PyStr method;
  private final PyObject[] args;
  private final PyStr[] names;

  private PyMethodCaller(PyType cls, PyStr method, PyObject[] args, PyStr[] names) {
    super(cls);
    this.method = method;
    this.args = args;
    this.names = names;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] all, PyStr[] names) {
    if (all.length == (names == null ? 0 : names.length)) {
      throw Errors.typeError("methodcaller needs at least one argument, the method name");
    }
    if (!(all[0] instanceof PyStr method)) {
      throw Errors.typeError("method name must be a string");
    }
    PyObject[] args = java.util.Arrays.copyOfRange(all, 1, all.length);
    return new PyMethodCaller(cls, method.intern(), args, names);
  }

  @Override
  public PyObject call(PyObject object) {
    return type() == TYPE ? get(object) : super.call(object);
  }

  private PyObject get(PyObject object) {
    return Attributes.get(object, method).call(args.clone(), names);
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] given, PyStr[] keywords) {
    return type() == TYPE ? invoke(given, keywords) : type().slots.call(this, given, keywords);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] given, PyStr[] keywords) {
    return get(Getters.onlyArgument("methodcaller", given, keywords));
  }

  private int positional() {
    return args.length - (names == null ? 0 : names.length);
  }

  @Method("__repr__(self, /)")
  String repr() {
    StringBuilder text = new StringBuilder("operator.methodcaller(").append(Objects.repr(method));
    for (int i = 0; i < args.length; i++) {
      text.append(", ");
      if (i >= positional()) {
        text.append(names[i - positional()]).append('=');
      }
      text.append(Objects.repr(args[i]));
    }
    return text.append(')').toString();
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyObject[] own = new PyObject[positional() + 1];
    own[0] = method;
    System.arraycopy(args, 0, own, 1, positional());
    if (names == null) {
      return PyTuple.of(type(), PyTuple.of(own));
    }
    PyObject partial =
        Attributes.get(ThreadState.current().interpreter.importModule("functools"), "partial");
    PyObject[] bound = new PyObject[2 + names.length];
    bound[0] = type();
    bound[1] = method;
    System.arraycopy(args, positional(), bound, 2, names.length);
    PyObject[] rest = java.util.Arrays.copyOfRange(own, 1, own.length);
    return PyTuple.of(partial.call(bound, names), PyTuple.of(rest));
  }
}
