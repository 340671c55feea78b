package org.krait.stdlib.context;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyStr;

/** {@code contextvars.Token}: what a variable was before it was set, to be used once. */
@BuiltinType(
    name = "Token",
    module = "_contextvars",
    subclassable = false,
    parts = GenericClassMethods.class)
final class PyToken extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyTokenTable());

  @Value("MISSING")
  static final PyObject MISSING = PyMissing.MISSING;

  final PyContext context;
  final PyContextVar variable;

  /** Null when there was none. */
  final PyObject before;

  boolean used;

  PyToken(PyContext context, PyContextVar variable, PyObject before) {
    this.context = context;
    this.variable = variable;
    this.before = before;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    throw Errors.runtimeError("Tokens can only be created by ContextVars");
  }

  @Getter("var")
  PyObject variable() {
    return variable;
  }

  @Getter("old_value")
  PyObject before() {
    return before == null ? MISSING : before;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format(
        "<Token%s var=%s at 0x%x>", used ? " used" : "", Objects.repr(variable), Objects.id(this));
  }
}
