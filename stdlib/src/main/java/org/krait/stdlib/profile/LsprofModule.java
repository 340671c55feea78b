package org.krait.stdlib.profile;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** The module {@code _lsprof}. */
@BuiltinModule(value = "_lsprof", types = PyProfiler.class, doc = "A profiler.")
public final class LsprofModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    dict.put(PyStr.interned("profiler_entry"), ProfileStats.ENTRY.type());
    dict.put(PyStr.interned("profiler_subentry"), ProfileStats.SUBENTRY.type());
  }
}
