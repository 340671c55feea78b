package org.krait.stdlib.sqlite;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code sqlite3.PrepareProtocol}: stands for what SQLite takes, in adaptations (PEP 246). */
@BuiltinType(
    name = "PrepareProtocol",
    module = "sqlite3",
    heapType = true,
    subclassable = false,
    doc = "PEP 246 style object adaption protocol type.")
final class PyPrepareProtocol extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyPrepareProtocolTable());

  private PyPrepareProtocol(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyPrepareProtocol(cls);
  }
}
