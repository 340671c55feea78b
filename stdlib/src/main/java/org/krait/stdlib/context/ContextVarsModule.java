package org.krait.stdlib.context;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;

/** The module {@code _contextvars} (PEP 567). */
@BuiltinModule(
    value = "_contextvars",
    types = {PyContext.class, PyContextVar.class, PyToken.class})
public final class ContextVarsModule {
  private ContextVarsModule() {}

  @Function("copy_context()")
  static PyObject copyContext(ThreadState thread) {
    return PyContext.current(thread).copy();
  }
}
