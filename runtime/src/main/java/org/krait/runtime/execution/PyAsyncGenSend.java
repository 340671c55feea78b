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

  /** Also where machine code ran the generator to its end by an exception that was thrown. */
  @Override
  boolean isClosed() {
    return super.isClosed() || state == State.RUNNING && generator.isDone();
  }

  @Override
  PyObject step(PyObject sent) {
    checkOpen();
    if (state == State.FRESH && generator.isBusy()) {
      throw Errors.runtimeError("anext(): asynchronous generator is already running");
    }
    PyObject value = begin(sent);
    try {
      return unwrap(generator.send(value));
    } catch (PyException e) {
      state = State.CLOSED;
      throw generator.failed(e);
    }
  }

  /** Before the generator is run on: what is sent to it. */
  PyObject begin(PyObject sent) {
    generator.busy = true;
    if (state == State.RUNNING) {
      return sent;
    }
    state = State.RUNNING;
    return sent == PyNone.NONE ? first : sent;
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

  /** What the generator awaits; null where it has yielded, which ends the request. */
  PyObject unwrap(PyObject value) {
    if (value instanceof Generators.AsyncYield yielded) {
      generator.busy = false;
      state = State.CLOSED;
      return finish(yielded.value);
    }
    return value;
  }
}
