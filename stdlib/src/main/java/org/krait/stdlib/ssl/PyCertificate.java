package org.krait.stdlib.ssl;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.Errors;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyNotImplemented;
import org.krait.runtime.types.PyStr;

/** {@code _ssl.Certificate}. */
@BuiltinType(
    name = "Certificate",
    module = "_ssl",
    subclassable = false,
    disallowNew = true,
    heapType = true,
    basicSize = 32)
final class PyCertificate extends PyObject {
  static final PyType TYPE = PyType.builtin(new PyCertificateTable());

  static final int PEM = 1;
  static final int DER = 2;

  private final byte[] bytes;

  PyCertificate(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] bytes(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw SslErrors.sentence("unable to encode the certificate");
    }
  }

  /** A list of certificates. */
  static PyObject list(X509Certificate[] chain) {
    PyList list = new PyList();
    for (X509Certificate one : chain) {
      list.append(new PyCertificate(bytes(one)));
    }
    return list;
  }

  /** What {@code getpeercert()} tells of a certificate. */
  static PyObject info(byte[] bytes) {
    try {
      return CertificateInfo.dict(bytes);
    } catch (Der.Malformed e) {
      throw SslErrors.sentence("unable to decode the certificate: " + e.getMessage());
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Method("public_bytes(self, /, format=1)")
  PyObject publicBytes(int format) {
    return switch (format) {
      case PEM -> PyStr.of(Pem.text("CERTIFICATE", bytes));
      case DER -> PyBytes.of(bytes.clone());
      default -> throw Errors.valueError("Unsupported format");
    };
  }

  @Method("get_info(self, /)")
  PyObject info() {
    return info(bytes);
  }

  @Method("__repr__(self, /)")
  String repr() {
    try {
      return "<_ssl.Certificate '" + DistinguishedName.text(new CertificateFields(bytes).subject) + "'>";
    } catch (Der.Malformed e) {
      return "<_ssl.Certificate ''>";
    }
  }

  @Method("__hash__(self, /)")
  long hash() {
    return Arrays.hashCode(bytes);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyCertificate certificate) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(Arrays.equals(bytes, certificate.bytes) == (op == Comparison.EQ));
  }
}
