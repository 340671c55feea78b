package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** The proxy of something that can be called. */
@BuiltinType(
    name = "CallableProxyType",
    module = "weakref",
    subclassable = false,
    disallowNew = true,
    parts = {WeakProxyMethods.class, WeakProxyOperators.class, WeakProxyInPlace.class})
public final class PyWeakCallableProxy extends PyWeakProxy {
  public static final PyType TYPE = PyType.builtin(new PyWeakCallableProxyTable());

  PyWeakCallableProxy(PyObject object, PyObject callback) {
    super(object, callback);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  @Method("__call__(self, /, *args, **kwargs)")
  public PyObject call(PyObject[] args, PyStr[] names) {
    return live().call(args, names);
  }
}
