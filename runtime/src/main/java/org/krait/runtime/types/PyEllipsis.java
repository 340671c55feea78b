package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code Ellipsis}. */
@BuiltinType(name = "ellipsis", subclassable = false)
public final class PyEllipsis extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyEllipsisTable());
  public static final PyEllipsis ELLIPSIS = new PyEllipsis();

  private PyEllipsis() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0) {
      throw Errors.typeError("EllipsisType takes no arguments");
    }
    return ELLIPSIS;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "Ellipsis";
  }

  /** The name under which {@code copyreg} finds it again. */
  @Method(value = "__reduce__(self, /)", textSignature = false)
  String reduce() {
    return "Ellipsis";
  }
}
