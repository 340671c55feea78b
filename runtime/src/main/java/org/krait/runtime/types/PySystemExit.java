package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code SystemExit}, with the code of the process. */
@BuiltinType(name = "SystemExit", base = PyBaseException.class, instanceDict = true, basicSize = 80)
public class PySystemExit extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PySystemExitTable());

  PyObject code;

  public PySystemExit(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PySystemExit made = new PySystemExit(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    setArgs(PyTuple.of(args.clone()));
    code = args.length == 0 ? null : args.length == 1 ? args[0] : args();
  }

  /** The exit code or message, {@code None} for success. */
  public PyObject code() {
    return orNone(code);
  }

  @Getter(value = "code", member = true)
  PyObject getCode() {
    return orNone(code);
  }

  @Setter("code")
  void setCode(PyObject value) {
    code = value;
  }
}
