package org.krait.stdlib.importing;

import java.util.concurrent.locks.ReentrantLock;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.bytecode.PycHeader;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.*;

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
  static boolean isFrozen(PyStr name) {
    return false;
  }

  @Function("is_frozen_package(name, /)")
  static boolean isFrozenPackage(PyStr name) {
    throw noFrozen(name);
  }

  @Function("find_frozen(name, /, *, withdata=False)")
  static PyObject findFrozen(PyStr name, boolean withData) {
    return PyNone.NONE;
  }

  @Function("get_frozen_object(name, data=None, /)")
  static PyObject frozenObject(PyStr name, PyObject data) {
    throw noFrozen(name);
  }

  @Function("init_frozen(name, /)")
  static PyObject initFrozen(PyStr name) {
    return PyNone.NONE;
  }

  private static RuntimeException noFrozen(PyStr name) {
    return Errors.make(PyExceptions.ImportError, "No such frozen object named %s", name);
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
    return module == null ? PyNone.NONE : module;
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
    if (old.equals(path) || !code.filename().equals(old)) {
      return;
    }
    code.setFilename(path);
    for (PyObject constant : code.constants) {
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
  static void overrideFrozen(int override) {}

  @Function("_override_multi_interp_extensions_check(override, /)")
  static int overrideExtensionsCheck(int override) {
    return 0;
  }

  @Function("_frozen_module_names()")
  static PyObject frozenNames() {
    return new PyList();
  }
}
