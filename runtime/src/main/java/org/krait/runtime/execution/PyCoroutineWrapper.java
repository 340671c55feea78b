package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;

/** The iterator that {@code coroutine.__await__()} gives. */
@BuiltinType(name = "coroutine_wrapper", subclassable = false, disallowNew = true)
public final class PyCoroutineWrapper extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyCoroutineWrapperTable());

  private final PyCoroutine coroutine;

  PyCoroutineWrapper(PyCoroutine coroutine) {
    this.coroutine = coroutine;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    return coroutine.send(PyNone.NONE);
  }

  @Method("send(self, value, /)")
  PyObject send(PyObject value) {
    return coroutine.send(value);
  }

  @Method("throw(self, type, value=NULL, traceback=NULL, /)")
  PyObject throwMethod(PyObject type, PyObject value, PyObject traceback) {
    return coroutine.throwMethod(type, value, traceback);
  }

  @Method("close(self, /)")
  PyObject close() {
    return coroutine.close();
  }
}
