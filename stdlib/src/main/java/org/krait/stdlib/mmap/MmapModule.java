package org.krait.stdlib.mmap;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.ConstantTable;

/** The module {@code mmap}. */
@BuiltinModule(value = "mmap", types = {PyMmap.class})
public final class MmapModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    ConstantTable.enter(module.dict(), "mmap");
    module.dict().put(PyStr.interned("error"), PyExceptions.OSError);
  }
}
