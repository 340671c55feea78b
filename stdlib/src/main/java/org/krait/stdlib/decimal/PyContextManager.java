package org.krait.stdlib.decimal;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code decimal.ContextManager}: what {@code localcontext} returns. */
@BuiltinType(
    name = "ContextManager",
    module = "decimal",
    subclassable = false,
    disallowNew = true,
    basicSize = 32)
final class PyContextManager extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyContextManagerTable());

  private final PyDecimalContext local;
  private final PyDecimalContext global;

  PyContextManager(PyDecimalContext local, PyDecimalContext global) {
    this.local = local;
    this.global = global;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method(value = "__enter__(self, /)", textSignature = false)
  PyObject enter() {
    local.state.setContext(local);
    return local;
  }

  @Method(value = "__exit__(self, /, *args)", textSignature = false)
  boolean exit(PyObject[] args) {
    local.state.setContext(global);
    return false;
  }
}
