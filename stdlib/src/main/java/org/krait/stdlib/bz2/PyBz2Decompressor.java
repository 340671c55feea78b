package org.krait.stdlib.bz2;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyStr;

/** {@code _bz2.BZ2Decompressor}. */
@BuiltinType(
    name = "BZ2Decompressor",
    module = "_bz2",
    heapType = true,
    subclassable = false,
    textSignature = "()",
    doc = "Decompresses one stream in pieces.",
    basicSize = 152)
final class PyBz2Decompressor extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyBz2DecompressorTable());
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final Bz2Decoder decoder = new Bz2Decoder();
  private PyBytes unused = PyBytes.EMPTY;
  private boolean needsInput = true;

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (args.length > 0) {
      throw Errors.typeError(
          "BZ2Decompressor() takes no %s arguments", names == null ? "positional" : "keyword");
    }
    return new PyBz2Decompressor();
  }

  @Method(
      value = "decompress(self, data, max_length=-1)",
      doc = "Takes data; returns at most so many bytes of what they stand for.")
  synchronized PyObject decompress(PyObject data, long limit) {
    byte[] bytes = Buffers.bytes(data);
    if (decoder.isAtEnd()) {
      throw Errors.make(PyExceptions.EOFError, "End of stream already reached");
    }
    decoder.give(bytes);
    byte[] out;
    try {
      out = decoder.run(limit < 0 ? MOST : (int) Math.min(limit, MOST));
    } catch (Bz2Decoder.Fault e) {
      throw Errors.make(PyExceptions.OSError, "Invalid data stream");
    }
    if (decoder.isAtEnd()) {
      unused = PyBytes.of(decoder.rest());
    }
    needsInput = !decoder.isAtEnd() && !decoder.hasOutput();
    return PyBytes.of(out);
  }

  @Getter(value = "eof", member = true, doc = "True if the end-of-stream marker has been reached.")
  boolean eof() {
    return decoder.isAtEnd();
  }

  @Getter(value = "unused_data", member = true, doc = "Data found after the end of the stream.")
  PyObject unused() {
    return unused;
  }

  @Getter(value = "needs_input", member = true, doc = "Whether more output needs more input.")
  boolean needsInput() {
    return needsInput;
  }
}
