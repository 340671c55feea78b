package org.krait.stdlib.builtins;

import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.LateModules;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.*;
import org.krait.stdlib.importing.LibraryImports;

/**
 * {@code __import__}: the quick way for what is loaded, the library's {@code importlib._bootstrap} for
 * the rest.
 */
public final class ImportName {
  private static final PyStr PATH = PyStr.interned("__path__");
  private static final PyStr SPEC = PyStr.interned("__spec__");
  private static final PyStr INITIALIZING = PyStr.interned("_initializing");

  private ImportName() {}

  public static PyObject importModule(
      Interpreter interpreter, PyObject name, PyObject globals, PyObject fromList, int level) {
    if (!(name instanceof PyStr text)) {
      throw Errors.typeError("module name must be a string");
    }
    if (level < 0) {
      throw Errors.valueError("level must be >= 0");
    }
    try {
      return find(interpreter, text, globals, fromList, level);
    } catch (PyException e) {
      if (interpreter.options.verbose == 0) {
        TrimImportFrames.of(e);
      }
      throw e;
    }
  }

  private static PyObject find(
      Interpreter interpreter, PyStr text, PyObject globals, PyObject fromList, int level) {
    PyObject bootstrap = interpreter.importSystem;
    if (level == 0 && text.length() == 0) {
      throw Errors.valueError("Empty module name");
    }
    PyStr absolute = level == 0 ? text : absolute(interpreter, text, globals, level);
    PyObject module = loaded(interpreter, bootstrap, absolute);
    boolean hasList = fromList != null && fromList != PyNone.NONE && Objects.isTrue(fromList);
    if (hasList) {
      return Attributes.getOrNull(module, PATH) == null
          ? module
          : Attributes.get(bootstrap, "_handle_fromlist")
              .call(module, fromList, Attributes.get(bootstrap, "_gcd_import"));
    }
    return level == 0 || text.length() > 0 ? top(interpreter, module, text, absolute, level) : module;
  }

  private static PyStr absolute(Interpreter interpreter, PyStr name, PyObject globals, int level) {
    PyObject given = globals == null || globals == PyNone.NONE ? new PyDict() : globals;
    PyStr simple =
        given instanceof PyDict dict ? LibraryImports.of(interpreter).absolute(name, dict, level) : null;
    if (simple != null) {
      return simple;
    }
    PyObject bootstrap = interpreter.importSystem;
    PyLong dots = PyLong.of(level);
    PyObject packageName = Attributes.get(bootstrap, "_calc___package__").call(given);
    Attributes.get(bootstrap, "_sanity_check").call(name, packageName, dots);
    return (PyStr) Attributes.get(bootstrap, "_resolve_name").call(name, packageName, dots);
  }

  private static void importEvent(Interpreter interpreter, PyStr name) {
    PyDict sys = interpreter.sysDict();
    PyObject[] args = {name, PyNone.NONE, PyNone.NONE, PyNone.NONE, PyNone.NONE};
    String[] lists = {"path", "meta_path", "path_hooks"};
    for (int i = 0; i < lists.length; i++) {
      PyObject list = sys.get(PyStr.interned(lists[i]));
      args[2 + i] = list == null ? PyNone.NONE : list;
    }
    AuditHooks.raise(ThreadState.current(), "import", args);
  }

  private static PyObject loaded(Interpreter interpreter, PyObject bootstrap, PyStr name) {
    LateModules late = interpreter.late;
    PyObject module = late == null ? null : late.imported(name);
    if (module == null) {
      module = interpreter.modules().get(name);
    }
    if (module != null && module != PyNone.NONE) {
      if (module instanceof PyModule own && own.isAwaited() || !isInitializing(module)) {
        return module;
      }
      Attributes.get(bootstrap, "_lock_unlock_module").call(name);
      return module;
    }
    if (bootstrap == null) {
      throw Errors.make(PyExceptions.ImportError, "the import system is not up: %s", name);
    }
    if (AuditHooks.isHeard(interpreter)) {
      importEvent(interpreter, name);
    }
    ImportTimes times = interpreter.options.importTime ? ImportTimes.of(interpreter) : null;
    ImportTimes.Start start = times == null ? null : times.begin(interpreter);
    try {
      return Attributes.get(bootstrap, "_find_and_load")
          .call(name, Attributes.get(bootstrap, "_gcd_import"));
    } catch (PyException e) {
      if (interpreter.options.verbose == 0) {
        ImportTraceback.trim(e);
      }
      throw e;
    } finally {
      if (times != null) {
        times.end(interpreter, start, name);
      }
    }
  }

  private static boolean isInitializing(PyObject module) {
    PyObject spec = Attributes.getOrNull(module, SPEC);
    PyObject flag = spec == null ? null : Attributes.getOrNull(spec, INITIALIZING);
    return flag != null && Objects.isTrue(flag);
  }

  /** {@code import a.b.c} binds {@code a}; a relative one the part that corresponds. */
  private static PyObject top(
      Interpreter interpreter, PyObject module, PyStr name, PyStr absolute, int level) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return module;
    }
    PyStr front = name.substring(0, dot);
    if (level == 0) {
      return loadedOrImport(interpreter, front);
    }
    PyStr wanted = absolute.substring(0, absolute.length() - (name.length() - dot));
    PyObject found = interpreter.modules().get(wanted);
    if (found == null) {
      throw Errors.keyError(wanted);
    }
    return found;
  }

  private static PyObject loadedOrImport(Interpreter interpreter, PyStr name) {
    PyObject module = interpreter.modules().get(name);
    return module != null
        ? module
        : loaded(interpreter, interpreter.importSystem, name);
  }
}
