package org.krait.stdlib.zlib;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;

/** {@code zlib.Compress}: what {@code compressobj} makes. */
@BuiltinType(
    name = "Compress",
    module = "zlib",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    basicSize = 168)
final class PyCompress extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyCompressTable());

  private final DeflateStream stream;

  PyCompress(DeflateStream stream) {
    this.stream = stream;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("compress(self, data, /)")
  PyObject compress(PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    synchronized (stream) {
      if (stream.hasEnded()) {
        throw ZlibModule.error(ZlibFault.state(), "compressing data");
      }
      return PyBytes.of(stream.compress(bytes));
    }
  }

  @Method("flush(self, mode=zlib.Z_FINISH, /)")
  PyObject flush(PyObject mode) {
    int how = mode == null ? DeflateStream.FINISH : Arguments.toInt(mode);
    if (how == DeflateStream.NO_FLUSH) {
      return PyBytes.EMPTY;
    }
    synchronized (stream) {
      if (stream.hasEnded() || how < 0 || how > DeflateStream.BLOCK) {
        throw ZlibModule.error(ZlibFault.state(), "flushing");
      }
      return PyBytes.of(stream.flush(how));
    }
  }

  @Method("copy(self, /)")
  PyObject copy() {
    synchronized (stream) {
      DeflateStream other = stream.copy();
      if (other == null) {
        throw Errors.valueError("Inconsistent stream state");
      }
      return new PyCompress(other);
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
}
