package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code _io.BufferedWriter}: collects what is written to a raw stream. */
@BuiltinType(
    name = "BufferedWriter",
    module = "_io",
    base = PyBufferedIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 152,
    textSignature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
    parts = {BufferedMethods.class, BufferedWriting.class})
public class PyBufferedWriter extends PyBuffered {
  public static final PyType TYPE = PyType.builtin(new PyBufferedWriterTable());

  PyBufferedWriter(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyBufferedWriter(cls);
  }

  @Method("__init__(self, raw, buffer_size=8192)")
  void init(PyObject raw, long bufferSize) {
    uninitialize();
    Streams.check(raw, Streams.WRITABLE);
    start(raw, bufferSize);
  }

  @Override
  boolean reads() {
    return false;
  }

  @Override
  boolean writes() {
    return true;
  }
}
