package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.Warnings;

/** {@code NotImplemented}. */
@BuiltinType(name = "NotImplementedType", subclassable = false)
public final class PyNotImplemented extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyNotImplementedTable());
  public static final PyNotImplemented NOT_IMPLEMENTED = new PyNotImplemented();

  private PyNotImplemented() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0) {
      throw Errors.typeError("NotImplementedType takes no arguments");
    }
    return NOT_IMPLEMENTED;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "NotImplemented";
  }

  /** True, but code that asks is told that it should not. */
  @Method("__bool__(self, /)")
  boolean bool() {
    Warnings.deprecated("NotImplemented should not be used in a boolean context");
    return true;
  }

  /** The name under which {@code copyreg} finds it again. */
  @Method(value = "__reduce__(self, /)", textSignature = false)
  String reduce() {
    return "NotImplemented";
  }
}
