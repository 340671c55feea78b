package org.krait.stdlib.lzma;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyNone;

/** {@code _lzma.LZMADecompressor}. */
@BuiltinType(
    name = "LZMADecompressor",
    module = "_lzma",
    heapType = true,
    subclassable = false,
    textSignature = "(format=FORMAT_AUTO, memlimit=None, filters=None)",
    doc = "Decompresses one stream in pieces.",
    basicSize = 224)
final class PyLzmaDecompressor extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyLzmaDecompressorTable());
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final StreamDecoder decoder;
  private PyBytes unused = PyBytes.EMPTY;
  private boolean needsInput = true;

  private PyLzmaDecompressor(StreamDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, format=0, memlimit=None, filters=None)")
  static PyObject make(PyType cls, int format, PyObject memoryLimit, PyObject filters) {
    long limit = Long.MAX_VALUE;
    if (memoryLimit != null && memoryLimit != PyNone.NONE) {
      if (format == StreamDecoder.RAW) {
        throw Errors.valueError("Cannot specify memory limit with FORMAT_RAW");
      }
      limit = ReadFilters.unsigned(memoryLimit, 64, "uint64_t");
      limit = limit < 0 ? Long.MAX_VALUE : limit;
    }
    boolean hasFilters = filters != null && filters != PyNone.NONE;
    if (format == StreamDecoder.RAW && !hasFilters) {
      throw Errors.valueError("Must specify filters for FORMAT_RAW");
    }
    if (format != StreamDecoder.RAW && hasFilters) {
      throw Errors.valueError("Cannot specify filters except with FORMAT_RAW");
    }
    if (format < StreamDecoder.AUTO || format > StreamDecoder.RAW) {
      throw Errors.valueError("Invalid container format: %d", format);
    }
    FilterSpec[] chain = hasFilters ? ReadFilters.chain(filters) : null;
    try {
      return new PyLzmaDecompressor(new StreamDecoder(format, limit, chain));
    } catch (LzmaFault fault) {
      throw LzmaModule.error(fault);
    }
  }

  @Method(
      value = "decompress(self, data, max_length=-1)",
      doc = "Takes data; returns at most so many bytes of what they stand for.")
  synchronized PyObject decompress(PyObject data, long limit) {
    byte[] bytes = Buffers.bytes(data);
    if (decoder.isAtEnd()) {
      throw Errors.make(PyExceptions.EOFError, "Already at end of stream");
    }
    decoder.give(bytes);
    byte[] out;
    try {
      out = decoder.run(limit < 0 ? MOST : (int) Math.min(limit, MOST));
    } catch (LzmaFault fault) {
      throw LzmaModule.error(fault);
    }
    if (decoder.isAtEnd()) {
      unused = PyBytes.of(decoder.rest());
    }
    needsInput = !decoder.isAtEnd() && !decoder.hasOutput();
    return PyBytes.of(out);
  }

  @Getter(value = "check", member = true, doc = "ID of the integrity check used by the stream.")
  int check() {
    return decoder.check();
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
