package org.krait.stdlib.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.LateModules;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.builtins.Evaluation;

/**
 * The import of {@code site}, and of what it imports, without running them: a quarter of the time that an empty
 * program takes (docs/performance.md).
 *
 * <p>What {@code site} does to {@code sys.path} and {@code builtins} is done at once, where {@link PlainSite} says
 * that it is no more than that. When it runs in the end, it leaves both as it finds them.
 *
 * <p>There are no lambdas here, because every start would wait for their classes to be made.
 */
public final class LateStart extends LateModules {
  /** In the order in which they come among the modules. */
  private static final String[] NAMES = {
    "_abc", "abc", "_stat", "stat", "_collections_abc", "genericpath", "posixpath", "os.path", "os", "_sitebuiltins",
    "io", "site"
  };

  /** Another name of the module before it. */
  private static final String ALIAS = "os.path";

  /** The functions of {@code site} that make builtins. */
  private static final List<String> MAKERS = List.of("setquit", "setcopyright", "sethelper");

  private static final PyStr[] BUILTINS = {
    PyStr.interned("quit"), PyStr.interned("exit"), PyStr.interned("copyright"), PyStr.interned("credits"),
    PyStr.interned("license"), PyStr.interned("help")
  };

  /** What programs set in {@code sys} and the code of these modules does not look at. */
  private static final Set<String> UNSEEN =
      Set.of(
          "argv", "stdin", "stdout", "stderr", "path", "excepthook", "displayhook", "unraisablehook", "ps1", "ps2",
          "tracebacklimit", "dont_write_bytecode", "last_exc", "last_type", "last_value", "last_traceback");

  private static final PyStr HOME = PyStr.interned("_home");
  private static final PyStr HOOK = PyStr.interned("__interactivehook__");
  private static final PyStr INITIALIZING = PyStr.interned("_initializing");
  private static final PyStr NAMESPACE_BUILTINS = PyStr.interned("__builtins__");
  private static final PyStr OS = PyStr.interned("os");
  private static final PyStr OS_PATH = PyStr.interned(ALIAS);
  private static final PyStr PATH = PyStr.interned("path");
  private static final PyStr USER_BASE = PyStr.interned("USER_BASE");
  private static final PyStr USER_SITE = PyStr.interned("USER_SITE");

  private final Interpreter interpreter;
  private final LibraryImports imports;
  private final FrozenModules frozen;
  private final PyModule sys;
  private final PyModule builtins;
  private final PyCode site;

  /** All of them by their names; not changed after the start. */
  private final Map<String, PyModule> modules = new HashMap<>();

  /** What those in Python are made of, whatever a test has said of frozen modules since; not changed either. */
  private final Map<String, FrozenEntry> entries = new HashMap<>();

  /** Held while one runs; what follows is read and written under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Set<PyModule> running = new HashSet<>();
  private int left;

  /** What is imported as {@code os} while the builtins are made. */
  private PyObject standIn;

  private LateStart(Interpreter interpreter, PyCode site) {
    this.interpreter = interpreter;
    this.imports = LibraryImports.of(interpreter);
    this.frozen = FrozenModules.of(interpreter);
    this.site = site;
    this.sys = (PyModule) interpreter.loadedModule("sys");
    this.builtins = (PyModule) interpreter.loadedModule("builtins");
  }

  /** Imports {@code site} as every start does, without running it where nobody can tell. */
  public static void importSite(Interpreter interpreter) {
    List<String> folders = PlainSite.folders(interpreter);
    PyCode site = folders == null ? null : FrozenModules.of(interpreter).archived("site");
    if (site == null) {
      interpreter.importModule("site");
    } else {
      new LateStart(interpreter, site).begin(folders);
    }
  }

  private void begin(List<String> folders) {
    PyDict loaded = interpreter.modules();
    for (String name : NAMES) {
      PyModule module = name.equals(ALIAS) ? modules.get("posixpath") : made(name);
      modules.put(name, module);
      loaded.put(PyStr.interned(name), module);
    }
    left = NAMES.length - 1;
    interpreter.late = this;
    PyList path = (PyList) sys.contents().get(PATH);
    for (String folder : folders) {
      path.append(PyStr.of(folder));
    }
    sys.contents().put(HOME, PyNone.NONE);
    makeBuiltins();
    sys.watch(this);
    builtins.watch(this);
  }

  private PyModule made(String name) {
    FrozenEntry entry = frozen.find(name);
    PyModule module = entry == null ? interpreter.openBuiltin(name) : PyModule.named(name);
    entries.put(name, entry);
    module.await(this);
    return module;
  }

  /** Has {@code site}'s own functions make its builtins: with what they ask of {@code os}, which does not run for it. */
  private void makeBuiltins() {
    PyDict names = new PyDict();
    names.put(NAMESPACE_BUILTINS, interpreter.builtins());
    names.put(PyStr.interned("sys"), sys);
    names.put(PyStr.interned("builtins"), builtins);
    names.put(PyStr.interned("_sitebuiltins"), modules.get("_sitebuiltins"));
    lock.lock();
    try {
      standIn = PlainSite.paths(interpreter);
      names.put(OS, standIn);
      for (PyObject constant : site.load().constants) {
        if (constant instanceof PyCode code && MAKERS.contains(code.name().toString())) {
          new PyFunction(code, names).call();
        }
      }
    } finally {
      standIn = null;
      lock.unlock();
    }
  }

