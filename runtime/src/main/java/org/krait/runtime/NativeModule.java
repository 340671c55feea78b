package org.krait.runtime;

import org.krait.runtime.types.PyModule;

/** A builtin module that has more to do, when it is executed, than its annotations say. */
public interface NativeModule {
  /** Puts into the module what its table does not. */
  void exec(PyModule module);
}
