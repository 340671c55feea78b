package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ReprGuard;

/** {@code types.SimpleNamespace}: attributes and nothing else. */
@BuiltinType(
    name = "SimpleNamespace",
    module = "types",
    instanceDict = true)
public final class PySimpleNamespace extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PySimpleNamespaceTable());

  public PySimpleNamespace(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PySimpleNamespace(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional > 0) {
      throw Errors.typeError("no positional arguments expected");
    }
    for (int i = 0; i < args.length; i++) {
      setOwnAttribute(names[i].intern(), args[i]);
    }
  }

  @Getter(value = "__dict__", member = true)
  PyObject getDict() {
    return ownDict();
  }

  @Method("__repr__(self, /)")
  String repr() {
    String name = type() == TYPE ? "namespace" : type().name();
    if (!ReprGuard.enter(this)) {
      return name + "(...)";
    }
    try {
      StringBuilder text = new StringBuilder(name).append('(');
      String separator = "";
      for (PyDict.Entry entry : ownDict().entryList()) {
        if (entry.key() instanceof PyStr key && key.length() > 0) {
          text.append(separator).append(key).append('=').append(Objects.repr(entry.value()));
          separator = ", ";
        }
      }
      return text.append(')').toString();
    } finally {
      ReprGuard.leave(this);
    }
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    return other instanceof PySimpleNamespace namespace
        ? Comparison.compare(ownDict(), namespace.ownDict(), op)
        : PyNotImplemented.NOT_IMPLEMENTED;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.EMPTY, ownDict());
  }
}
