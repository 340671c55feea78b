package org.krait.stdlib.bz2;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;

/** {@code _bz2.BZ2Compressor}. */
@BuiltinType(
    name = "BZ2Compressor",
    module = "_bz2",
    heapType = true,
    subclassable = false,
    textSignature = "(compresslevel=9, /)",
    doc = "Compresses data in pieces.",
    basicSize = 112)
final class PyBz2Compressor extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyBz2CompressorTable());

  private final Bz2Encoder encoder;
  private boolean flushed;

  private PyBz2Compressor(int level) {
    encoder = new Bz2Encoder(level);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, compresslevel=9, /)")
  static PyObject make(PyType cls, int level) {
    if (level < 1 || level > 9) {
      throw Errors.valueError("compresslevel must be between 1 and 9");
    }
    return new PyBz2Compressor(level);
  }

  @Method(value = "compress(self, data, /)", doc = "Takes data; returns what is compressed so far.")
  synchronized PyObject compress(PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    if (flushed) {
      throw Errors.valueError("Compressor has been flushed");
    }
    return PyBytes.of(encoder.compress(bytes));
  }

  @Method(value = "flush(self, /)", doc = "Ends the stream; returns what was left.")
  synchronized PyObject flush() {
    if (flushed) {
      throw Errors.valueError("Repeated call to flush()");
    }
    flushed = true;
    return PyBytes.of(encoder.finish());
  }
}
