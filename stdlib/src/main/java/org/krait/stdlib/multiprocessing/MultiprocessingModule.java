package org.krait.stdlib.multiprocessing;

import java.lang.foreign.Arena;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.CFunction;
import org.krait.stdlib.libc.Native;

/** The module {@code _multiprocessing}. */
@BuiltinModule(value = "_multiprocessing", types = {PySemLock.class})
public final class MultiprocessingModule implements NativeModule {
  private static final CFunction SEM_UNLINK = new CFunction("sem_unlink");

  @Override
  public void exec(PyModule module) {
    PyDict flags = new PyDict();
    flags.put(PyStr.interned("HAVE_SEM_OPEN"), PyLong.ONE);
    flags.put(PyStr.interned("HAVE_SEM_TIMEDWAIT"), PyLong.ONE);
    module.dict().put(PyStr.interned("flags"), flags);
  }

  @Function("sem_unlink(name, /)")
  static void unlink(String name) {
    try (Arena arena = Arena.ofConfined()) {
      SEM_UNLINK.require(Native.string(arena, name).address());
    }
  }
}
