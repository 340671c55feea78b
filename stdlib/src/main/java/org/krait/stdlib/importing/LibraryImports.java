package org.krait.stdlib.importing;

import org.krait.runtime.Assumption;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Shape;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * The import system as {@code importlib} sets it up, for the Java that stands in for its dearest functions
 * ({@link SpecSearch}, {@link CachedCode}, {@link ModuleCreation}, {@link ModuleLocking}, {@link
 * FromList}).
 *
 * <p>An import takes a thousand instructions of Python, run once and cold; what they find out takes a few calls
 * of the system. The Java is used while the functions, classes and modules that they name are the library's, and
 * nobody listens: no tool, no audit hook, no {@code -v}.
 */
public final class LibraryImports {
  private static final PyStr ORIGIN = PyStr.interned("origin");
  private static final PyStr CACHED = PyStr.interned("_cached");
  private static final PyStr LOADER = PyStr.interned("loader");
  private static final PyStr LOADER_STATE = PyStr.interned("loader_state");
  private static final PyStr LOCATIONS = PyStr.interned("submodule_search_locations");
  private static final PyStr NAME = PyStr.interned("name");
  private static final PyStr MODULE_SPEC = PyStr.interned("__spec__");
  private static final PyStr PACKAGE = PyStr.interned("__package__");
  private static final PyStr PATH = PyStr.interned("path");
  private static final PyStr SET_FILE = PyStr.interned("_set_fileattr");
  private static final PyStr UNINITIALIZED = PyStr.interned("_uninitialized_submodules");
  private static final PyStr CACHE_TAG = PyStr.interned("cache_tag");
  private static final PyStr SEPARATOR = PyStr.interned("_SEP");

  final Interpreter interpreter;
  final PyType builtinImporter;
  final PyType frozenImporter;
  final PyType pathFinder;
  final PyType fileFinder;
  final PyType moduleSpec;
  final PyType moduleLock;
  final PyType sourceLoader;
  final PyType sourcelessLoader;

  /** The hook that makes the finders of folders: {@code importlib}'s own. */
  final PyObject folderHook;

  private final PyDict bootstrap;
  private final PyDict external;

  private final PyDict sys;
  private final PyType[] types;
  private final long[] versions;
  private final PyObject implementation;
  private final Shape loaderShape;

  private LibraryImports(Interpreter interpreter) {
    this.interpreter = interpreter;
    this.sys = interpreter.sysDict();
    bootstrap = ((PyModule) interpreter.importSystem).dict();
    external = module(bootstrap, "_bootstrap_external");
    folderHook = ((PyList) sys.get(PyStr.interned("path_hooks"))).get(0);
    builtinImporter = type(bootstrap, "BuiltinImporter");
    frozenImporter = type(bootstrap, "FrozenImporter");
    moduleSpec = type(bootstrap, "ModuleSpec");
    moduleLock = type(bootstrap, "_ModuleLock");
    pathFinder = type(external, "PathFinder");
    fileFinder = type(external, "FileFinder");
    sourceLoader = type(external, "SourceFileLoader");
    sourcelessLoader = type(external, "SourcelessFileLoader");
    // The first import of a frozen module would set it.
    frozenImporter.setAttribute(SEPARATOR, PyStr.interned("/"));
    types =
        new PyType[] {
          builtinImporter, frozenImporter, moduleSpec, moduleLock, pathFinder, fileFinder, sourceLoader
        };
    versions = new long[types.length];
    for (int i = 0; i < types.length; i++) {
      versions[i] = types[i].version();
    }
    implementation = sys.get(PyStr.interned("implementation"));
    loaderShape = loader(PyStr.EMPTY, PyStr.EMPTY).shape();
  }

  /** Those of an interpreter whose import system is up; to be called first before a program can change it. */
  public static LibraryImports of(Interpreter interpreter) {
    return interpreter.service(LibraryImports.class, LibraryImports::new);
  }

  /** Puts the Java in the place of the functions. */
  void attach() {
    Assumption[] unchanged = {
      bootstrap.unchanged(),
      external.unchanged(),
      module(external, "_os").unchanged(),
      module(external, "_io").unchanged(),
      module(external, "marshal").unchanged(),
      module(external, "_imp").unchanged(),
      module(bootstrap, "_thread").unchanged(),
      constant("flags"),
      constant("implementation"),
      constant("pycache_prefix"),
      constant("builtin_module_names")
    };
    NativeCode[] all = {
      new SpecSearch(this, function(bootstrap, "_find_spec")),
      new FromList(function(bootstrap, "_handle_fromlist")),
      new ModuleCreation(this, function(bootstrap, "module_from_spec")),
      new CachedCode(this, method(type(external, "SourceLoader"), "get_code")),
      new ModuleLocking.Get(this, function(bootstrap, "_get_module_lock")),
      new ModuleLocking.Acquire(this, method(moduleLock, "acquire")),
      new ModuleLocking.Release(this, method(moduleLock, "release"))
    };
    for (NativeCode each : all) {
      each.install(unchanged);
    }
  }

