package org.krait.stdlib.importing;

import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFloat;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PySet;
import org.krait.runtime.types.PySimpleNamespace;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.ModuleFiles;
import org.krait.stdlib.os.WorkingDirectory;

/** {@code _find_spec} for builtin modules, frozen ones, and sources in folders. */
final class SpecSearch extends NativeCode {
  private static final PyStr BUILT_IN = PyStr.interned("built-in");
  private static final PyStr FILENAME = PyStr.interned("filename");
  private static final PyStr FIND_SPEC = PyStr.interned("find_spec");
  private static final PyStr FROZEN = PyStr.interned("frozen");
  private static final PyStr IMPORTERS = PyStr.interned("path_importer_cache");
  private static final PyStr LOADERS = PyStr.interned("_loaders");
  private static final PyStr META_PATH = PyStr.interned("meta_path");
  private static final PyStr NAMES = PyStr.interned("_path_cache");
  private static final PyStr NAMES_IN_LOWER_CASE = PyStr.interned("_relaxed_path_cache");
  private static final PyStr ORIGINAL_NAME = PyStr.interned("origname");
  private static final PyStr PATH = PyStr.interned("path");
  private static final PyStr PATH_HOOKS = PyStr.interned("path_hooks");
  private static final PyStr PYC = PyStr.interned(".pyc");
  private static final PyStr PY = PyStr.interned(".py");
  private static final PyStr STANDARD_LIBRARY = PyStr.interned("_stdlib_dir");
  private static final PyStr TIME = PyStr.interned("_path_mtime");

  /** In place of a spec: there is none in this folder. */
  private static final PyObject NOT_HERE = PyNone.NONE;

  private final LibraryImports imports;
  private final FrozenModules frozen;

  SpecSearch(LibraryImports imports, PyFunction function) {
    super(function);
    this.imports = imports;
    this.frozen = FrozenModules.of(imports.interpreter);
  }

  @Override
  protected PyObject attempt(ThreadState thread, PyObject... args) {
    if (!(args[0] instanceof PyStr name)
        || name.getClass() != PyStr.class
        || imports.interpreter.modules().get(name) != null
        || !imports.isUsual()
        || !hasUsualFinders()) {
      return null;
    }
    if (ImpModule.isBuiltin(thread, name) != 0) {
      return imports.spec(name, imports.builtinImporter, BUILT_IN, PyNone.NONE, PyNone.NONE, false);
    }
    FrozenEntry entry = frozen.find(name.toString());
    if (entry != null) {
      return frozenSpec(imports, name, entry);
    }
    PyObject path = args[1] == PyNone.NONE ? imports.sys(PATH) : args[1];
    return path != null && path.getClass() == PyList.class ? search(name, (PyList) path) : null;
  }

  private boolean hasUsualFinders() {
    return imports.sys(META_PATH) instanceof PyList finders
        && finders.size() == 3
        && finders.get(0) == imports.builtinImporter
        && finders.get(1) == imports.frozenImporter
        && finders.get(2) == imports.pathFinder;
  }

  static PyInstance frozenSpec(LibraryImports imports, PyStr name, FrozenEntry entry) {
    PyObject fileName = PyNone.NONE;
    PyList locations = entry.isPackage() ? new PyList() : null;
    PyObject original = entry.original() == null ? PyNone.NONE : PyStr.interned(entry.original());
    if (entry.original() != null
        && imports.sys(STANDARD_LIBRARY) instanceof PyStr library
        && library.length() > 0) {
      String relative = entry.original();
      boolean isPackage = entry.isPackage();
      if (!relative.equals(name.toString())) {
        boolean isMarked = relative.startsWith("<");
        if (isMarked) {
          relative = relative.substring(1) + (isPackage ? "" : ".__init__");
        } else {
          isPackage = false;
        }
      }
      String base = library + "/" + relative.replace('.', '/');
      fileName = PyStr.of(isPackage ? base + "/__init__.py" : base + ".py");
      if (isPackage && locations != null) {
        locations.append(PyStr.of(base));
      }
    }
    PySimpleNamespace state = new PySimpleNamespace(PySimpleNamespace.TYPE);
    state.setOwnAttribute(FILENAME, fileName);
    state.setOwnAttribute(ORIGINAL_NAME, original);
    return imports.spec(
        name, imports.frozenImporter, FROZEN, state, locations == null ? PyNone.NONE : locations, false);
  }

  /** Looks in one folder after the other; null where something else than a folder with a usual finder is among them. */
  private PyObject search(PyStr name, PyList path) {
    if (!(imports.sys(IMPORTERS) instanceof PyDict importers)) {
      return null;
    }
    String text = name.toString();
    String tail = text.substring(text.lastIndexOf('.') + 1);
    PyStr last = tail.length() == text.length() ? name : PyStr.of(tail);
    for (int i = 0; i < path.size(); i++) {
      PyObject entry = path.get(i);
      if (!(entry instanceof PyStr folder) || !(finder(importers, folder) instanceof PyObject finder)) {
        return null;
      }
      PyObject spec = finder == PyNone.NONE ? NOT_HERE : inFolder(finder, name, last, tail);
      if (spec != NOT_HERE) {
        return spec;
      }
    }
    return PyNone.NONE;
  }

