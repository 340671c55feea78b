package org.krait.stdlib.importing;

import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySimpleNamespace;
import org.krait.runtime.types.PyStr;

/** {@code module_from_spec} for what {@link SpecSearch} finds. */
final class ModuleCreation extends NativeCode {
  private static final PyStr CACHED = PyStr.interned("__cached__");
  private static final PyStr FILE = PyStr.interned("__file__");
  private static final PyStr FILENAME = PyStr.interned("filename");
  private static final PyStr LOADER = PyStr.interned("loader");
  private static final PyStr LOCATIONS = PyStr.interned("submodule_search_locations");
  private static final PyStr MODULE_LOADER = PyStr.interned("__loader__");
  private static final PyStr MODULE_SPEC = PyStr.interned("__spec__");
  private static final PyStr NAME = PyStr.interned("name");
  private static final PyStr ORIGIN = PyStr.interned("origin");
  private static final PyStr OWN_CACHED = PyStr.interned("_cached");
  private static final PyStr PACKAGE = PyStr.interned("__package__");
  private static final PyStr PATH = PyStr.interned("__path__");
  private static final PyStr SET_FILE = PyStr.interned("_set_fileattr");
  private static final PyStr STATE = PyStr.interned("loader_state");

  private final LibraryImports imports;

  ModuleCreation(LibraryImports imports, PyFunction function) {
    super(function);
    this.imports = imports;
  }

  @Override
  protected PyObject attempt(ThreadState thread, PyObject... args) {
    if (!(args[0] instanceof PyInstance spec)
        || spec.type() != imports.moduleSpec
        || !imports.isUsual()
        || !(spec.ownAttribute(NAME) instanceof PyStr name)
        || name.getClass() != PyStr.class) {
      return null;
    }
    PyObject loader = spec.ownAttribute(LOADER);
    PyObject locations = spec.ownAttribute(LOCATIONS);
    if (loader == null || locations == null) {
      return null;
    }
    if (loader == imports.frozenImporter && spec.ownAttribute(SET_FILE) == PyBool.FALSE) {
      return frozen(spec, name, loader, locations);
    }
    if (loader == imports.builtinImporter && locations == PyNone.NONE && spec.ownAttribute(SET_FILE) == PyBool.FALSE) {
      return builtin(thread, spec, name, loader);
    }
    return imports.isLoader(loader) ? ofSource(spec, name, loader, locations) : null;
  }

  /** A builtin module; one that was imported before keeps what it says of itself, but for its spec. */
  private static PyObject builtin(ThreadState thread, PyInstance spec, PyStr name, PyObject loader) {
    if (ImpModule.isBuiltin(thread, name) == 0
        || !(ImpModule.createBuiltin(thread, spec) instanceof PyModule module)
        || module.dict().get(PATH) != null) {
      return null;
    }
    describeBuiltin(module.dict(), spec, name, loader);
    return module;
  }

  /** The attributes that a builtin module gets, unless an earlier import gave it some of them. */
  static void describeBuiltin(PyDict dict, PyInstance spec, PyStr name, PyObject loader) {
    if (isMissing(dict.get(MODULE_LOADER))) {
      dict.put(MODULE_LOADER, loader);
    }
    if (isMissing(dict.get(PACKAGE))) {
      dict.put(PACKAGE, PyStr.of(LibraryImports.parent(name.toString())));
    }
    dict.put(MODULE_SPEC, spec);
  }

  private static boolean isMissing(PyObject value) {
    return value == null || value == PyNone.NONE;
  }

  private static PyObject frozen(PyInstance spec, PyStr name, PyObject loader, PyObject locations) {
    if (!(spec.ownAttribute(STATE) instanceof PySimpleNamespace)) {
      return null;
    }
    PyModule module = PyModule.named(name.toString());
    describeFrozen(module.dict(), spec, name, loader, locations);
    return module;
  }

  /** The attributes that a frozen module gets. */
  static void describeFrozen(
      PyDict dict, PyInstance spec, PyStr name, PyObject loader, PyObject locations) {
    if (spec.ownAttribute(STATE) instanceof PySimpleNamespace state
        && state.ownAttribute(FILENAME) instanceof PyStr file
        && file.length() > 0) {
      dict.put(FILE, file);
    }
    describe(dict, spec, name, loader, locations);
  }

  private PyObject ofSource(PyInstance spec, PyStr name, PyObject loader, PyObject locations) {
    if (spec.ownAttribute(SET_FILE) != PyBool.TRUE
        || !(spec.ownAttribute(ORIGIN) instanceof PyStr origin)) {
      return null;
    }
    PyObject cached = spec.ownAttribute(OWN_CACHED);
    if (cached == PyNone.NONE) {
      String cache = imports.cacheOf(origin.toString());
      if (cache == null) {
        return null;
      }
      cached = PyStr.of(cache);
      spec.setOwnAttribute(OWN_CACHED, cached);
    }
    PyModule module = PyModule.named(name.toString());
    describe(module.dict(), spec, name, loader, locations);
    module.dict().put(FILE, origin);
    module.dict().put(CACHED, cached);
    return module;
  }

  /** The attributes that every module gets. */
  private static void describe(
      PyDict dict, PyInstance spec, PyStr name, PyObject loader, PyObject locations) {
    dict.put(MODULE_LOADER, loader);
    dict.put(PACKAGE, locations == PyNone.NONE ? PyStr.of(LibraryImports.parent(name.toString())) : name);
    dict.put(MODULE_SPEC, spec);
    if (locations != PyNone.NONE) {
      dict.put(PATH, locations);
    }
  }
}
