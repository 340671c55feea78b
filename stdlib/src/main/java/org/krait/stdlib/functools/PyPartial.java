package org.krait.stdlib.functools;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Holder;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;
import org.krait.runtime.execution.BindArguments;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code functools.partial}. */
@BuiltinType(
    name = "partial",
    module = "functools",
    instanceDict = true,
    weakReferences = true,
    parts = {GenericClassMethods.class})
public final class PyPartial extends PyInstance implements Holder {
  public static final PyType TYPE = PyType.builtin(new PyPartialTable());

  private PyObject function;
  private PyTuple args;
  private PyDict keywords;

  private PyPartial(PyType cls, PyObject function, PyTuple args, PyDict keywords) {
    super(cls);
    this.function = function;
    this.args = args;
    this.keywords = keywords;
  }

  @Override
  public PyObject[] held(int limit) {
    return new PyObject[] {function, args, keywords};
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] all, PyStr[] names) {
    int given = all.length - (names == null ? 0 : names.length);
    if (given < 1) {
      throw Errors.typeError("type 'partial' takes at least one argument");
    }
    PyObject function = all[0];
    PyPartial inner = null;
    if (function.getClass() == PyPartial.class && function.type() == TYPE) {
      PyPartial candidate = (PyPartial) function;
      inner = candidate.ownDict().size() == 0 ? candidate : null;
    }
    if (!Objects.isCallable(function)) {
      throw Errors.typeError("the first argument must be callable");
    }
    PyDict keywords = inner == null ? new PyDict() : inner.keywords.copy();
    for (int i = given; i < all.length; i++) {
      keywords.put(names[i - given], all[i]);
    }
    PyObject[] before = inner == null ? NO_ARGS : inner.args.items();
    PyObject[] args = new PyObject[before.length + given - 1];
    System.arraycopy(before, 0, args, 0, before.length);
    System.arraycopy(all, 1, args, before.length, given - 1);
    return new PyPartial(cls, inner == null ? function : inner.function, PyTuple.of(args), keywords);
  }

  @Getter(value = "func", member = true)
  PyObject function() {
    return function;
  }

  @Getter(value = "args", member = true)
  PyObject args() {
    return args;
  }

  @Getter(value = "keywords", member = true)
  PyObject keywords() {
    return keywords;
  }

  @Getter("__dict__")
  PyObject getDict() {
    return ownDict();
  }

  @Setter("__dict__")
  void setDict(PyObject value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __dict__");
    }
    if (!(value instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '%s'", value.type().fullName());
    }
    setOwnDict(dict);
  }

  /** A class derived from this one may have a {@code __call__} of its own. */
  @Override
  public PyObject call(PyObject[] more, PyStr[] names) {
    return type() == TYPE ? invoke(more, names) : type().slots.call(this, more, names);
  }

  @Override
  public PyObject call(PyObject a) {
    if (type() == TYPE && keywords.size() == 0) {
      switch (args.size()) {
        case 0:
          return function.call(a);
        case 1:
          return function.call(args.get(0), a);
        case 2:
          return function.call(args.get(0), args.get(1), a);
        default:
      }
    }
    return super.call(a);
  }

  @Override
  public PyObject call(PyObject a, PyObject b) {
    if (type() == TYPE && keywords.size() == 0) {
      switch (args.size()) {
        case 0:
          return function.call(a, b);
        case 1:
          return function.call(args.get(0), a, b);
        default:
      }
    }
    return super.call(a, b);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  PyObject invoke(PyObject[] more, PyStr[] names) {
    PyObject[] before = args.items();
    if (keywords.size() > 0) {
      return callWithKeywords(before, more, names);
    }
    if (before.length == 0) {
      return function.call(more, names);
    }
    PyObject[] all = new PyObject[before.length + more.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    return function.call(all, names);
  }

  private PyObject callWithKeywords(PyObject[] before, PyObject[] more, PyStr[] names) {
    int given = more.length - (names == null ? 0 : names.length);
    PyDict merged = keywords;
    if (names != null) {
      merged = keywords.copy();
      for (int i = given; i < more.length; i++) {
        merged.put(names[i - given], more[i]);
      }
    }
    int positional = before.length + given;
    PyObject[] all = new PyObject[positional + merged.size()];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(more, 0, all, before.length, given);
    return function.call(all, BindArguments.names(merged, all, positional));
  }

  @Method("__repr__(self, /)")
  String repr() {
    if (!ReprGuard.enter(this)) {
      return "...";
    }
    try {
      String name = type() == TYPE ? "functools.partial" : type().name();
      StringBuilder text = new StringBuilder(name).append('(').append(Objects.repr(function));
      for (PyObject arg : args) {
        text.append(", ").append(Objects.repr(arg));
      }
      for (PyDict.Entry entry : keywords.entryList()) {
        text.append(", ").append(Objects.str(entry.key()));
        text.append('=').append(Objects.repr(entry.value()));
      }
      return text.append(')').toString();
    } finally {
      ReprGuard.leave(this);
    }
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    PyDict own = ownDict();
    PyObject attributes = own == null || own.size() == 0 ? PyNone.NONE : own;
    return PyTuple.of(
        type(), PyTuple.of(function), PyTuple.of(function, args, keywords, attributes));
  }

  @Method("__setstate__(self, state, /)")
  void setState(PyObject state) {
    boolean fits =
        state instanceof PyTuple parts
            && parts.size() == 4
            && Objects.isCallable(parts.get(0))
            && parts.get(1) instanceof PyTuple
            && (parts.get(2) == PyNone.NONE || parts.get(2) instanceof PyDict);
    if (!fits) {
      throw invalidState();
    }
    PyTuple parts = (PyTuple) state;
    function = parts.get(0);
    PyTuple given = (PyTuple) parts.get(1);
    args = given.getClass() == PyTuple.class ? given : PyTuple.of(given.items());
    keywords = parts.get(2) == PyNone.NONE ? new PyDict() : exactDict((PyDict) parts.get(2));
    PyObject attributes = parts.get(3);
    if (attributes != PyNone.NONE) {
      setDict(attributes);
    } else if (ownDict() != null) {
      setOwnDict(new PyDict());
    }
  }

  private static PyDict exactDict(PyDict dict) {
    return dict.getClass() == PyDict.class ? dict : dict.copy();
  }

  private static PyException invalidState() {
    return Errors.typeError("invalid partial state");
  }
}
