package org.krait.stdlib.typing;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.PyObject;
import org.krait.runtime.typing.GenericType;
import org.krait.runtime.typing.PyParamSpec;
import org.krait.runtime.typing.PyParamSpecArgs;
import org.krait.runtime.typing.PyParamSpecKwargs;
import org.krait.runtime.typing.PyTypeAlias;
import org.krait.runtime.typing.PyTypeVar;
import org.krait.runtime.typing.PyTypeVarTuple;

/** The module {@code _typing}. */
@BuiltinModule(
    value = "_typing",
    doc = "The types of typing that the language itself makes.",
    types = {
      PyTypeVar.class,
      PyTypeVarTuple.class,
      PyParamSpec.class,
      PyParamSpecArgs.class,
      PyParamSpecKwargs.class,
      PyTypeAlias.class,
      GenericType.class
    })
public final class TypingModule {
  private TypingModule() {}

  @Function("_idfunc(x, /)")
  static PyObject identity(PyObject value) {
    return value;
  }
}
