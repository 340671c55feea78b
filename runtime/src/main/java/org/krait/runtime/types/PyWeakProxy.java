package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.WeakReferences;

/** {@code weakref.proxy(x)}: behaves as {@code x} while that lives. */
@BuiltinType(
    name = "ProxyType",
    module = "weakref",
    subclassable = false,
    disallowNew = true,
    parts = {WeakProxyMethods.class, WeakProxyOperators.class, WeakProxyInPlace.class})
public class PyWeakProxy extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyWeakProxyTable());

  private final PyWeakReference reference;

  PyWeakProxy(PyObject object, PyObject callback) {
    this.reference = PyWeakReference.forProxy(object, callback, this);
  }

  /**
   * {@code weakref.proxy(object, callback)}.
   *
   * @param callback null for none; then the proxy is shared
   */
  public static PyObject of(PyObject object, PyObject callback) {
    if (callback == null) {
      for (PyWeakReference known : WeakReferences.to(object)) {
        if (!known.hasCallback() && known.seen() instanceof PyWeakProxy proxy) {
          return proxy;
        }
      }
    }
    return Objects.isCallable(object)
        ? new PyWeakCallableProxy(object, callback)
        : new PyWeakProxy(object, callback);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  final PyWeakReference reference() {
    return reference;
  }

  /** The object; ReferenceError when it is gone. */
  final PyObject live() {
    PyObject object = reference.referent();
    if (object == null) {
      throw Errors.make(
          PyExceptions.ReferenceError, "weakly-referenced object no longer exists");
    }
    return object;
  }

  /** What a proxy stands for; anything else stands for itself. */
  static PyObject live(PyObject value) {
    return value instanceof PyWeakProxy proxy ? proxy.live() : value;
  }
}
