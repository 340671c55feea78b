package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/** {@code async_generator_athrow}: raises in an async generator, or closes it. */
@BuiltinType(
    name = "async_generator_athrow",
    subclassable = false,
    disallowNew = true,
    parts = {AsyncGenAwaitableMethods.class})
public final class PyAsyncGenThrow extends PyAsyncGenAwaitable {
  public static final PyType TYPE = PyType.builtin(new PyAsyncGenThrowTable());

  /** The arguments of {@code athrow}; null for {@code aclose}. */
  private final PyObject[] exception;

  PyAsyncGenThrow(PyAsyncGenerator generator, PyObject[] exception) {
    super(generator);
    this.exception = exception;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String origin() {
    return "aclose()/athrow()";
  }

  @Override
  PyObject step(PyObject sent) {
    checkOpen();
    if (generator.isDone()) {
      state = State.CLOSED;
      return finish(PyNone.NONE);
    }
    boolean fresh = state == State.FRESH;
    if (fresh) {
      start(sent);
    }
    try {
      return unwrap(fresh ? generator.sendRaising(toRaise()) : generator.send(sent), fresh);
    } catch (PyException e) {
      return end(e, fresh || exception == null);
    }
  }

  private void start(PyObject sent) {
    if (generator.isBusy()) {
      state = State.CLOSED;
      throw Errors.runtimeError(
          "%s(): asynchronous generator is already running",
          exception == null ? "aclose" : "athrow");
    }
    if (generator.closed) {
      state = State.CLOSED;
      throw Errors.of(PyExceptions.StopAsyncIteration);
    }
    if (sent != PyNone.NONE) {
      throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
    }
    state = State.RUNNING;
    generator.busy = true;
    generator.closed |= exception == null;
  }

  private PyException toRaise() {
    if (exception == null) {
      return Errors.of(PyExceptions.GeneratorExit);
    }
    int count = exception.length;
    if (count == 0) {
      throw Errors.typeError("athrow expected at least 1 argument, got 0");
    }
    if (count > 3) {
      throw Errors.typeError("athrow expected at most 3 arguments, got %d", count);
    }
    return new Thrown(
            exception[0], count > 1 ? exception[1] : null, count > 2 ? exception[2] : null)
        .exception();
  }

  @Override
  PyObject stepRaising(PyException raised) {
    try {
      return unwrap(generator.sendRaising(raised), false);
    } catch (PyException e) {
      return end(e, false);
    }
  }

  /**
   * What was awaited, or the end by a value.
   *
   * @param closes true when a yielded value ends the request for good
   */
  private PyObject unwrap(PyObject value, boolean closes) {
    if (!(value instanceof Generators.AsyncYield yielded)) {
      return value;
    }
    generator.busy = false;
    if (exception == null) {
      state = State.CLOSED;
      throw Errors.runtimeError("async generator ignored GeneratorExit");
    }
    if (closes) {
      state = State.CLOSED;
    }
    return finish(yielded.value);
  }

  /** The end by an exception, which for {@code aclose} may be the one that was wished for. */
  private PyObject end(PyException e, boolean closes) {
    if (closes) {
      state = State.CLOSED;
    }
    if (exception != null) {
      throw generator.failed(e);
    }
    if (closes) {
      generator.busy = false;
    }
    if (PyAsyncGenerator.isEnd(e)) {
      return finish(PyNone.NONE);
    }
    throw e;
  }
}
