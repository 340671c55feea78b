package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code None}. */
@BuiltinType(name = "NoneType", subclassable = false)
public final class PyNone extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyNoneTable());
  public static final PyNone NONE = new PyNone();

  private PyNone() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0) {
      throw Errors.typeError("NoneType takes no arguments");
    }
    return NONE;
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "None";
  }

  @Method("__bool__(self, /)")
  boolean bool() {
    return false;
  }

  @Method("__hash__(self, /)")
  long hash() {
    return 0xfca86420L;
  }
}
