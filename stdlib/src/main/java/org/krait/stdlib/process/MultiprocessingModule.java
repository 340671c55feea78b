package org.krait.stdlib.process;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * {@code _multiprocessing} of a platform without named semaphores: the library then says that locks
 * between processes cannot be had, and what can do without them does.
 */
@BuiltinModule("_multiprocessing")
public final class MultiprocessingModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("flags"), new PyDict());
  }
}
