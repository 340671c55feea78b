package org.krait.stdlib.ssl;

import java.security.cert.X509Certificate;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** What a connection tells of itself. */
final class SocketFacts {
  private SocketFacts() {}

  @Method("getpeercert(self, der=False, /)")
  static PyObject peerCertificate(PySslSocket self, boolean binary) {
    if (!self.connection.done) {
      throw Errors.valueError("handshake not done yet");
    }
    X509Certificate[] chain = self.peer;
    if (chain == null) {
      return PyNone.NONE;
    }
    byte[] bytes = PyCertificate.bytes(chain[0]);
    if (binary) {
      return PyBytes.of(bytes.clone());
    }
    return self.context.verifyMode == PySslContext.CERT_NONE ? new PyDict() : PyCertificate.info(bytes);
  }

  @Method("get_verified_chain(self, /)")
  static PyObject verifiedChain(PySslSocket self) {
    X509Certificate[] chain = self.connection.verifiedChain;
    if (chain == null) {
      chain = self.peer;
    }
    return chain == null ? PyNone.NONE : PyCertificate.list(chain);
  }

  @Method("get_unverified_chain(self, /)")
  static PyObject unverifiedChain(PySslSocket self) {
    X509Certificate[] chain = self.peer;
    return chain == null ? PyNone.NONE : PyCertificate.list(chain);
  }

  @Method("cipher(self, /)")
  static PyObject cipher(PySslSocket self) {
    return self.suite == null ? PyNone.NONE : self.suite.tuple();
  }

  /** What the client and this side both have, as this side prefers them. */
  @Method("shared_ciphers(self, /)")
  static PyObject sharedCiphers(PySslSocket self) {
    ClientHello hello = self.connection.clientHello;
    if (hello == null || !self.connection.done) {
      return PyNone.NONE;
    }
    PyList list = new PyList();
    for (CipherSuite suite : self.context.allSuites()) {
      if (hello.ciphers().contains(suite.identifier() & 0xffff)) {
        list.append(suite.tuple());
      }
    }
    return list;
  }

  @Method("version(self, /)")
  static PyObject version(PySslSocket self) {
    return self.version == null ? PyNone.NONE : PyStr.of(self.version);
  }

  @Method("selected_alpn_protocol(self, /)")
  static PyObject application(PySslSocket self) {
    return self.application == null ? PyNone.NONE : PyStr.of(self.application);
  }

  @Method("compression(self, /)")
  static PyObject compression(PySslSocket self) {
    return PyNone.NONE;
  }

  /** {@code tls-unique} is the last message of the handshake, which JSSE keeps to itself. */
  @Method("get_channel_binding(self, /, cb_type='tls-unique')")
  static PyObject channelBinding(PySslSocket self, String kind) {
    if (!kind.equals("tls-unique")) {
      throw Errors.valueError("'%s' channel binding type not implemented", kind);
    }
    if (!self.connection.done) {
      return PyNone.NONE;
    }
    throw Errors.notImplementedError(
        "get_channel_binding: the TLS of the Java platform does not show the messages of its handshake");
  }
}
