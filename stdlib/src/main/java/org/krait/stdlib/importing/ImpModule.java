package org.krait.stdlib.importing;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.bytecode.MarshalException;
import org.krait.bytecode.PycHeader;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;
import org.krait.stdlib.builtins.Evaluation;
import org.krait.stdlib.marshal.MarshalModule;

/** The module {@code _imp}. */
@BuiltinModule("_imp")
public final class ImpModule implements NativeModule {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void exec(PyModule module) {
    String check = ThreadState.current().interpreter.options.checkHashPycs;
    module.dict().put(PyStr.interned("check_hash_based_pycs"), PyStr.interned(check));
    module.dict().put(PyStr.interned("pyc_magic_number_token"), PyLong.of(168627659));
  }

  @Function("lock_held()")
  boolean lockHeld() {
    return lock.isLocked();
  }

  @Function("acquire_lock()")
  void acquireLock() {
    lock.lock();
  }

  @Function("release_lock()")
  void releaseLock() {
    if (!lock.isHeldByCurrentThread()) {
      throw Errors.runtimeError("not holding the import lock");
    }
    lock.unlock();
  }

  @Function("is_builtin(name, /)")
  static int isBuiltin(ThreadState thread, PyStr name) {
    String text = name.toString();
    if (text.equals("sys") || text.equals("builtins")) {
      return -1;
    }
    return thread.interpreter.builtinNames().contains(text) ? 1 : 0;
  }

  @Function("is_frozen(name, /)")
  static boolean isFrozen(ThreadState thread, PyStr name) {
    return frozen(thread).find(name.toString()) != null;
  }

  @Function("is_frozen_package(name, /)")
  static boolean isFrozenPackage(ThreadState thread, PyStr name) {
    return require(thread, name).isPackage();
  }

  @Function("find_frozen(name, /, *, withdata=False)")
  static PyObject findFrozen(ThreadState thread, PyStr name, boolean withData) {
    FrozenEntry entry = frozen(thread).find(name.toString());
    if (entry == null) {
      return PyNone.NONE;
    }
    PyObject data = PyNone.NONE;
    if (withData) {
      data = PyMemoryView.of(MarshalModule.bytes(code(thread, entry)));
    }
    PyObject original =
        entry.original() == null ? PyNone.NONE : PyStr.interned(entry.original());
    return PyTuple.of(data, PyBool.of(entry.isPackage()), original);
  }

  @Function("get_frozen_object(name, data=None, /)")
  static PyObject frozenObject(ThreadState thread, PyStr name, PyObject data) {
    if (data == PyNone.NONE) {
      return code(thread, require(thread, name));
    }
    if (!Buffers.isBuffer(data)) {
      throw Errors.typeError(
          "get_frozen_object() argument 2 must be bytes, not %s", data.type().name());
    }
    PyObject code;
    try {
      code = MarshalModule.read(Buffers.bytes(data));
    } catch (MarshalException e) {
      throw importError("Frozen object named %s is invalid", name);
    }
    if (!(code instanceof PyCode)) {
      throw Errors.typeError("frozen object %s is not a code object", Objects.repr(name));
    }
    return code;
  }

  /** Runs a frozen module as CPython's own start does; nobody needs it after that. */
  @Function("init_frozen(name, /)")
  static PyObject initFrozen(ThreadState thread, PyStr name) {
    FrozenEntry entry = frozen(thread).find(name.toString());
    if (entry == null) {
      return PyNone.NONE;
    }
    PyObject code = frozenObject(thread, name, PyNone.NONE);
    PyDict modules = thread.interpreter.modules();
    if (!(modules.get(name) instanceof PyModule)) {
      modules.put(name, PyModule.named(name.toString()));
    }
    PyModule module = (PyModule) modules.get(name);
    if (entry.isPackage()) {
      module.dict().put(PyStr.interned("__path__"), new PyList());
    }
    module.dict().put(PyStr.interned("__builtins__"), thread.interpreter.loadedModule("builtins"));
    if (entry.original() != null) {
      module.dict().put(PyStr.interned("__origname__"), PyStr.interned(entry.original()));
    }
    Evaluation.runCode(
        thread, (PyCode) code, module.dict(), module.dict(), PyFunction.NO_CELLS);
    return modules.get(name);
  }

