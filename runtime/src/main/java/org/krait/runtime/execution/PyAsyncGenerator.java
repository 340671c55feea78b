package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Finalizers;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.GenericClassMethods;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code async_generator}. */
@BuiltinType(
    name = "async_generator",
    subclassable = false,
    disallowNew = true,
    parts = {GenericClassMethods.class},
    weakReferences = true,
    basicSize = 144,
    itemSize = 8)
public final class PyAsyncGenerator extends Resumable {
  public static final PyType TYPE = PyType.builtin(new PyAsyncGeneratorTable());

  /** True while a request to it is being awaited; says nothing once it is done. */
  boolean busy;

  /** True once it is closed or has come to its end. */
  boolean closed;

  private boolean introduced;

  /** What an event loop wants to be called with this when it is dropped, or null. */
  private PyObject finalizer;

  PyAsyncGenerator(PyFrame frame) {
    super(frame);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String kind() {
    return "async generator";
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format("<async_generator object %s at 0x%x>", qualname(), Objects.id(this));
  }

  @Getter("__name__")
  PyObject getName() {
    return name();
  }

  @Setter("__name__")
  void setName(PyObject value) {
    name = checked(value, "__name__");
  }

  @Getter("__qualname__")
  PyObject getQualname() {
    return qualname();
  }

  @Setter("__qualname__")
  void setQualname(PyObject value) {
    qualname = checked(value, "__qualname__");
  }

  private static PyStr checked(PyObject value, String attribute) {
    if (value instanceof PyStr text) {
      return text;
    }
    throw Errors.typeError("%s must be set to a string object", attribute);
  }

  @Getter("ag_frame")
  PyObject getFrame() {
    AuditHooks.reading(this, "ag_frame");
    return isDone() ? PyNone.NONE : frame;
  }

  @Getter(value = "ag_running", member = true)
  boolean getRunning() {
    return isBusy();
  }

  @Getter(value = "ag_code", member = true)
  PyObject getCode() {
    AuditHooks.reading(this, "ag_code");
    return frame.code;
  }

  @Getter("ag_suspended")
  boolean getSuspended() {
    return isSuspended();
  }

  @Override
  void finish() {
    if (finalizer != null && !closed) {
      finalizer.call(this);
    } else {
      close();
    }
  }

  /** What it yields, wrapped, or awaits; StopAsyncIteration at the end. */
  PyObject send(PyObject value) {
    if (isDone()) {
      throw Errors.of(PyExceptions.StopAsyncIteration);
    }
    return orEnd(resume(value));
  }

  /** As {@link #send}, with an exception. */
  PyObject sendRaising(PyException exception) {
    return orEnd(raise(Thrown.of(exception.value())));
  }

  private PyObject orEnd(PyObject value) {
    if (value == null) {
      takeResult();
      throw Errors.of(PyExceptions.StopAsyncIteration);
    }
    return value;
  }

  /** Whether a request to it is being awaited. */
  boolean isBusy() {
    return busy && !isDone();
  }

  /** Notes that a request ended with this exception. */
  PyException failed(PyException e) {
    failed(e.value());
    return e;
  }

  void failed(PyBaseException raised) {
    closed |= isEnd(raised.type());
    busy = false;
  }

  static boolean isEnd(PyException e) {
    return isEnd(e.value().type());
  }

  private static boolean isEnd(PyType type) {
    return type.isSubtypeOf(PyExceptions.StopAsyncIteration) || type.isSubtypeOf(PyExceptions.GeneratorExit);
  }

  /** Shows it to the event loop's hook, before the first request. */
  void introduce() {
    if (introduced) {
      return;
    }
    introduced = true;
    ThreadState thread = ThreadState.current();
    finalizer = thread.asyncGenFinalizer;
    if (finalizer != null) {
      Finalizers.watchLater(thread, this);
    }
    PyObject hook = thread.asyncGenFirstIter;
    if (hook != null) {
      hook.call(this);
    }
  }

  @Method("__anext__(self, /)")
  PyObject anext() {
    introduce();
    return new PyAsyncGenSend(this, PyNone.NONE);
  }

  @Method(
      value = "asend(self, v, /)",
      parseTuple = true,
      doc = "asend(v) -> send 'v' in generator.")
  PyObject asend(PyObject value) {
    introduce();
    return new PyAsyncGenSend(this, value);
  }

  @Method(value = "athrow(self, *args)", parseTuple = true)
  PyObject athrow(PyObject[] args) {
    if (args.length > 1) {
      Thrown.warnSignature("athrow");
    }
    introduce();
    return new PyAsyncGenThrow(this, args);
  }

  @Method(
      value = "aclose(self)",
      parseTuple = true,
      doc = "aclose() -> raise GeneratorExit inside generator.")
  PyObject aclose() {
    introduce();
    return new PyAsyncGenThrow(this, null);
  }

  @Method("__aiter__(self, /)")
  PyObject aiter() {
    return this;
  }

  @Getter("ag_await")
  PyObject getAwait() {
    PyObject inner = delegate();
    return inner == null ? PyNone.NONE : inner;
  }

}
