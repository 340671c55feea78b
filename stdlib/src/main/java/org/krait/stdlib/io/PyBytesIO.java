package org.krait.stdlib.io;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.buffer.Exports;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyMemoryView;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** {@code _io.BytesIO}: a stream of bytes in memory. */
@BuiltinType(
    name = "BytesIO",
    module = "_io",
    base = PyBufferedIOBase.class,
    instanceDict = true,
    weakReferences = true,
    basicSize = 64,
    textSignature = "(initial_bytes=b'')",
    parts = {BytesIOMethods.class})
public class PyBytesIO extends PyBufferedIOBase {
  public static final PyType TYPE = PyType.builtin(new PyBytesIOTable());

  /** The content; null when closed. */
  private byte[] bytes = PyBytes.EMPTY.array();

  private int size;
  private long position;

  /** The bytes object that has the very same array, which then must not be changed; or null. */
  private PyBytes shared = PyBytes.EMPTY;

  private final Exports exports = new Exports();

  PyBytesIO(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyBytesIO(cls);
  }

  @Method("__init__(self, initial_bytes=None)")
  synchronized void init(PyObject initial) {
    checkExports();
    position = 0;
    setContent(initial == null || initial == PyNone.NONE ? PyBytes.EMPTY : initial);
  }

  private void setContent(PyObject initial) {
    bytes = Buffers.bytes(initial);
    size = bytes.length;
    shared = initial.getClass() == PyBytes.class ? (PyBytes) initial : null;
  }

  final boolean isClosed() {
    return bytes == null;
  }

  final void checkOpen() {
    if (bytes == null) {
      throw Streams.closed();
    }
  }

  private void checkExports() {
    if (exports.any()) {
      throw Errors.make(
          PyExceptions.BufferError, "Existing exports of data: object cannot be re-sized");
    }
  }

  /** Makes the array our own, with room for so many bytes. */
  private void makeRoom(int length) {
    boolean grows = length > bytes.length;
    if (shared != null || grows) {
      int room = grows ? Math.max(length, length + (length >> 1) + 16) : bytes.length;
      bytes = Arrays.copyOf(bytes, Math.max(room, 16));
      shared = null;
    }
  }

  final synchronized int write(byte[] source) {
    checkOpen();
    checkExports();
    int length = source.length;
    if (length == 0) {
      return 0;
    }
    long end = position + length;
    if (end > Integer.MAX_VALUE - 8) {
      throw Errors.overflowError("new buffer size too large");
    }
    makeRoom((int) Math.max(end, size));
    if (position > size) {
      Arrays.fill(bytes, size, (int) position, (byte) 0);
    }
    System.arraycopy(source, 0, bytes, (int) position, length);
    position = end;
    size = Math.max(size, (int) end);
    return length;
  }

  final synchronized PyBytes read(long count) {
    checkOpen();
    int rest = available();
    int length = count < 0 || count > rest ? rest : (int) count;
    if (length == size && shared != null && length > 0) {
      position += length;
      return shared;
    }
    return take(length);
  }

  private PyBytes take(int length) {
    int from = (int) Math.min(position, size);
    position += length;
    return PyBytes.of(Arrays.copyOfRange(bytes, from, from + length));
  }

  private int available() {
    return position >= size ? 0 : size - (int) position;
  }

  final synchronized PyBytes readLine(long limit) {
    checkOpen();
    int rest = available();
    int most = limit < 0 || limit > rest ? rest : (int) limit;
    int from = (int) Math.min(position, size);
    int length = most;
    for (int i = 0; i < most; i++) {
      if (bytes[from + i] == '\n') {
        length = i + 1;
        break;
      }
    }
    return take(length);
  }

  final synchronized int readInto(Buffer target) {
    checkOpen();
    int length = Math.min(target.length(), available());
    if (length > 0) {
      target.memory().put(target.offset(), bytes, (int) position, length);
      position += length;
    }
    return length;
  }

  final long position() {
    return position;
  }

  final int size() {
    return size;
  }

  final void setPosition(long place) {
    position = place;
  }

  final synchronized void truncate(long length) {
    checkExports();
    if (length < size) {
      makeRoom(size);
      size = (int) length;
    }
  }

  final synchronized PyBytes value() {
    checkOpen();
    if (shared != null) {
      return shared;
    }
    byte[] content = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    PyBytes value = PyBytes.of(content);
    // Who may hold the array without doing so keeps it from being shared; that is not worth a collection.
    if (!exports.isOpen() && value.array() == content) {
      bytes = content;
      shared = value;
    }
    return value;
  }

  @Method("close(self, /)")
  synchronized void closeBytes() {
    checkExports();
    bytes = null;
    shared = null;
  }

  @Getter("closed")
  PyObject getClosedBytes() {
    return PyBool.of(bytes == null);
  }

  @Method("getbuffer(self, /)")
  PyObject getBuffer() {
    checkOpen();
    return PyMemoryView.of(new PyBytesIOBuffer(this));
  }

  /** Lends the content to {@code getbuffer()}. */
  final synchronized Buffer export(PyObject owner, int flags) {
    if (!exports.isOpen()) {
      makeRoom(size);
    }
    Buffer[] self = new Buffer[1];
    Buffer buffer =
        Buffer.ofBytes(owner, bytes, 0, size, false, flags, new Release(exports, self));
    self[0] = buffer;
    exports.add(buffer);
    return buffer;
  }

  /** Ends the count of a buffer. */
  private record Release(Exports exports, Buffer[] buffer) implements Runnable {
    @Override
    public void run() {
      exports.remove(buffer[0]);
    }
  }

  /** Takes over content and position of a pickled stream. */
  final synchronized void restore(PyObject content, long place) {
    checkExports();
    setContent(content);
    position = place;
  }

  final void checkResizable() {
    checkExports();
  }

  static PyException negative(String what, long value) {
    return Errors.valueError("negative %s value %d", what, value);
  }
}
