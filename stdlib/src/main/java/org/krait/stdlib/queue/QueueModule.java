package org.krait.stdlib.queue;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** {@code _queue}. */
@BuiltinModule(
    value = "_queue",
    doc =
        "C implementation of the Python queue module.\n"
            + "This module is an implementation detail, please do not use it directly.",
    types = {PySimpleQueue.class})
public final class QueueModule implements NativeModule {
  /** {@code queue.Empty}: nothing was there to get. */
  static final PyType EMPTY = 
      PyType.builtin(new SimpleTypeTable("_queue", "Empty", PyExceptions.Exception));

  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("Empty"), EMPTY);
  }
}
