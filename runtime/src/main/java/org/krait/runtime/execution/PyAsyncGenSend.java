package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;

/** {@code async_generator_asend}: asks an async generator for its next value. */
@BuiltinType(
    name = "async_generator_asend",
    subclassable = false,
    disallowNew = true,
    parts = {AsyncGenAwaitableMethods.class})
public final class PyAsyncGenSend extends PyAsyncGenAwaitable {
  public static final PyType TYPE = PyType.builtin(new PyAsyncGenSendTable());

  private final PyObject first;

  PyAsyncGenSend(PyAsyncGenerator generator, PyObject first) {
    super(generator);
    this.first = first;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String origin() {
    return "__anext__()/asend()";
  }

  @Override
  PyObject step(PyObject sent) {
    checkOpen();
    PyObject value = sent;
    if (state == State.FRESH) {
      if (generator.busy) {
        throw Errors.runtimeError("anext(): asynchronous generator is already running");
      }
      if (sent == PyNone.NONE) {
        value = first;
      }
      state = State.RUNNING;
    }
    generator.busy = true;
    try {
      return unwrap(generator.send(value));
    } catch (PyException e) {
      state = State.CLOSED;
      throw generator.failed(e);
    }
  }

  @Override
  PyObject stepRaising(PyException raised) {
    try {
      return unwrap(generator.sendRaising(raised));
    } catch (PyException e) {
      state = State.CLOSED;
      throw generator.failed(e);
    }
  }

  private PyObject unwrap(PyObject value) {
    if (value instanceof Generators.AsyncYield yielded) {
      generator.busy = false;
      state = State.CLOSED;
      return finish(yielded.value);
    }
    return value;
  }
}