  private static PyType type(PyDict module, String name) {
    return (PyType) module.get(PyStr.interned(name));
  }

  private static PyFunction function(PyDict module, String name) {
    return (PyFunction) module.get(PyStr.interned(name));
  }

  private static PyFunction method(PyType type, String name) {
    return (PyFunction) type.lookup(PyStr.interned(name));
  }

  private static PyDict module(PyDict from, String name) {
    return ((PyModule) from.get(PyStr.interned(name))).dict();
  }

  private Assumption constant(String name) {
    return sys.cellOf(PyStr.interned(name)).constant();
  }

  /** Whether what the functions of the library would do is known, and nobody would see how. */
  boolean isUsual() {
    for (int i = 0; i < types.length; i++) {
      if (types[i].version() != versions[i]) {
        return false;
      }
    }
    return interpreter.options.verbose == 0 && !AuditHooks.isHeard(interpreter);
  }

  /** A value of {@code sys}, or null. */
  PyObject sys(PyStr name) {
    return sys.get(name);
  }

  /** What {@code ModuleSpec(name, loader, origin=origin)} makes. */
  PyInstance spec(PyStr name, PyObject loader, PyObject origin, PyObject loaderState, PyObject locations, boolean isFile) {
    return spec(moduleSpec, name, loader, origin, loaderState, locations, isFile);
  }

  /** The same while the import system is not up. */
  static PyInstance spec(
      PyType type,
      PyStr name,
      PyObject loader,
      PyObject origin,
      PyObject loaderState,
      PyObject locations,
      boolean isFile) {
    PyInstance spec = new PyInstance(type);
    spec.setOwnAttribute(NAME, name);
    spec.setOwnAttribute(LOADER, loader);
    spec.setOwnAttribute(ORIGIN, origin);
    spec.setOwnAttribute(LOADER_STATE, loaderState);
    spec.setOwnAttribute(LOCATIONS, locations);
    spec.setOwnAttribute(UNINITIALIZED, new PyList());
    spec.setOwnAttribute(SET_FILE, PyBool.of(isFile));
    spec.setOwnAttribute(CACHED, PyNone.NONE);
    return spec;
  }

  /** What {@code SourceFileLoader(name, path)} makes. */
  PyInstance loader(PyStr name, PyStr path) {
    PyInstance loader = new PyInstance(sourceLoader);
    loader.setOwnAttribute(NAME, name);
    loader.setOwnAttribute(PATH, path);
    return loader;
  }

  /** Whether an object is a loader of sources as {@link #loader} makes it, without attributes of its own. */
  boolean isLoader(PyObject object) {
    return object instanceof PyInstance instance && instance.shape() == loaderShape;
  }

  static PyObject nameOf(PyInstance loader) {
    return loader.ownAttribute(NAME);
  }

  static PyObject pathOf(PyInstance loader) {
    return loader.ownAttribute(PATH);
  }

  /**
   * Where the cache of a source lies, as {@code cache_from_source} says; null where that is for Python to find out.
   *
   * @param source a path that ends in {@code .py}
   */
  String cacheOf(String source) {
    if (interpreter.optimize != 0
        || sys.get(PyStr.interned("pycache_prefix")) != PyNone.NONE
        || !(implementation.ownAttribute(CACHE_TAG) instanceof PyStr tag)
        || !source.endsWith(".py")) {
      return null;
    }
    int slash = source.lastIndexOf('/');
    int end = source.length() - ".py".length();
    if (slash <= 0 || source.charAt(slash - 1) == '/' || end == slash + 1) {
      return null;
    }
    return source.substring(0, slash) + "/__pycache__/" + source.substring(slash + 1, end) + "." + tag + ".pyc";
  }

  /**
   * The whole name of a relative import in a module whose {@code __package__} and {@code __spec__} say the same.
   *
   * @param level how many dots there are, at least one
   * @return null where Python has to find it out, or raise
   */
  public PyStr absolute(PyStr name, PyDict globals, int level) {
    if (!(globals.get(PACKAGE) instanceof PyStr module)
        || module.getClass() != PyStr.class
        || !(globals.get(MODULE_SPEC) instanceof PyInstance spec)
        || spec.type() != moduleSpec
        || !isUsual()
        || !(spec.ownAttribute(NAME) instanceof PyStr own)) {
      return null;
    }
    String base = module.toString();
    String whole = own.toString();
    boolean isPackage = spec.ownAttribute(LOCATIONS) != PyNone.NONE;
    if (base.isEmpty() || !base.equals(isPackage ? whole : parent(whole))) {
      return null;
    }
    for (int i = 1; i < level; i++) {
      base = parent(base);
      if (base.isEmpty()) {
        return null;
      }
    }
    return PyStr.of(name.length() == 0 ? base : base + "." + name);
  }

  /** What is in front of the last dot, or nothing. */
  static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }
}
