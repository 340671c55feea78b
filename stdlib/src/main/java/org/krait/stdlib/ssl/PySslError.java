package org.krait.stdlib.ssl;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyOSError;
import org.krait.runtime.types.PyStr;

/** {@code ssl.SSLError}: shown without its number. */
@BuiltinType(
    name = "SSLError",
    module = "ssl",
    base = PyOSError.class,
    instanceDict = true,
    heapType = true,
    basicSize = 112,
    doc = "What went wrong with TLS, with the library and the reason that OpenSSL would name.")
public class PySslError extends PyOSError {
  public static final PyType TYPE = PyType.builtin(new PySslErrorTable());

  private PySslError(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    PySslError made = new PySslError(cls);
    made.begin(args, names);
    return made;
  }

  @Method("__str__(self, /)")
  PyObject words() {
    PyObject text = getText();
    return text != PyNone.NONE && text instanceof PyStr ? text : Objects.str(args());
  }
}
