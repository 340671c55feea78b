package org.krait.stdlib.ssl;

import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffer;
import org.krait.runtime.buffer.BufferFlags;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** Reading, writing and the end of a connection. */
final class SocketCalls {
  /** A record holds no more, so that no larger array is ever filled at once. */
  private static final int RECORD = 16384;

  private SocketCalls() {}

  @Method(value = "read(self, *args)", textSignature = false)
  static PyObject read(PySslSocket self, PyObject[] args) {
    if (args.length < 1 || args.length > 2) {
      throw Errors.typeError("_ssl._SSLSocket.read requires 1 to 2 arguments");
    }
    long length = Arguments.toInt(args[0]);
    if (args.length == 2) {
      return PyLong.of(readInto(self, length, args[1]));
    }
    if (length < 0) {
      throw Errors.valueError("size should not be negative");
    }
    self.requireOpen();
    if (length == 0) {
      return PyBytes.EMPTY;
    }
    byte[] bytes = new byte[(int) Math.min(length, RECORD)];
    int count = self.connection.read(bytes, 0, bytes.length);
    return PyBytes.of(count == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, count));
  }

  private static int readInto(PySslSocket self, long length, PyObject room) {
    self.requireOpen();
    try (Buffer buffer = writable(room)) {
      int wanted = length <= 0 || length > buffer.length() ? buffer.length() : (int) length;
      if (wanted == 0) {
        return 0;
      }
      byte[] bytes = new byte[Math.min(wanted, RECORD)];
      int count = self.connection.read(bytes, 0, bytes.length);
      buffer.memory().put(buffer.offset(), bytes, 0, count);
      return count;
    }
  }

  private static Buffer writable(PyObject room) {
    try {
      return Buffers.get(room, BufferFlags.WRITABLE);
    } catch (PyException e) {
      if (e.is(PyExceptions.BufferError) || e.is(PyExceptions.TypeError)) {
        throw Errors.typeError(
            "read() argument 2 must be read-write bytes-like object, not %s", room.type().fullName());
      }
      throw e;
    }
  }

  @Method("write(self, b, /)")
  static int write(PySslSocket self, PyObject data) {
    byte[] bytes = Buffers.bytes(data);
    self.requireOpen();
    return self.connection.write(bytes);
  }

  @Method("pending(self, /)")
  static int pending(PySslSocket self) {
    return self.connection.pending();
  }

  @Method("shutdown(self, /)")
  static PyObject shutdown(PySslSocket self) {
    self.requireOpen();
    self.connection.shutdown();
    return self.socket == null ? PyNone.NONE : self.socket;
  }

  /** JSSE cannot ask a client for its certificate once the handshake is over. */
  @Method("verify_client_post_handshake(self, /)")
  static void verifyLater(PySslSocket self) {
    if (!self.serverSide) {
      throw SslErrors.ssl(284, "SSL", "NOT_SERVER", 2760);
    }
    if (!"TLSv1.3".equals(self.version)) {
      throw SslErrors.ssl(266, "SSL", "WRONG_SSL_VERSION", 2760);
    }
    if (self.peer != null) {
      return;
    }
    if (self.connection.clientHello == null || !self.connection.clientHello.postHandshake()) {
      throw SslErrors.ssl(279, "SSL", "EXTENSION_NOT_RECEIVED", 2760);
    }
    throw Errors.notImplementedError(
        "verify_client_post_handshake: the TLS of the Java platform asks for certificates during the"
            + " handshake only");
  }
}
