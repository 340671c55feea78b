package org.krait.stdlib.importing;

import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code _handle_fromlist} where the module has all that is wanted of it. */
final class FromList extends NativeCode {
  private static final PyStr ALL = PyStr.interned("*");

  FromList(PyFunction function) {
    super(function);
  }

  @Override
  protected PyObject attempt(ThreadState thread, PyObject... args) {
    if (args[0].type() != PyModule.TYPE || !(args[1] instanceof PyTuple wanted)) {
      return null;
    }
    PyModule module = (PyModule) args[0];
    for (int i = 0; i < wanted.size(); i++) {
      PyObject name = wanted.get(i);
      if (name.getClass() != PyStr.class || name.equals(ALL) || module.dict().get((PyStr) name) == null) {
        return null;
      }
    }
    return module;
  }
}
