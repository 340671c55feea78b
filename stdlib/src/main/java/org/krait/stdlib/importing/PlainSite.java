package org.krait.stdlib.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Options;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PySimpleNamespace;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.ModuleFiles;

/**
 * What {@code site} would do to {@code sys.path}, where that is all it would do: no virtual environment, no {@code
 * .pth} file, no {@code sitecustomize}, and a path that is already as it should be.
 */
final class PlainSite {
  /** Modules that {@code site} imports where they exist. */
  static final List<String> CUSTOMIZATIONS = List.of("sitecustomize", "usercustomize");

  private PlainSite() {}

  /** The folders that it would append; null where it would do more, or somebody would see it run. */
  static List<String> folders(Interpreter interpreter) {
    Options options = interpreter.options;
    if (!FrozenModules.of(interpreter).isUsed()
        || options.verbose > 0
        || options.importTime
        || options.traceMemory > 0
        || AuditHooks.isHeard(interpreter)) {
      return null;
    }
    PyDict sys = interpreter.sysDict();
    List<String> path = known(sys);
    String prefix = text(sys, "prefix");
    if (path == null || prefix == null || !prefix.equals(text(sys, "exec_prefix")) || isEnvironment(options)) {
      return null;
    }
    List<String> added = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    String base = userBase(options);
    if (base == null) {
      return null;
    }
    if (!options.noUserSite) {
      String own = userFolder(base);
      if (ModuleFiles.isFolder(own) && !isOwnProcess()) {
        return null;
      }
      candidates.add(own);
    }
    candidates.add(prefix + "/" + options.platlibdir + "/python3.12/site-packages");
    candidates.add(prefix + "/lib/python3.12/site-packages");
    for (String folder : candidates) {
      if (!isPlain(folder)) {
        return null;
      }
      if (!path.contains(folder) && ModuleFiles.isFolder(folder)) {
        if (hasPathFiles(folder)) {
          return null;
        }
        path.add(folder);
        added.add(folder);
      }
    }
    for (String folder : path) {
      if (ModuleFiles.isFile(folder) || isCustomized(folder)) {
        return null;
      }
    }
    return added;
  }

  /** What the functions of {@code site} that make builtins ask of {@code os}. */
  static PyObject paths(Interpreter interpreter) {
    PySimpleNamespace path = new PySimpleNamespace(PySimpleNamespace.TYPE);
    PyObject external = interpreter.loadedModule("_frozen_importlib_external");
    path.setOwnAttribute(
        PyStr.interned("join"), ((PyModule) external).dict().get(PyStr.interned("_path_join")));
    PySimpleNamespace os = new PySimpleNamespace(PySimpleNamespace.TYPE);
    os.setOwnAttribute(PyStr.interned("path"), path);
    os.setOwnAttribute(PyStr.interned("sep"), PyStr.interned("/"));
    os.setOwnAttribute(PyStr.interned("pardir"), PyStr.interned(".."));
    os.setOwnAttribute(PyStr.interned("curdir"), PyStr.interned("."));
    return os;
  }

  /** {@code sys.path} with entries that need no change; else null. */
  private static List<String> known(PyDict sys) {
    if (!(sys.get(PyStr.interned("path")) instanceof PyList list)) {
      return null;
    }
    List<String> path = new ArrayList<>();
    for (PyObject entry : list.toArray()) {
      if (!(entry instanceof PyStr folder) || !isPlain(folder.toString()) || path.contains(folder.toString())) {
        return null;
      }
      path.add(folder.toString());
    }
    return path;
  }

  private static String text(PyDict sys, String name) {
    return sys.get(PyStr.interned(name)) instanceof PyStr text && isPlain(text.toString()) ? text.toString() : null;
  }

  /** Whether a path is absolute and has nothing in it that {@code os.path.abspath} would change. */
  private static boolean isPlain(String path) {
    return ModuleFiles.isSimple(PyStr.of(path))
        && path.length() > 1
        && !path.endsWith("/")
        && !(path + "/").contains("//")
        && !(path + "/").contains("/./")
        && !(path + "/").contains("/../");
  }

  private static boolean isEnvironment(Options options) {
    String program = options.executable;
    if (!isPlain(program)) {
      return true;
    }
    String folder = program.substring(0, program.lastIndexOf('/'));
    String above = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
    return ModuleFiles.isFile(folder + "/pyvenv.cfg") || ModuleFiles.isFile(above + "/pyvenv.cfg");
  }

  /** The folder of what a user has installed; null where it takes more to know it. */
  static String userBase(Options options) {
    String base = options.environment.get("PYTHONUSERBASE");
    if (base == null || base.isEmpty()) {
      String home = options.environment.get("HOME");
      base = home == null ? "" : home + "/.local";
    }
    return isPlain(base) ? base : null;
  }

  /** The folder of a user's packages. */
  static String userFolder(String base) {
    return base + "/lib/python3.12/site-packages";
  }

  /** Whether the process runs as who started it; else the folder of a user is none of its own. */
  private static boolean isOwnProcess() {
    byte[] status = ModuleFiles.read("/proc/self/status");
    String text = status == null ? "" : new String(status, StandardCharsets.ISO_8859_1);
    return isOne(text, "\nUid:\t") && isOne(text, "\nGid:\t");
  }

  /** Whether the real and the effective number are the same. */
  private static boolean isOne(String status, String key) {
    int at = status.indexOf(key);
    if (at < 0) {
      return false;
    }
    String[] numbers = status.substring(at + key.length(), status.indexOf('\n', at + 1)).split("\t");
    return numbers.length > 1 && numbers[0].equals(numbers[1]);
  }

  private static boolean hasPathFiles(String folder) {
    PyObject[] names = ModuleFiles.names(folder);
    if (names == null) {
      return true;
    }
    for (PyObject name : names) {
      if (name.toString().endsWith(".pth")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCustomized(String folder) {
    for (String name : CUSTOMIZATIONS) {
      String file = folder + "/" + name;
      if (ModuleFiles.isFolder(file) || ModuleFiles.isFile(file + ".py") || ModuleFiles.isFile(file + ".pyc")) {
        return true;
      }
    }
    return false;
  }
}
