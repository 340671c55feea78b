package org.krait.stdlib.weakref;

import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.WeakReferences;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyWeakCallableProxy;
import org.krait.runtime.types.PyWeakProxy;
import org.krait.runtime.types.PyWeakReference;

/** {@code _weakref}. */
@BuiltinModule(
    value = "_weakref",
    doc = "Weak-reference support module.",
    types = {PyWeakReference.class, PyWeakProxy.class, PyWeakCallableProxy.class})
public final class WeakrefModule implements NativeModule {
  @Override
  public void exec(PyModule module) {
    module.dict().put(PyStr.interned("ref"), PyWeakReference.TYPE);
  }

  private static List<PyObject> seen(PyObject object) {
    return WeakReferences.to(object).stream()
        .map(PyWeakReference::seen)
        .filter(reference -> reference != null)
        .toList();
  }

  @Function("getweakrefcount(object, /)")
  static int count(PyObject object) {
    return seen(object).size();
  }

  @Function("getweakrefs(object, /)")
  static PyObject references(PyObject object) {
    return PyList.of(seen(object).toArray(PyObject[]::new));
  }

  @Function("proxy(object, callback=None, /)")
  static PyObject proxy(PyObject object, PyObject callback) {
    return PyWeakProxy.of(object, callback == PyNone.NONE ? null : callback);
  }

  @Function("_remove_dead_weakref(dct, key, /)")
  static void removeDead(PyDict dict, PyObject key) {
    // Another thread may be about to put a living one there.
    synchronized (dict) {
      if (dict.get(key) instanceof PyWeakReference reference && reference.referent() == null) {
        dict.remove(key);
      }
    }
  }
}
