package org.krait.stdlib.zlib;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;

/** {@code zlib._ZlibDecompressor}: keeps the input that it did not get to; gzip reads through it. */
@BuiltinType(
    name = "_ZlibDecompressor",
    module = "zlib",
    heapType = true,
    subclassable = false,
    textSignature = "(wbits=15, zdict=b'')",
    doc = "Decompresses one stream, and keeps the input that it did not get to.",
    basicSize = 184)
final class PyZlibDecompressor extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyZlibDecompressorTable());

  private final InflateStream stream;
  private final byte[] dictionary;
  private byte[] waiting = {};
  private PyBytes unusedData = PyBytes.EMPTY;
  private boolean needsInput = true;

  private PyZlibDecompressor(InflateStream stream, byte[] dictionary) {
    this.stream = stream;
    this.dictionary = dictionary;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("__new__(cls, wbits=15, zdict=b'')")
  static PyObject make(PyType cls, PyObject wbits, PyObject zdict) {
    int window = wbits == null ? ZlibModule.MAX_WBITS : Arguments.toInt(wbits);
    byte[] preset = zdict == null ? null : ZlibModule.preset(zdict);
    InflateStream stream = ZlibModule.inflate(window);
    if (preset != null && window < 0) {
      stream.setDictionary(preset);
    }
    return new PyZlibDecompressor(stream, preset);
  }

  @Method("decompress(self, data, max_length=-1)")
  PyObject decompress(PyObject data, PyObject maxLength) {
    byte[] bytes = Buffers.bytes(data);
    long most = maxLength == null ? -1 : Arguments.toLong(maxLength);
    synchronized (stream) {
      if (stream.isAtEnd()) {
        throw Errors.make(PyExceptions.EOFError, "End of stream already reached");
      }
      try {
        return PyBytes.of(
            run(bytes, most < 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE)));
      } catch (ZlibFault fault) {
        needsInput = false;
        throw ZlibModule.error(fault, "decompressing data");
      }
    }
  }

  private byte[] run(byte[] bytes, int limit) {
    byte[] all = bytes;
    if (waiting.length > 0) {
      all = Arrays.copyOf(waiting, waiting.length + bytes.length);
      System.arraycopy(bytes, 0, all, waiting.length, bytes.length);
    }
    stream.in.give(all);
    stream.run(limit);
    if (stream.needsDictionary()) {
      if (dictionary == null) {
        throw new ZlibFault(ZlibFault.NEED_DICTIONARY, null);
      }
      stream.setDictionary(dictionary);
      stream.run(limit);
    }
    byte[] rest = Arrays.copyOfRange(all, stream.in.position(), all.length);
    if (stream.isAtEnd()) {
      unusedData = PyBytes.of(rest);
      waiting = new byte[0];
      needsInput = false;
    } else {
      waiting = rest;
      // When the output is full there may be more of it, even without input.
      needsInput = rest.length == 0 && stream.ready() < limit;
    }
    return stream.take();
  }

  @Getter(value = "eof", member = true)
  boolean eof() {
    return stream.isAtEnd();
  }

  @Getter(value = "unused_data", member = true)
  PyObject unusedData() {
    return unusedData;
  }

  @Getter(value = "needs_input", member = true)
  boolean needsInput() {
    return needsInput;
  }
}