  /** The finder of a folder, None where there is none, null where Python has to say which. */
  private PyObject finder(PyDict importers, PyStr entry) {
    PyStr folder = entry.length() > 0 ? entry : PyStr.of(WorkingDirectory.current().toString());
    if (!ModuleFiles.isSimple(folder)) {
      return null;
    }
    PyObject known = importers.get(folder);
    if (known == null) {
      known = newFinder(folder);
      if (known != null) {
        importers.put(folder, known);
      }
    }
    return known;
  }

  /** Does as the hooks of a start would; null where there are others, or a file may be an archive. */
  private PyObject newFinder(PyStr folder) {
    if (!(imports.sys(PATH_HOOKS) instanceof PyList hooks)
        || hooks.size() != 2
        || !(hooks.get(0) instanceof PyZipHook archives)
        || hooks.get(1) != imports.folderHook
        || archives.wants(folder)) {
      return null;
    }
    if (!ModuleFiles.isFolder(folder.toString())) {
      return PyNone.NONE;
    }
    PyInstance finder = new PyInstance(imports.fileFinder);
    PyList loaders =
        PyList.of(PyTuple.of(PY, imports.sourceLoader), PyTuple.of(PYC, imports.sourcelessLoader));
    finder.setOwnAttribute(LOADERS, loaders);
    finder.setOwnAttribute(PATH, folder);
    finder.setOwnAttribute(TIME, PyLong.MINUS_ONE);
    finder.setOwnAttribute(NAMES, new PySet());
    finder.setOwnAttribute(NAMES_IN_LOWER_CASE, new PySet());
    return finder;
  }

  /** What {@code FileFinder.find_spec} says; null where it has to be asked. */
  private PyObject inFolder(PyObject object, PyStr name, PyStr last, String tail) {
    if (!(object instanceof PyInstance finder)
        || finder.type() != imports.fileFinder
        || finder.ownAttribute(FIND_SPEC) != null
        || !(finder.ownAttribute(PATH) instanceof PyStr folder)
        || !ModuleFiles.isSimple(folder)
        || !(finder.ownAttribute(LOADERS) instanceof PyList loaders)
        || !areUsual(loaders)) {
      return null;
    }
    String path = folder.toString();
    if (!(names(finder, path) instanceof PySet names)) {
      return null;
    }
    String base = (path.endsWith("/") ? stripped(path) : path) + "/" + tail;
    boolean isFolder = names.contains(last);
    if (isFolder) {
      String file = base + "/__init__.py";
      if (ModuleFiles.isFile(file)) {
        return sourceSpec(name, file, PyList.of(PyStr.of(base)));
      }
      if (ModuleFiles.isFile(file + "c") || ModuleFiles.isFolder(base)) {
        return null;
      }
    }
    if (names.contains(PyStr.of(tail + ".py")) && ModuleFiles.isFile(base + ".py")) {
      return sourceSpec(name, base + ".py", PyNone.NONE);
    }
    return names.contains(PyStr.of(tail + ".pyc")) ? null : NOT_HERE;
  }

  private boolean areUsual(PyList loaders) {
    return loaders.size() == 2
        && is(loaders.get(0), PY, imports.sourceLoader)
        && is(loaders.get(1), PYC, imports.sourcelessLoader);
  }

  private static boolean is(PyObject pair, PyStr suffix, PyObject loader) {
    return pair instanceof PyTuple tuple && tuple.size() == 2 && suffix.equals(tuple.get(0)) && tuple.get(1) == loader;
  }

  /** The names in the folder, read again when it has changed; null where they cannot be read. */
  private static PyObject names(PyInstance finder, String path) {
    double now = ModuleFiles.modified(path);
    PyObject then = finder.ownAttribute(TIME);
    boolean isSame =
        then instanceof PyFloat time && time.value == now
            || then instanceof PyLong number && number.longValue() == now;
    if (!isSame) {
      PyObject[] found = ModuleFiles.names(path);
      if (found == null) {
        return null;
      }
      finder.setOwnAttribute(NAMES, PySet.of(found));
      finder.setOwnAttribute(TIME, now == -1 ? PyLong.MINUS_ONE : new PyFloat(now));
    }
    return finder.ownAttribute(NAMES);
  }

  private static String stripped(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private PyObject sourceSpec(PyStr name, String file, PyObject locations) {
    PyStr path = PyStr.of(file);
    return imports.spec(name, imports.loader(name, path), path, PyNone.NONE, locations, true);
  }
}
