package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code KeyError}. */
@BuiltinType(
    name = "KeyError",
    base = ExceptionBases.LookupError.class,
    instanceDict = true,
    basicSize = 72)
public class PyKeyError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyKeyErrorTable());

  public PyKeyError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyKeyError made = new PyKeyError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  /** A single argument shows its repr, so that an empty string is seen. */
  @Method("__str__(self, /)")
  PyObject str() {
    return args().size() == 1 ? Objects.repr(args().get(0)) : super.str();
  }
}
