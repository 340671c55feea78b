package org.krait.stdlib.datetime;

import java.util.LinkedList;
import org.krait.runtime.Attributes;
import org.krait.runtime.Comparison;
import org.krait.runtime.Interpreter;
import org.krait.runtime.Iteration;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The zones of an interpreter that are alive, and the last few of the exact type, which stay alive. */
final class ZoneCache {
  private static final int MOST = 8;
  private static final PyStr WEAK_CACHE = PyStr.interned("_weak_cache");

  private final PyObject weak = weakDict();
  private final LinkedList<PyZoneInfo> strong = new LinkedList<>();

  private ZoneCache(Interpreter interpreter) {}

  static ZoneCache current() {
    return ThreadState.current().interpreter.service(ZoneCache.class, ZoneCache::new);
  }

  static PyObject weakDict() {
    PyObject module = ThreadState.current().interpreter.importModule("weakref");
    return Attributes.get(module, "WeakValueDictionary").call();
  }

  /** Subclasses have caches of their own. */
  private PyObject weak(PyType cls) {
    return cls == PyZoneInfo.TYPE ? weak : Attributes.get(cls, WEAK_CACHE);
  }

  PyObject get(PyType cls, PyObject key) {
    PyObject known = cls == PyZoneInfo.TYPE ? recent(key) : null;
    if (known != null) {
      return known;
    }
    PyObject cache = weak(cls);
    PyObject zone = Attributes.get(cache, "get").call(key, PyNone.NONE);
    if (zone == PyNone.NONE) {
      zone = Attributes.get(cache, "setdefault").call(key, PyZoneInfo.read(cls, key));
      if (zone instanceof PyZoneInfo made) {
        made.cached();
      }
    }
    if (cls == PyZoneInfo.TYPE && zone instanceof PyZoneInfo made) {
      keep(made);
    }
    return zone;
  }

  /** One of the last few, which becomes the last. */
  private PyZoneInfo recent(PyObject key) {
    Objects.hash(key);
    for (PyZoneInfo zone : all()) {
      if (isKey(zone, key)) {
        keep(zone);
        return zone;
      }
    }
    return null;
  }

  private static boolean isKey(PyZoneInfo zone, PyObject key) {
    PyObject own = PyZoneInfo.key(zone);
    return own == key || Comparison.equal(own, key);
  }

  private synchronized PyZoneInfo[] all() {
    return strong.toArray(new PyZoneInfo[0]);
  }

  private synchronized void keep(PyZoneInfo zone) {
    strong.remove(zone);
    strong.addFirst(zone);
    if (strong.size() > MOST) {
      strong.removeLast();
    }
  }

  private synchronized void drop(PyZoneInfo zone) {
    strong.remove(zone);
  }

  /** Forgets zones: those of some keys, or all. */
  void clear(PyType cls, PyObject keys) {
    PyObject cache = weak(cls);
    if (keys == null) {
      Attributes.get(cache, "clear").call();
      if (cls == PyZoneInfo.TYPE) {
        synchronized (this) {
          strong.clear();
        }
      }
      return;
    }
    PyObject pop = Attributes.get(cache, "pop");
    for (PyObject key : Iteration.toArray(keys)) {
      for (PyZoneInfo zone : cls == PyZoneInfo.TYPE ? all() : new PyZoneInfo[0]) {
        if (isKey(zone, key)) {
          drop(zone);
        }
      }
      pop.call(key, PyNone.NONE);
    }
  }
}
