package org.krait.runtime.execution;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code async_generator}. */
@BuiltinType(
    name = "async_generator",
    subclassable = false,
    disallowNew = true,
    weakReferences = true,
    basicSize = 144,
    itemSize = 8)
public final class PyAsyncGenerator extends Resumable {
  public static final PyType TYPE = PyType.builtin(new PyAsyncGeneratorTable());

  PyAsyncGenerator(PyFrame frame) {
    super(frame);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  String kind() {
    return "asynchronous generator";
  }

  @Method("__repr__(self, /)")
  String repr() {
    return String.format("<async_generator object %s at 0x%x>", qualname, Objects.id(this));
  }

  @Getter("__name__")
  PyObject getName() {
    return name;
  }

  @Setter("__name__")
  void setName(PyObject value) {
    name = checked(value, "__name__");
  }

  @Getter("__qualname__")
  PyObject getQualname() {
    return qualname;
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
    return isDone() ? PyNone.NONE : frame;
  }

  @Getter("ag_running")
  boolean getRunning() {
    return isRunning();
  }

  @Getter(value = "ag_code", member = true)
  PyObject getCode() {
    return frame.code;
  }

  @Getter("ag_suspended")
  boolean getSuspended() {
    return isSuspended();
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
