package org.krait.stdlib.ssl;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** {@code ssl.MemoryBIO}: bytes that go in at one end and come out at the other. */
@BuiltinType(name = "MemoryBIO", module = "_ssl", heapType = true, basicSize = 32)
public final class PyMemoryBio extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyMemoryBioTable());

  private byte[] bytes = new byte[0];
  private int from;
  private int until;
  private boolean ended;

  private PyMemoryBio(PyType type) {
    super(type);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    if (names != null && names.length > 0) {
      throw Errors.typeError("%s() takes no keyword arguments", "MemoryBIO");
    }
    if (args.length > 0) {
      throw Errors.typeError("MemoryBIO() takes no positional arguments");
    }
    return new PyMemoryBio(cls);
  }

  @Method("read(self, size=-1, /)")
  synchronized PyObject read(int size) {
    int count = size < 0 ? until - from : Math.min(size, until - from);
    byte[] taken = Arrays.copyOfRange(bytes, from, from + count);
    drop(count);
    return PyBytes.of(taken);
  }

  private void drop(int count) {
    from += count;
    if (from == until) {
      from = 0;
      until = 0;
      if (bytes.length > 1 << 16) {
        bytes = new byte[0];
      }
    }
  }

  @Method("write(self, b, /)")
  int write(PyObject data) {
    byte[] given = Buffers.bytes(data);
    synchronized (this) {
      if (ended) {
        throw SslErrors.sentence("cannot write() after write_eof()");
      }
      add(given, 0, given.length);
    }
    return given.length;
  }

  @Method("write_eof(self, /)")
  synchronized void end() {
    ended = true;
  }

  @Getter("pending")
  synchronized int pending() {
    return until - from;
  }

  @Getter("eof")
  synchronized boolean isAtEnd() {
    return ended && from == until;
  }

  /** Adds bytes that the protocol sends. */
  synchronized void add(byte[] more, int offset, int length) {
    if (bytes.length - until < length) {
      int had = until - from;
      byte[] room = had + length <= bytes.length / 2 ? bytes : new byte[Math.max(256, 2 * (had + length))];
      System.arraycopy(bytes, from, room, 0, had);
      bytes = room;
      from = 0;
      until = had;
    }
    System.arraycopy(more, offset, bytes, until, length);
    until += length;
  }

  /** Takes bytes for the protocol: how many, 0 when there are none yet, -1 at the end. */
  synchronized int take(byte[] to, int offset, int length) {
    int count = Math.min(length, until - from);
    if (count == 0) {
      return ended ? -1 : 0;
    }
    System.arraycopy(bytes, from, to, offset, count);
    drop(count);
    return count;
  }
}
