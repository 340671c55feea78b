package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyExceptions;

/** {@code anext(iterator, default)}: an awaitable whose value is the default at the end. */
@BuiltinType(name = "anext_awaitable", subclassable = false, disallowNew = true)
public final class PyAnextAwaitable extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyAnextAwaitableTable());

  private final PyObject wrapped;
  private final PyObject otherwise;

  public PyAnextAwaitable(PyObject wrapped, PyObject otherwise) {
    this.wrapped = wrapped;
    this.otherwise = otherwise;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Method("__await__(self, /)")
  PyObject await() {
    return this;
  }

  @Method("__next__(self, /)")
  PyObject next() {
    PyObject iterator = Generators.plainIterator(wrapped);
    try {
      return iterator.type().slots.next(iterator);
    } catch (PyException e) {
      throw translated(e);
    }
  }

  @Method(value = "send(self, arg, /)", parseTuple = true)
  PyObject send(PyObject arg) {
    return pass("send", arg);
  }

  @Method(value = "throw(self, *args)", parseTuple = true)
  PyObject raise(PyObject[] args) {
    return pass("throw", args);
  }

  @Method(value = "close(self, *args)", parseTuple = true)
  PyObject close(PyObject[] args) {
    return pass("close", args);
  }

  private PyObject pass(String method, PyObject... args) {
    PyObject iterator = Generators.plainIterator(wrapped);
    try {
      return Attributes.get(iterator, method).call(args, null);
    } catch (PyException e) {
      throw translated(e);
    }
  }

  private PyException translated(PyException e) {
    return e.is(PyExceptions.StopAsyncIteration) ? Resumable.stopWith(otherwise) : e;
  }
}