  private static FrozenModules frozen(ThreadState thread) {
    return FrozenModules.of(thread.interpreter);
  }

  private static FrozenEntry require(ThreadState thread, PyStr name) {
    FrozenEntry entry = frozen(thread).find(name.toString());
    if (entry == null) {
      throw importError("No such frozen object named %s", name);
    }
    return entry;
  }

  private static PyCode code(ThreadState thread, FrozenEntry entry) {
    try {
      return frozen(thread).code(entry);
    } catch (IOException e) {
      throw importError("Frozen object named %s is invalid", PyStr.interned(entry.name()));
    }
  }

  private static PyException importError(String format, PyStr name) {
    PyException error =
        Errors.make(PyExceptions.ImportError, format, Objects.repr(name));
    Attributes.set(error.value(), PyStr.interned("name"), name);
    return error;
  }

  @Function("create_builtin(spec, /)")
  static PyObject createBuiltin(ThreadState thread, PyObject spec) {
    Interpreter interpreter = thread.interpreter;
    String name = Attributes.get(spec, "name").toString();
    PyObject loaded = interpreter.loadedModule(name);
    if (loaded instanceof PyModule module && module.table() != null) {
      return module;
    }
    PyModule module = interpreter.openBuiltin(name);
    if (module == null) {
      return PyNone.NONE;
    }
    document(interpreter, module, name);
    return module;
  }

  /** Gives a builtin module its {@code __doc__}. */
  static void document(Interpreter interpreter, PyModule module, String name) {
    String text = FrozenModules.of(interpreter).documentation("module " + name);
    if (text != null) {
      module.dict().put(PyStr.interned("__doc__"), PyStr.of(text));
    }
  }

  @Function("exec_builtin(mod, /)")
  static int execBuiltin(PyObject object) {
    if (object instanceof PyModule module && module.table() != null && !module.isExecuted()) {
      module.execute();
    }
    return 0;
  }

  @Function("create_dynamic(spec, file=None, /)")
  static PyObject createDynamic(PyObject spec, PyObject file) {
    throw Errors.make(
        PyExceptions.ImportError,
        "Krait does not load C extension modules: %s",
        Attributes.get(spec, "name"));
  }

  @Function("exec_dynamic(mod, /)")
  static int execDynamic(PyObject module) {
    return 0;
  }

  @Function("extension_suffixes()")
  static PyObject extensionSuffixes() {
    return new PyList();
  }

  @Function("_fix_co_filename(code, path, /)")
  static void fixFilename(PyCode code, PyStr path) {
    fix(code, code.filename(), path);
  }

  private static void fix(PyCode code, PyStr old, PyStr path) {
    if (old.equals(path) || !code.filename().equals(old) || code.moveModule(path)) {
      return;
    }
    code.setFilename(path);
    for (PyObject constant : code.load().constants) {
      if (constant instanceof PyCode inner) {
        fix(inner, old, path);
      }
    }
  }

  @Function("source_hash(key, source)")
  static PyObject sourceHash(long key, PyObject source) {
    return PyBytes.of(littleEndian(PycHeader.sourceHash(Buffers.bytes(source))));
  }

  private static byte[] littleEndian(long value) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >>> 8 * i);
    }
    return bytes;
  }

  @Function("_override_frozen_modules_for_tests(override, /)")
  static void overrideFrozen(ThreadState thread, int override) {
    frozen(thread).override = override;
  }

  @Function("_override_multi_interp_extensions_check(override, /)")
  static int overrideExtensionsCheck(int override) {
    return 0;
  }

  @Function("_frozen_module_names()")
  static PyObject frozenNames(ThreadState thread) {
    PyList names = new PyList();
    for (FrozenEntry entry : FrozenEntry.ALL) {
      if (frozen(thread).find(entry.name()) != null) {
        names.append(PyStr.interned(entry.name()));
      }
    }
    return names;
  }
}
