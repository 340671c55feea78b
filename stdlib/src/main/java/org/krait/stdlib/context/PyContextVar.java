package org.krait.stdlib.context;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** {@code contextvars.ContextVar}: a variable with a value in each context. */
@BuiltinType(
    name = "ContextVar",
    module = "_contextvars",
    subclassable = false,
    parts = GenericClassMethods.class)
public final class PyContextVar extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyContextVarTable());

  private final PyStr name;
  private final PyObject otherwise;

  private PyContextVar(PyStr name, PyObject otherwise) {
    this.name = name;
    this.otherwise = otherwise;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, name, /, *, default=NULL)")
  static PyObject make(PyType cls, PyObject name, PyObject otherwise) {
    if (!(name instanceof PyStr text)) {
      throw Errors.typeError("context variable name must be a str");
    }
    return new PyContextVar(text, otherwise);
  }

  @Getter(value = "name", member = true)
  PyObject name() {
    return name;
  }

  /** The value in the context of a thread, or null. */
  public PyObject get(ThreadState thread) {
    return thread.context instanceof PyContext context ? context.values.get(this) : null;
  }

  @Method("get(self, default=NULL, /)")
  static PyObject get(ThreadState thread, PyContextVar self, PyObject fallback) {
    PyObject value =
        thread.context instanceof PyContext context ? context.values.get(self) : null;
    if (value == null) {
      value = fallback != null ? fallback : self.otherwise;
    }
    if (value == null) {
      throw Errors.of(PyExceptions.LookupError, self);
    }
    return value;
  }

  @Method("set(self, value, /)")
  static PyObject set(ThreadState thread, PyContextVar self, PyObject value) {
    PyContext context = PyContext.current(thread);
    PyToken token = new PyToken(context, self, context.values.get(self));
    context.put(self, value);
    return token;
  }

  @Method("reset(self, token, /)")
  static void reset(ThreadState thread, PyContextVar self, PyObject value) {
    if (!(value instanceof PyToken token)) {
      throw Errors.typeError("expected an instance of Token, got %s", Objects.repr(value));
    }
    self.check(token, thread);
    token.used = true;
    token.context.put(self, token.before);
  }

  private void check(PyToken token, ThreadState thread) {
    if (token.used) {
      throw Errors.runtimeError("%s has already been used once", Objects.repr(token));
    }
    String trouble =
        token.variable != this
            ? "ContextVar"
            : token.context != PyContext.current(thread) ? "Context" : null;
    if (trouble != null) {
      throw Errors.valueError(
          "%s was created %s a different %s",
          Objects.repr(token), token.variable != this ? "by" : "in", trouble);
    }
  }

  @Method("__repr__(self, /)")
  String repr() {
    String shown = otherwise == null ? "" : " default=" + Objects.repr(otherwise);
    return String.format(
        "<ContextVar name=%s%s at 0x%x>", Objects.repr(name), shown, Objects.id(this));
  }
}
