package org.krait.runtime.execution;

import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Attributes;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.Unraisable;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;

/** {@code coroutine}. */
@BuiltinType(
    name = "coroutine",
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    basicSize = 144,
    itemSize = 8)
public final class PyCoroutine extends Resumable {
  public static final PyType TYPE = PyType.builtin(new PyCoroutineTable());

  PyCoroutine(PyFrame frame) {
    super(frame);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String kind() {
    return "coroutine";
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format("<coroutine object %s at 0x%x>", qualname(), Objects.id(this));
  }

  @Getter(value = "__name__", doc = "The name of the coroutine.")
  PyObject getName() {
    return name();
  }

  @Setter("__name__")
  void setName(PyObject value) {
    name = checked(value, "__name__");
  }

  @Getter(value = "__qualname__", doc = "The qualified name of the coroutine.")
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

  @Getter("cr_frame")
  PyObject getFrame() {
    AuditHooks.reading(this, "cr_frame");
    return isDone() ? PyNone.NONE : frame;
  }

  @Getter("cr_running")
  boolean getRunning() {
    return isRunning();
  }

  @Getter(value = "cr_code", member = true)
  PyObject getCode() {
    AuditHooks.reading(this, "cr_code");
    return frame.code;
  }

  @Getter("cr_suspended")
  boolean getSuspended() {
    return isSuspended();
  }

  @Method(
      value = "send(self, value, /)",
      doc = "Sends a value into coroutine and runs it until it awaits again or returns.",
      textSignature = false)
  PyObject send(PyObject value) {
    return sendOrStop(value);
  }

  @Method(
      value = "throw(self, type, value=NULL, traceback=NULL, /)",
      doc = "Raises an exception in coroutine and runs it until it awaits again or returns.",
      textSignature = false)
  PyObject throwMethod(PyObject type, PyObject value, PyObject traceback) {
    PyObject yielded = raise(Thrown.of("throw", type, value, traceback));
    if (yielded == null) {
      throw stop();
    }
    return yielded;
  }

  @Method(value = "close(self, /)", doc = "Raises GeneratorExit inside coroutine.",
      textSignature = false)
  PyObject closeMethod() {
    return close();
  }

  /** As any other is closed; one that was never started is worth a warning. */
  @Override
  void finish() {
    if (isStarted()) {
      close();
      return;
    }
    PyObject warnings = ThreadState.current().interpreter.importModule("warnings");
    PyObject warn = warnings == null ? null : Attributes.getOrNull(warnings, "_warn_unawaited_coroutine");
    if (warn != null) {
      try {
        warn.call(this);
        return;
      } catch (PyException e) {
        Unraisable.report(e, null, this);
        if (e.is(PyExceptions.RuntimeWarning)) {
          return;
        }
      }
    }
    Warnings.warn(PyExceptions.RuntimeWarning, "coroutine '" + qualname() + "' was never awaited", 1);
  }

  /** Its code has no handlers; what it waits for is watched for itself. */
  @Override
  boolean mayBeDropped() {
    PyObject inner = delegate();
    return inner == null || inner instanceof Resumable;
  }

  private PyObject origin = PyNone.NONE;

  /** Notes where it was made: the frames that called for it, at most {@code depth}. */
  void setOrigin(int depth) {
    List<PyObject> places = new ArrayList<>();
    for (PyFrame at = frame.back; at != null && places.size() < depth; at = at.back) {
      places.add(PyTuple.of(at.code.filename(), PyLong.of(at.line()), at.code.name()));
    }
    origin = PyTuple.of(places.toArray(PyObject[]::new));
  }

  @Override
  org.krait.runtime.PyException finished() {
    return Errors.runtimeError("cannot reuse already awaited coroutine");
  }

  @Method("__await__(self, /)")
  PyObject await() {
    return new PyCoroutineWrapper(this);
  }

  @Getter("cr_await")
  PyObject getAwait() {
    PyObject inner = delegate();
    return inner == null ? PyNone.NONE : inner;
  }

  @Getter(value = "cr_origin", member = true)
  PyObject getOrigin() {
    return origin;
  }

}
