package org.krait.runtime;

import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** What a builtin module consists of: its functions, its types and its values. */
public abstract class ModuleTable extends BuiltinTable {
  private static final String[] NO_NAMES = {};
  private static final PyType[] NO_TYPES = {};

  /** The documentation of the module, or null. */
  public String doc() {
    return null;
  }

  protected PyType[] types() {
    return NO_TYPES;
  }

  protected String[] valueNames() {
    return NO_NAMES;
  }

  protected PyObject value(int id) {
    throw new IllegalArgumentException("no value: " + id);
  }

  /** Adds what the module's class adds by itself. */
  protected void exec(PyModule module) {}

  /** The object of the module's class that belongs to this table, or null. */
  public Object state() {
    return null;
  }

  @Override
  public final String qualifiedName(int id) {
    return module().equals("builtins") ? name(id) : module() + "." + name(id);
  }

  /** Puts everything into a new module. */
  public final void execute(PyModule module) {
    module.dict().reserve(count() + types().length + valueNames().length);
    for (int id = 0; id < count(); id++) {
      put(module, name(id), new PyBuiltinFunction(this, id, module));
    }
    for (PyType type : types()) {
      put(module, type.name(), type);
    }
    for (int id = 0; id < valueNames().length; id++) {
      put(module, valueNames()[id], value(id));
    }
    exec(module);
  }

  private static void put(PyModule module, String name, PyObject value) {
    module.dict().put(PyStr.interned(name), value);
  }
}
