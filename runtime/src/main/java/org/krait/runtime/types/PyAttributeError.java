package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code AttributeError}, with the name and the object. */
@BuiltinType(
    name = "AttributeError",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 88)
public class PyAttributeError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyAttributeErrorTable());

  PyObject name;
  PyObject object;

  public PyAttributeError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyAttributeError made = new PyAttributeError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  /** The lack of an attribute, with a message as of {@link org.krait.runtime.Errors#text}. */
  public static PyAttributeError of(PyObject object, PyStr name, String format, Object... args) {
    PyAttributeError made = new PyAttributeError(TYPE);
    made.setMessage(format, args);
    made.describe(name, object);
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    setArgs(positional(args, names));
    PyObject[] named = keywords("AttributeError", args, names, "name", "obj");
    name = named[0];
    object = named[1];
  }

  /** Sets what suggestions are made from. */
  public void describe(PyObject attribute, PyObject owner) {
    name = attribute;
    object = owner;
  }

  /** The same for an exception that a program raised without saying whose attribute it misses. */
  public void describeIfBare(PyObject attribute, PyObject owner) {
    if (name == null && object == null) {
      describe(attribute, owner);
    }
  }

  @Method(value = "__getstate__(self, /)", textSignature = false)
  PyObject getState() {
    PyDict state = shape().names().length == 0 ? new PyDict() : ownDict().copy();
    if (name != null) {
      state.put(PyStr.interned("name"), name);
    }
    if (args().size() > 0) {
      state.put(PyStr.interned("args"), args());
    }
    return state.size() == 0 ? PyNone.NONE : state;
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    return PyTuple.of(type(), args(), getState());
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return orNone(name);
  }

  @Setter("name")
  void setName(PyObject value) {
    name = value;
  }

  @Getter(value = "obj", member = true)
  PyObject getObject() {
    return orNone(object);
  }

  @Setter("obj")
  void setObject(PyObject value) {
    object = value;
  }
}
