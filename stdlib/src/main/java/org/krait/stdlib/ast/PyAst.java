package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.annotations.Value;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code ast.AST}: a node of a tree as programs see it. */
@BuiltinType(
    name = "AST",
    module = "ast",
    instanceDict = true)
public final class PyAst extends PyInstance {
  @Value("_fields")
  static final PyTuple FIELDS = PyTuple.EMPTY;

  @Value("_attributes")
  static final PyTuple ATTRIBUTES = PyTuple.EMPTY;

  @Value("__match_args__")
  static final PyTuple MATCH_ARGS = PyTuple.EMPTY;

  public static final PyType TYPE = PyType.builtin(new PyAstTable());

  PyAst(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyAst(cls);
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    PyObject[] fields = fields();
    int positional = args.length - (names == null ? 0 : names.length);
    if (positional > fields.length) {
      throw Errors.typeError(
          "%s constructor takes at most %d positional argument%s",
          type().name(), fields.length, fields.length == 1 ? "" : "s");
    }
    for (int i = 0; i < positional; i++) {
      Attributes.set(this, (PyStr) fields[i], args[i]);
    }
    for (int i = positional; i < args.length; i++) {
      PyStr name = names[i - positional];
      checkNotGiven(name, fields, positional);
      Attributes.set(this, name.intern(), args[i]);
    }
  }

  private PyObject[] fields() {
    PyObject fields = Attributes.getOrNull(type(), Names.FIELDS);
    return fields == null ? new PyObject[0] : PyTuple.from(fields).items();
  }

  private void checkNotGiven(PyStr name, PyObject[] fields, int given) {
    for (int i = 0; i < given; i++) {
      if (fields[i].equals(name)) {
        throw Errors.typeError("%s got multiple values for argument '%s'", type().name(), name);
      }
    }
  }

  @Method("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type(), PyTuple.EMPTY, ownDict());
  }

  @Getter("__dict__")
  PyObject getDict() {
    return ownDict();
  }

  @Setter("__dict__")
  void setDict(PyObject value) {
    if (!(value instanceof PyDict dict)) {
      throw Errors.typeError(
          value == null ? "cannot delete __dict__" : "__dict__ must be set to a dictionary, not a '%s'",
          value == null ? "" : value.type().fullName());
    }
    setOwnDict(dict);
  }
}
