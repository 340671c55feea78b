package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.AuditHooks;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code generator}. */
@BuiltinType(
    name = "generator",
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    basicSize = 144,
    itemSize = 8)
public final class PyGenerator extends Resumable {
  public static final PyType TYPE = PyType.builtin(new PyGeneratorTable());

  PyGenerator(PyFrame frame) {
    super(frame);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String kind() {
    return "generator";
  }

  @Override
  public boolean isAwaited() {
    return frame.state != PyFrame.SUSPENDED
        || chain != null
        || frame.thread.interpreter.monitoring != null
        || !SilentEnds.isSilent(frame);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format("<generator object %s at 0x%x>", qualname(), Objects.id(this));
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

  @Getter("gi_frame")
  PyObject getFrame() {
    AuditHooks.reading(this, "gi_frame");
    return isDone() ? PyNone.NONE : frame;
  }

  @Getter("gi_running")
  boolean getRunning() {
    return isRunning();
  }

  @Getter(value = "gi_code", member = true)
  PyObject getCode() {
    AuditHooks.reading(this, "gi_code");
    return frame.code;
  }

  @Getter("gi_suspended")
  boolean getSuspended() {
    return isSuspended();
  }

  @Method(value = "send(self, value, /)", textSignature = false)
  PyObject send(PyObject value) {
    return sendOrStop(value);
  }

  @Method(value = "throw(self, type, value=NULL, traceback=NULL, /)", textSignature = false)
  PyObject throwMethod(PyObject type, PyObject value, PyObject traceback) {
    PyObject yielded = raise(Thrown.of("throw", type, value, traceback));
    if (yielded == null) {
      throw stop();
    }
    return yielded;
  }

  @Method(value = "close(self, /)", textSignature = false)
  PyObject closeMethod() {
    return close();
  }

  @Method("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  /** What is yielded next; null at the end, whatever the generator returned. */
  public PyObject nextItem() {
    PyObject yielded = isDone() ? null : resume(PyNone.NONE);
    if (yielded == null) {
      takeResult();
    }
    return yielded;
  }

  /** Gives all that is yielded to a sink, until that has enough. */
  public void drain(Sink sink) {
    Draining.drain(this, sink);
  }

  @Method("__next__(self, /)")
  PyObject next() {
    if (isDone()) {
      return null;
    }
    PyObject yielded = resume(PyNone.NONE);
    if (yielded == null) {
      PyObject value = takeResult();
      if (value != PyNone.NONE) {
        throw stopWith(value);
      }
    }
    return yielded;
  }

  @Getter("gi_yieldfrom")
  PyObject getYieldFrom() {
    PyObject inner = delegate();
    return inner == null ? PyNone.NONE : inner;
  }

}
