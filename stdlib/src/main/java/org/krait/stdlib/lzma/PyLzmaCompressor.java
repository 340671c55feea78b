package org.krait.stdlib.lzma;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNone;

/** {@code _lzma.LZMACompressor}. */
@BuiltinType(
    name = "LZMACompressor",
    module = "_lzma",
    heapType = true,
    subclassable = false,
    doc = "Compresses data in pieces.",
    basicSize = 192)
final class PyLzmaCompressor extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyLzmaCompressorTable());

  private final StreamEncoder encoder;
  private boolean flushed;

  private PyLzmaCompressor(StreamEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, format=1, check=-1, preset=None, filters=None)")
  static PyObject make(PyType cls, int format, int check, PyObject preset, PyObject filters) {
    boolean hasPreset = preset != null && preset != PyNone.NONE;
    boolean hasFilters = filters != null && filters != PyNone.NONE;
    if (hasPreset && hasFilters) {
      throw Errors.valueError("Cannot specify both preset and filter chain");
    }
    if (format != StreamDecoder.XZ && check != -1 && check != Checksum.NONE) {
      throw Errors.valueError("Integrity checks are only supported by FORMAT_XZ");
    }
    PyObject level = hasPreset ? preset : PyNone.NONE;
    if (hasPreset) {
      ReadFilters.unsigned(preset, 32, "uint32_t");
    }
    FilterSpec[] chain;
    switch (format) {
      case StreamDecoder.XZ ->
          chain = hasFilters ? ReadFilters.chain(filters) : ReadFilters.preset(level, true);
      case StreamDecoder.ALONE -> {
        chain = hasFilters ? ReadFilters.chain(filters) : ReadFilters.preset(level, false);
        if (chain.length != 1 || chain[0].id != FilterSpec.LZMA1) {
          throw Errors.valueError(
              "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
        }
      }
      case StreamDecoder.RAW -> {
        if (!hasFilters) {
          throw Errors.valueError("Must specify filters for FORMAT_RAW");
        }
        chain = ReadFilters.chain(filters);
      }
      default -> throw Errors.valueError("Invalid container format: %d", format);
    }
    int kind = format != StreamDecoder.XZ ? Checksum.NONE : check == -1 ? Checksum.CRC64 : check;
    if (kind < 0 || kind > 15) {
      throw LzmaModule.error(new LzmaFault("Internal error"));
    }
    if (!Checksum.isSupported(kind)) {
      throw LzmaModule.error(new LzmaFault("Unsupported integrity check"));
    }
    try {
      return new PyLzmaCompressor(new StreamEncoder(format, kind, chain));
    } catch (LzmaFault fault) {
      throw LzmaModule.error(fault);
    }
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
