package org.krait.stdlib.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.PythonCompiler;
import org.krait.runtime.Attributes;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;
import org.krait.runtime.execution.LoadCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.syntax.DiagnosticListener;

/** Brings up {@code importlib}: its two bootstrap modules run before anything can be imported. */
public final class Bootstrap {
  private Bootstrap() {}

  /**
   * Installs the import system.
   *
   * @param library the folder of the pure Python library, {@code lib/python3.12}
   */
  public static void install(Interpreter interpreter, Path library) throws IOException {
    PyModule sys = (PyModule) interpreter.loadedModule("sys");
    PyModule imp = interpreter.openBuiltin("_imp");
    imp.execute();
    interpreter.modules().put(PyStr.interned("_imp"), imp);
    PyObject bootstrap = run(interpreter, library, "_frozen_importlib", "_bootstrap");
    Attributes.get(bootstrap, "_install").call(sys, imp);
    PyObject external = run(interpreter, library, "_frozen_importlib_external", "_bootstrap_external");
    Attributes.set(bootstrap, PyStr.interned("_bootstrap_external"), external);
    Attributes.get(external, "_install").call(bootstrap);
    if (interpreter.sysDict().get(PyStr.interned("path_hooks")) instanceof PyList hooks) {
      hooks.insert(0, new PyZipHook());
    }
  }

  private static PyObject run(Interpreter interpreter, Path library, String name, String file)
      throws IOException {
    byte[] source = Files.readAllBytes(library.resolve("importlib").resolve(file + ".py"));
    CodeObject code =
        PythonCompiler.compile(
            source,
            "<frozen importlib." + file + ">",
            CompileOptions.module(interpreter.optimize),
            DiagnosticListener.NONE);
    PyModule module = PyModule.named(name);
    interpreter.modules().put(PyStr.interned(name), module);
    Evaluation.runCode(
        interpreter.mainThread(),
        LoadCode.of(code),
        module.dict(),
        module.dict(),
        PyFunction.NO_CELLS);
    return module;
  }
}