  @Override
  public void fill(PyModule module) {
    ThreadState thread = ThreadState.currentOrNull();
    if (thread == null) {
      // A compiler, which only looks at what is there.
      return;
    }
    lock.lock();
    try {
      if (module.isAwaited() && running.add(module)) {
        run(thread, module);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void fillAll() {
    if (!lock.isHeldByCurrentThread()) {
      for (String name : NAMES) {
        modules.get(name).dict();
      }
    }
  }

  @Override
  public void changing(PyStr name) {
    if (!UNSEEN.contains(name.toString())) {
      fillAll();
    }
  }

  @Override
  public boolean brings(PyModule module, PyStr name) {
    PyModule bringing = modules.get("site");
    if (module != sys || !name.equals(HOOK) || !bringing.isAwaited()) {
      return false;
    }
    bringing.dict();
    return true;
  }

  @Override
  public PyObject imported(PyStr name) {
    if (!lock.isHeldByCurrentThread()) {
      return null;
    }
    if (standIn != null && name.equals(OS)) {
      return standIn;
    }
    String text = name.toString();
    if (PlainSite.CUSTOMIZATIONS.contains(text)) {
      // There was none when the program started.
      PyException error = Errors.make(PyExceptions.ModuleNotFoundError, "No module named '%s'", name);
      Attributes.set(error.value(), PyStr.interned("name"), name);
      throw error;
    }
    return modules.get(text);
  }

  /** Runs one from its beginning; where that fails, it is as if it had not been tried. */
  private void run(ThreadState thread, PyModule module) {
    int depth = thread.depth;
    // A program near its limit would have had this behind it.
    thread.depth = 0;
    try {
      PyStr name = PyStr.interned(nameOf(module));
      if (module.table() != null) {
        new BuiltinModules(interpreter, (PyModule) interpreter.importSystem).run(module, name);
      } else {
        runFrozen(thread, module, name);
      }
      module.arrived();
      if (--left == 0) {
        sys.watch(null);
        builtins.watch(null);
        interpreter.late = null;
      }
    } finally {
      thread.depth = depth;
      running.remove(module);
    }
  }

  private String nameOf(PyModule module) {
    for (String name : NAMES) {
      if (modules.get(name) == module) {
        return name;
      }
    }
    throw new IllegalArgumentException("no module of the start");
  }

  private void runFrozen(ThreadState thread, PyModule module, PyStr name) {
    FrozenEntry entry = entries.get(name.toString());
    boolean isSite = name.toString().equals("site");
    PyCode code = isSite ? site : frozen.archived(entry.source());
    PyInstance spec = SpecSearch.frozenSpec(imports, name, entry);
    module.empty(name.toString());
    PyDict contents = module.contents();
    ModuleCreation.describeFrozen(contents, spec, name, imports.frozenImporter, PyNone.NONE);
    contents.put(NAMESPACE_BUILTINS, interpreter.builtins());
    List<Kept> kept = keep(name.toString());
    try {
      Evaluation.runCode(thread, code, contents, contents, PyFunction.NO_CELLS);
    } finally {
      for (Kept each : kept) {
        each.giveBack();
      }
    }
    if (isSite) {
      // The program may have another HOME by now.
      String base = PlainSite.userBase(interpreter.options);
      contents.put(USER_BASE, PyStr.of(base));
      contents.put(USER_SITE, PyStr.of(PlainSite.userFolder(base)));
    }
    spec.setOwnAttribute(INITIALIZING, PyBool.FALSE);
  }

  /** What the code of a module sets outside of it: that was done when the program started. */
  private List<Kept> keep(String name) {
    if (name.equals("os")) {
      return List.of(new Kept(interpreter.modules(), OS_PATH));
    }
    if (!name.equals("site")) {
      return List.of();
    }
    PyDict values = sys.contents();
    Kept ofSys = new Kept(values, PATH, HOME);
    // It works on a list of its own.
    values.put(PATH, values.get(PATH) instanceof PyList path ? path.copy() : new PyList());
    return List.of(ofSys, new Kept(interpreter.builtins(), BUILTINS));
  }

  /** The values of some keys of a dict. */
  private static final class Kept {
    private final PyDict dict;
    private final PyStr[] keys;
    private final PyObject[] values;

    Kept(PyDict dict, PyStr... keys) {
      this.dict = dict;
      this.keys = keys;
      this.values = new PyObject[keys.length];
      for (int i = 0; i < keys.length; i++) {
        values[i] = dict.get(keys[i]);
      }
    }

    void giveBack() {
      for (int i = 0; i < keys.length; i++) {
        if (values[i] == null) {
          dict.remove(keys[i]);
        } else {
          dict.put(keys[i], values[i]);
        }
      }
    }
  }
}
