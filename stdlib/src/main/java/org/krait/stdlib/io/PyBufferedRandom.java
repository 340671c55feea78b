package org.krait.stdlib.io;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyStr;

/** {@code _io.BufferedRandom}: reads and writes a raw stream that can seek. */
@BuiltinType(
    name = "BufferedRandom",
    module = "_io",
    base = PyBufferedIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 152,
    textSignature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
    parts = {BufferedMethods.class, BufferedReading.class, BufferedWriting.class})
public class PyBufferedRandom extends PyBuffered {
  public static final PyType TYPE = PyType.builtin(new PyBufferedRandomTable());

  PyBufferedRandom(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyBufferedRandom(cls);
  }

  @Method("__init__(self, raw, buffer_size=8192)")
  void init(PyObject raw, long bufferSize) {
    uninitialize();
    Streams.check(raw, Streams.SEEKABLE);
    Streams.check(raw, Streams.READABLE);
    Streams.check(raw, Streams.WRITABLE);
    start(raw, bufferSize);
  }

  @Override
  boolean reads() {
    return true;
  }

  @Override
  boolean writes() {
    return true;
  }
}
