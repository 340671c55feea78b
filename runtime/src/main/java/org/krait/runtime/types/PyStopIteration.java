package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code StopIteration}, with what a generator returned. */
@BuiltinType(
    name = "StopIteration",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 80)
public class PyStopIteration extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyStopIterationTable());

  PyObject value;

  public PyStopIteration(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyStopIteration made = new PyStopIteration(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    noKeywords(names);
    setArgs(PyTuple.of(args.clone()));
    value = args.length > 0 ? args[0] : null;
  }

  /** What the generator returned. */
  public PyObject value() {
    return orNone(value);
  }

  @Getter(value = "value", member = true)
  PyObject getValue() {
    return orNone(value);
  }

  @Setter("value")
  void setValue(PyObject value) {
    this.value = value;
  }

  /** Sets the value and the arguments to what a generator returned, which may be a tuple. */
  public void setReturned(PyObject returned) {
    value = returned;
    setArgs(PyTuple.of(returned));
  }
}
