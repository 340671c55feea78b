package org.krait.stdlib.array;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Value;
import org.krait.runtime.Attributes;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** {@code array}. */
@BuiltinModule(
    value = "array",
    types = {PyArray.class},
    parts = {ArrayReconstruction.class},
    doc = "This module defines arrays: sequences of characters or numbers of one machine type.")
public final class ArrayModule implements NativeModule {
  @Value("typecodes")
  static final String TYPE_CODES = "bBuhHiIlLqQfd";

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("ArrayType"), PyArray.TYPE);
    PyObject classes = ThreadState.current().interpreter.importModule("collections.abc");
    Attributes.get(Attributes.get(classes, "MutableSequence"), "register").call(PyArray.TYPE);
  }
}
