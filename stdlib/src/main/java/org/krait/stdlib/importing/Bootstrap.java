package org.krait.stdlib.importing;

import java.io.IOException;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** Brings up {@code importlib}: its two bootstrap modules run before anything can be imported. */
public final class Bootstrap {
  private Bootstrap() {}

  /**
   * Installs the import system.
   *
   * @throws IOException when the library, {@code lib/python3.12}, cannot be read
   */
  public static void install(Interpreter interpreter) throws IOException {
    PyModule sys = (PyModule) interpreter.loadedModule("sys");
    PyModule imp = interpreter.openBuiltin("_imp");
    imp.execute();
    interpreter.modules().put(PyStr.interned("_imp"), imp);
    PyObject bootstrap = run(interpreter, "_frozen_importlib");
    interpreter.importSystem = bootstrap;
    interpreter.documents = FrozenModules.of(interpreter);
    if (interpreter.options.verbose > 0 || interpreter.options.importTime) {
      // Each import is told of.
      Attributes.get(bootstrap, "_install").call(sys, imp);
    } else {
      BuiltinModules modules = new BuiltinModules(interpreter, (PyModule) bootstrap);
      modules.install(sys, imp);
      PyStr next = PyStr.interned("_frozen_importlib_external");
      interpreter.modules().put(next, PyModule.named(next.toString()));
      modules.load("_io");
      modules.load("marshal");
      modules.load("posix");
    }
    PyObject external = run(interpreter, "_frozen_importlib_external");
    Attributes.set(bootstrap, PyStr.interned("_bootstrap_external"), external);
    Attributes.get(external, "_install").call(bootstrap);
    tellWhence(bootstrap, external);
    ImpModule.document(interpreter, sys, "sys");
    ImpModule.document(interpreter, imp, "_imp");
    ImpModule.document(interpreter, (PyModule) interpreter.loadedModule("builtins"), "builtins");
    if (interpreter.sysDict().get(PyStr.interned("path_hooks")) instanceof PyList hooks) {
      LibraryImports.of(interpreter).attach();
      hooks.insert(0, new PyZipHook());
    }
  }

  /** The spec that an import of the frozen module would have given it. */
  private static void tellWhence(PyObject bootstrap, PyObject external) {
    PyObject importer = Attributes.get(bootstrap, "FrozenImporter");
    PyObject spec =
        Attributes.get(bootstrap, "ModuleSpec")
            .call(
                new PyObject[] {Attributes.get(external, "__name__"), importer, PyStr.interned("frozen")},
                new PyStr[] {PyStr.interned("origin")});
    Attributes.set(external, PyStr.interned("__spec__"), spec);
    Attributes.set(external, PyStr.interned("__loader__"), importer);
  }

  private static PyObject run(Interpreter interpreter, String name) throws IOException {
    return ImpModule.initFrozen(interpreter.mainThread(), PyStr.interned(name));
  }
}
