package org.krait.runtime.types;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.annotations.Setter;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code ImportError}, with the module's name and path. */
@BuiltinType(
    name = "ImportError",
    base = ExceptionBases.Exception.class,
    instanceDict = true,
    basicSize = 104)
public class PyImportError extends PyBaseException {
  public static final PyType TYPE = PyType.builtin(new PyImportErrorTable());

  PyObject message;
  PyObject name;
  PyObject path;
  PyObject nameFrom;

  public PyImportError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PyImportError made = new PyImportError(cls);
    made.setArgs(positional(args, names));
    return made;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  void init(PyObject[] args, PyStr[] names) {
    setArgs(positional(args, names));
    PyObject[] named = keywords("ImportError", args, names, "name", "path", "name_from");
    name = named[0];
    path = named[1];
    nameFrom = named[2];
    message = args().size() == 1 ? args().get(0) : null;
  }

  @Method("__str__(self, /)")
  PyObject str() {
    return message instanceof PyStr ? message : super.str();
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  PyObject reduce() {
    PyDict state = shape().names().length == 0 ? new PyDict() : ownDict().copy();
    put(state, "name", name);
    put(state, "path", path);
    put(state, "name_from", nameFrom);
    return state.size() == 0
        ? PyTuple.of(type(), args())
        : PyTuple.of(type(), args(), state);
  }

  private static void put(PyDict state, String key, PyObject value) {
    if (value != null) {
      state.put(PyStr.interned(key), value);
    }
  }

  @Getter(value = "msg", member = true)
  PyObject getMessage() {
    return orNone(message);
  }

  @Setter("msg")
  void setMessage(PyObject value) {
    message = value;
  }

  @Getter(value = "name", member = true)
  PyObject getName() {
    return orNone(name);
  }

  @Setter("name")
  void setName(PyObject value) {
    name = value;
  }

  @Getter(value = "path", member = true)
  PyObject getPath() {
    return orNone(path);
  }

  @Setter("path")
  void setPath(PyObject value) {
    path = value;
  }

  @Getter(value = "name_from", member = true)
  PyObject getNameFrom() {
    return orNone(nameFrom);
  }

  @Setter("name_from")
  void setNameFrom(PyObject value) {
    nameFrom = value;
  }
}
