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

/** {@code zlib.Decompress}: what {@code decompressobj} makes. */
@BuiltinType(
    name = "Decompress",
    module = "zlib",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 168)
final class PyDecompress extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyDecompressTable());

  private final InflateStream stream;

  /** Given to the stream when it asks; null for none. */
  private final byte[] dictionary;

  private PyBytes unusedData = PyBytes.EMPTY;
  private PyBytes unconsumedTail = PyBytes.EMPTY;
  private boolean eof;

  /** After {@code flush} at the end of the stream there is nothing more to be done. */
  private boolean closed;

  PyDecompress(InflateStream stream, byte[] dictionary) {
    this.stream = stream;
    this.dictionary = dictionary;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("decompress(self, data, /, max_length=0)")
  PyObject decompress(PyObject data, PyObject maxLength) {
    byte[] bytes = Buffers.bytes(data);
    long most = maxLength == null ? 0 : Arguments.toLong(maxLength);
    if (most < 0) {
      throw Errors.valueError("max_length must be non-negative");
    }
    synchronized (stream) {
      int limit = most == 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
      return run(bytes, limit, "decompressing data");
    }
  }

  private PyObject run(byte[] bytes, int limit, String doing) {
    try {
      if (closed) {
        throw ZlibFault.state();
      }
      inflate(bytes, limit);
      saveUnused(bytes);
      if (stream.needsDictionary()) {
        throw new ZlibFault(ZlibFault.NEED_DICTIONARY, null);
      }
      eof |= stream.isAtEnd();
      return PyBytes.of(stream.take());
    } catch (ZlibFault fault) {
      throw ZlibModule.error(fault, doing);
    }
  }

  private void inflate(byte[] bytes, int limit) {
    stream.in.give(bytes);
    stream.run(limit);
    if (stream.needsDictionary() && dictionary != null) {
      try {
        stream.setDictionary(dictionary);
      } catch (ZlibFault fault) {
        throw ZlibModule.error(fault, "setting zdict");
      }
      stream.run(limit);
    }
  }

  /** Keeps what was not read: behind the end of the stream, or behind the limit of the output. */
  private void saveUnused(byte[] bytes) {
    byte[] rest = Arrays.copyOfRange(bytes, stream.in.position(), bytes.length);
    boolean more = rest.length > 0;
    if (stream.isAtEnd() && more) {
      byte[] before = unusedData.array();
      byte[] all = Arrays.copyOf(before, before.length + rest.length);
      System.arraycopy(rest, 0, all, before.length, rest.length);
      unusedData = PyBytes.of(all);
      more = false;
    }
    if (more || unconsumedTail.length() > 0) {
      unconsumedTail = PyBytes.of(rest);
    }
  }

  @Method("flush(self, length=zlib.DEF_BUF_SIZE, /)")
  PyObject flush(PyObject length) {
    if (length != null && Arguments.toLong(length) <= 0) {
      throw Errors.valueError("length must be greater than zero");
    }
    synchronized (stream) {
      if (closed) {
        return PyBytes.EMPTY;
      }
      PyObject result = run(unconsumedTail.array(), Integer.MAX_VALUE, "flushing");
      closed = stream.isAtEnd();
      return result;
    }
  }

  @Method("copy(self, /)")
  PyObject copy() {
    synchronized (stream) {
      if (closed) {
        throw Errors.valueError("Inconsistent stream state");
      }
      PyDecompress copy = new PyDecompress(stream.copy(), dictionary);
      copy.unusedData = unusedData;
      copy.unconsumedTail = unconsumedTail;
      copy.eof = eof;
      return copy;
    }
  }

  @Method("__copy__(self, /)")
  PyObject shallowCopy() {
    return copy();
  }

  @Method("__deepcopy__(self, memo, /)")
  PyObject deepCopy(PyObject memo) {
    return copy();
  }

  @Getter(value = "unused_data", member = true)
  PyObject unusedData() {
    return unusedData;
  }

  @Getter(value = "unconsumed_tail", member = true)
  PyObject unconsumedTail() {
    return unconsumedTail;
  }

  @Getter(value = "eof", member = true)
  boolean eof() {
    return eof;
  }
}
