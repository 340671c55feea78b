package org.krait.stdlib.importing;

import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * The builtin modules that the import system itself needs, imported while it is not up: as {@code
 * importlib._bootstrap} would do it, in a tenth of the time that its Python takes when it is run once and cold.
 */
final class BuiltinModules {
  private static final PyStr BUILT_IN = PyStr.interned("built-in");
  private static final PyStr INITIALIZING = PyStr.interned("_initializing");
  private static final PyStr META_PATH = PyStr.interned("meta_path");

  private final Interpreter interpreter;
  private final PyDict bootstrap;
  private final PyType moduleSpec;
  private final PyType importer;

  /**
   * The modules of an interpreter.
   *
   * @param bootstrap {@code importlib._bootstrap}, which has run
   */
  BuiltinModules(Interpreter interpreter, PyModule bootstrap) {
    this.interpreter = interpreter;
    this.bootstrap = bootstrap.contents();
    this.moduleSpec = (PyType) inBootstrap("ModuleSpec");
    this.importer = (PyType) inBootstrap("BuiltinImporter");
  }

  private PyObject inBootstrap(String name) {
    return bootstrap.get(PyStr.interned(name));
  }

  private void put(String name, PyObject value) {
    bootstrap.put(PyStr.interned(name), value);
  }

  /** Does what {@code _install} of {@code importlib._bootstrap} does. */
  void install(PyModule sys, PyModule imp) {
    put("_imp", imp);
    put("sys", sys);
    for (String name : new String[] {"builtins", "sys", "_imp"}) {
      describe((PyModule) interpreter.loadedModule(name), PyStr.interned(name));
    }
    PyObject frozen = inBootstrap("FrozenImporter");
    PyObject own = interpreter.importSystem;
    PyObject spec = inBootstrap("_spec_from_module").call(own, frozen);
    inBootstrap("_init_module_attrs").call(spec, own);
    Attributes.get(frozen, "_fix_up_module").call(own);
    for (String name : new String[] {"_thread", "_warnings", "_weakref"}) {
      put(name, load(name));
    }
    put("_blocking_on", inBootstrap("_WeakValueDictionary").call());
    PyList finders = (PyList) sys.contents().get(META_PATH);
    finders.append(importer);
    finders.append(frozen);
  }

  /** Imports a module that is not among the modules yet. */
  PyModule load(String name) {
    PyStr key = PyStr.interned(name);
    PyModule module = interpreter.openBuiltin(name);
    interpreter.modules().put(key, module);
    run(module, key);
    return module;
  }

  /** Does the rest of the import of a module that is among the modules. */
  void run(PyModule module, PyStr name) {
    ImpModule.document(interpreter, module, name.toString());
    PyInstance spec = describe(module, name);
    module.execute();
    spec.setOwnAttribute(INITIALIZING, PyBool.FALSE);
  }

  private PyInstance describe(PyModule module, PyStr name) {
    PyInstance spec =
        LibraryImports.spec(moduleSpec, name, importer, BUILT_IN, PyNone.NONE, PyNone.NONE, false);
    ModuleCreation.describeBuiltin(module.contents(), spec, name, importer);
    return spec;
  }
}
