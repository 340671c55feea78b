package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code NameError}, with the name. */
@BuiltinType(
    name = "NameError",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 80)
public class PyNameError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyNameErrorTable());

  PyObject name;

  public PyNameError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyNameError made = new PyNameError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    setArgs(positional(args, names));
    PyObject[] named = keywords("NameError", args, names, "name");
    name = named[0];
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return orNone(name);
  }

  @Setter("name")
  void setName(PyObject value) {
    name = value;
  }

  /** Sets what suggestions are made from. */
  public void describe(PyObject wanted) {
    name = wanted;
  }
}
