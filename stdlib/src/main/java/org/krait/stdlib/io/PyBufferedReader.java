package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code _io.BufferedReader}: reads ahead from a raw stream. */
@BuiltinType(
    name = "BufferedReader",
    module = "_io",
    base = PyBufferedIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 152,
    textSignature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
    parts = {BufferedMethods.class, BufferedReading.class})
public class PyBufferedReader extends PyBuffered {
  public static final PyType TYPE = PyType.builtin(new PyBufferedReaderTable());

  PyBufferedReader(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyBufferedReader(cls);
  }

  @Method("__init__(self, raw, buffer_size=8192)")
  void init(PyObject raw, long bufferSize) {
    uninitialize();
    Streams.check(raw, Streams.READABLE);
    start(raw, bufferSize);
  }

  @Method("flush(self, /)")
  PyObject flushRaw() {
    return Streams.call(raw(), Streams.FLUSH);
  }

  @Override
  boolean reads() {
    return true;
  }

  @Override
  boolean writes() {
    return false;
  }
}
