package org.krait.stdlib.ssl;

import org.krait.annotations.Method;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyByteArray;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.socket.PySocket;

/** Connections that a context makes. */
final class ContextSockets {
  private static final int LONGEST_NAME = 255;

  private ContextSockets() {}

  @Method(
      "_wrap_socket(self, /, sock, server_side, server_hostname=None, *, owner=None, session=None)")
  static PyObject wrapSocket(
      PySslContext self, PyObject sock, PyObject serverSide, PyObject hostName, PyObject owner,
      PyObject session) {
    PySocket socket =
        Arguments.instance(sock, PySocket.class, "_wrap_socket() argument 'sock'", "_socket.socket");
    boolean server = Arguments.toInt(serverSide) != 0;
    return make(self, new SocketTransport(socket), socket, server, hostName, owner, session);
  }

  @Method(
      "_wrap_bio(self, /, incoming, outgoing, server_side, server_hostname=None, *, owner=None,"
          + " session=None)")
  static PyObject wrapMemory(
      PySslContext self, PyObject incoming, PyObject outgoing, PyObject serverSide,
      PyObject hostName, PyObject owner, PyObject session) {
    PyMemoryBio in =
        Arguments.instance(
            incoming, PyMemoryBio.class, "_wrap_bio() argument 'incoming'", "_ssl.MemoryBIO");
    PyMemoryBio out =
        Arguments.instance(
            outgoing, PyMemoryBio.class, "_wrap_bio() argument 'outgoing'", "_ssl.MemoryBIO");
    boolean server = Arguments.toInt(serverSide) != 0;
    return make(self, new Transport.Memory(in, out), null, server, hostName, owner, session);
  }

  private static PyObject make(
      PySslContext self, Transport transport, PySocket socket, boolean server, PyObject hostName,
      PyObject owner, PyObject session) {
    String host = hostName == PyNone.NONE ? null : ascii(hostName);
    if (server && self.protocol == PySslContext.CLIENT) {
      throw SslErrors.plain(
          PySslError.TYPE, 0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context", 799);
    }
    if (!server && self.protocol == PySslContext.SERVER) {
      throw SslErrors.plain(
          PySslError.TYPE, 0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context", 806);
    }
    if (host != null && (host.isEmpty() || host.startsWith("."))) {
      throw Errors.valueError(
          "server_hostname cannot be an empty string or start with a leading dot.");
    }
    if (host != null && host.length() > LONGEST_NAME) {
      throw SslErrors.ssl(319, "SSL", "SSL3_EXT_INVALID_SERVERNAME", 756);
    }
    PySslSocket made = new PySslSocket(self, transport, socket, server, host);
    if (owner != PyNone.NONE) {
      made.setOwner(owner);
    }
    if (session != PyNone.NONE) {
      made.setSession(session);
    }
    return made;
  }

  /** A host's name as C takes it. */
  private static String ascii(PyObject value) {
    byte[] bytes;
    if (value instanceof PyStr text) {
      String all = text.toString();
      for (int i = 0; i < all.length(); i++) {
        if (all.charAt(i) > 127) {
          throw Errors.of(
              PyExceptions.UnicodeEncodeError, PyStr.of("ascii"), text, PyLong.of(i), PyLong.of(i + 1),
              PyStr.of("ordinal not in range(128)"));
        }
      }
      bytes = all.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    } else if (value instanceof PyBytes || value instanceof PyByteArray) {
      bytes = org.krait.runtime.buffer.Buffers.copy(value);
    } else {
      throw Errors.typeError("argument must be str, not %s", value.type().fullName());
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.typeError(
            "argument must be encoded string without null bytes, not %s", value.type().fullName());
      }
    }
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
