package org.krait.stdlib.importing;

import org.krait.runtime.Concurrency;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyWeakReference;
import org.krait.stdlib.thread.PyLock;
import org.krait.stdlib.thread.PyRLock;

/** The locks of modules that no other thread wants. */
final class ModuleLocking {
  private static final PyStr COUNT = PyStr.interned("count");
  private static final PyStr LOCK = PyStr.interned("lock");
  private static final PyStr NAME = PyStr.interned("name");
  private static final PyStr OWNER = PyStr.interned("owner");
  private static final PyStr WAKEUP = PyStr.interned("wakeup");
  private static final PyStr WAITERS = PyStr.interned("waiters");

  private ModuleLocking() {}

  /** {@code _get_module_lock} while there is one thread. */
  static final class Get extends NativeCode {
    private static final PyStr LOCKS = PyStr.interned("_module_locks");

    private final LibraryImports imports;
    private final PyCode forget;

    Get(LibraryImports imports, PyFunction function) {
      super(function);
      this.imports = imports;
      PyCode found = null;
      for (PyObject constant : function.code().load().constants) {
        found = constant instanceof PyCode inner ? inner : found;
      }
      forget = found;
    }

    @Override
    protected PyObject attempt(ThreadState thread, PyObject... args) {
      if (Concurrency.active()
          || !(args[0] instanceof PyStr name)
          || !(globals.get(LOCKS) instanceof PyDict locks)
          || !imports.isUsual()) {
        return null;
      }
      PyObject known = locks.get(name) instanceof PyWeakReference reference ? reference.referent() : null;
      return known == null ? make(name, locks) : known;
    }

    private PyObject make(PyStr name, PyDict locks) {
      PyInstance lock = new PyInstance(imports.moduleLock);
      lock.setOwnAttribute(LOCK, PyRLock.TYPE.call());
      lock.setOwnAttribute(WAKEUP, new PyLock());
      lock.setOwnAttribute(NAME, name);
      lock.setOwnAttribute(OWNER, PyNone.NONE);
      lock.setOwnAttribute(COUNT, new PyList());
      lock.setOwnAttribute(WAITERS, new PyList());
      PyFunction end = new PyFunction(forget, globals);
      end.defaults = new PyObject[] {name};
      locks.put(name, PyWeakReference.TYPE.call(lock, end));
      return lock;
    }
  }

  /** Does something while nobody else looks at a lock; null where somebody does. */
  private abstract static class Guarded extends NativeCode {
    private final LibraryImports imports;

    Guarded(LibraryImports imports, PyFunction function) {
      super(function);
      this.imports = imports;
    }

    @Override
    protected final PyObject attempt(ThreadState thread, PyObject... args) {
      if (!(args[0] instanceof PyInstance lock)
          || lock.type() != imports.moduleLock
          || !imports.isUsual()
          || !(lock.ownAttribute(LOCK) instanceof PyRLock guard)
          || !(lock.ownAttribute(COUNT) instanceof PyList count)
          || !guard.tryAcquire()) {
        return null;
      }
      try {
        PyObject owner = lock.ownAttribute(OWNER);
        long me = Thread.currentThread().threadId();
        return change(lock, count, owner instanceof PyInt number && number.longValue() == me);
      } finally {
        guard.release();
      }
    }

    abstract PyObject change(PyInstance lock, PyList count, boolean isMine);
  }

  /** {@code _ModuleLock.acquire}. */
  static final class Acquire extends Guarded {
    Acquire(LibraryImports imports, PyFunction function) {
      super(imports, function);
    }

    @Override
    PyObject change(PyInstance lock, PyList count, boolean isMine) {
      if (count.size() > 0 && !isMine) {
        return null;
      }
      lock.setOwnAttribute(OWNER, PyLong.of(Thread.currentThread().threadId()));
      count.append(PyBool.TRUE);
      return PyBool.TRUE;
    }
  }

  /** {@code _ModuleLock.release}. */
  static final class Release extends Guarded {
    Release(LibraryImports imports, PyFunction function) {
      super(imports, function);
    }

    @Override
    PyObject change(PyInstance lock, PyList count, boolean isMine) {
      if (!isMine || count.size() == 0 || !(lock.ownAttribute(WAITERS) instanceof PyList waiters) || waiters.size() > 0) {
        return null;
      }
      count.removeLast();
      if (count.size() == 0) {
        lock.setOwnAttribute(OWNER, PyNone.NONE);
      }
      return PyNone.NONE;
    }
  }
}
