package org.krait.stdlib.ssl;

import java.util.Locale;
import java.util.Map;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyBaseException;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The exceptions of {@code ssl}, with the numbers and words that programs know from OpenSSL. */
final class SslErrors {
  static final int SSL = 1;
  static final int WANT_READ = 2;
  static final int WANT_WRITE = 3;
  static final int ZERO_RETURN = 6;
  static final int EOF = 8;

  static final PyType ZERO_RETURN_ERROR = type("SSLZeroReturnError", "The connection was closed as it should be.");
  static final PyType WANT_READ_ERROR = type("SSLWantReadError", "More has to be read before this can be done.");
  static final PyType WANT_WRITE_ERROR = type("SSLWantWriteError", "More has to be written before this can be done.");
  static final PyType SYSCALL_ERROR = type("SSLSyscallError", "The system refused something.");
  static final PyType EOF_ERROR = type("SSLEOFError", "The connection ended without a farewell.");
  static final PyType VERIFICATION_ERROR =
      PyType.builtin(
          new SimpleTypeTable(
              "SSLCertVerificationError",
              PySslError.TYPE,
              "A certificate is not to be trusted.",
              PyExceptions.ValueError));

  private static final PyStr LIBRARY = PyStr.interned("library");
  private static final PyStr REASON = PyStr.interned("reason");
  private static final PyStr VERIFY_CODE = PyStr.interned("verify_code");
  private static final PyStr VERIFY_MESSAGE = PyStr.interned("verify_message");

  /** Where OpenSSL's name of an alert is not made of the protocol's by rule: those that SSL 3 had. */
  private static final Map<String, String> OLD_ALERTS =
      Map.of(
          "unexpected_message", "unexpected message",
          "bad_record_mac", "bad record mac",
          "handshake_failure", "handshake failure",
          "no_certificate", "no certificate",
          "bad_certificate", "bad certificate",
          "unsupported_certificate", "unsupported certificate",
          "certificate_revoked", "certificate revoked",
          "certificate_expired", "certificate expired",
          "certificate_unknown", "certificate unknown",
          "illegal_parameter", "illegal parameter");

  private SslErrors() {}

  private static PyType type(String name, String doc) {
    return PyType.builtin(new SimpleTypeTable(name, PySslError.TYPE, doc));
  }

  /** An error with a number and words as they are; programs know the end that names CPython's file. */
  static PyException plain(PyType type, int number, String words, int line) {
    return with(type, number, words + " (_ssl.c:" + line + ")", null, null);
  }

  /** {@code [LIBRARY: REASON] words}; the reason may be null, which OpenSSL has names for no longer. */
  static PyException of(PyType type, int number, String library, String reason, String words, int line) {
    String head = reason == null ? "[" + library + "] " : "[" + library + ": " + reason + "] ";
    return with(type, number, head + words + " (_ssl.c:" + line + ")", library, reason);
  }

  /** {@code [SSL: REASON] reason} of number 1. */
  static PyException ssl(String reason, int line) {
    return of(PySslError.TYPE, SSL, "SSL", reason, words(reason), line);
  }

  static PyException ssl(int number, String library, String reason, int line) {
    return of(PySslError.TYPE, number, library, reason, words(reason), line);
  }

  private static String words(String reason) {
    return reason.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** An error with a sentence and nothing else. */
  static PyException sentence(String words) {
    return Errors.make(PySslError.TYPE, "%s", words);
  }

  private static PyException with(PyType type, int number, String words, String library, String reason) {
    PyException e = Errors.of(type, PyLong.of(number), PyStr.of(words));
    PyBaseException value = e.value();
    value.setOwnAttribute(REASON, orNone(reason));
    value.setOwnAttribute(LIBRARY, orNone(library));
    return e;
  }

  private static PyObject orNone(String text) {
    return text == null ? PyNone.NONE : PyStr.of(text);
  }

  static PyException wantRead(int line) {
    return plain(WANT_READ_ERROR, WANT_READ, "The operation did not complete (read)", line);
  }

  static PyException wantWrite(int line) {
    return plain(WANT_WRITE_ERROR, WANT_WRITE, "The operation did not complete (write)", line);
  }

  static PyException closed(int line) {
    return plain(ZERO_RETURN_ERROR, ZERO_RETURN, "TLS/SSL connection has been closed (EOF)", line);
  }

  /** The other side went away in the middle. */
  static PyException endOfFile(int line) {
    return of(
        EOF_ERROR, EOF, "SSL", "UNEXPECTED_EOF_WHILE_READING",
        "EOF occurred in violation of protocol", line);
  }

  /** The connection failed before. */
  static PyException broken(int line) {
    return plain(EOF_ERROR, EOF, "EOF occurred in violation of protocol", line);
  }

  /** Bytes that are no TLS record. */
  static PyException recordFailure(int line) {
    return of(PySslError.TYPE, SSL, "SSL", null, "record layer failure", line);
  }

  /** A certificate that is not trusted. */
  static PyException verification(VerifyFailure failure, int line) {
    PyException e =
        of(
            VERIFICATION_ERROR, SSL, "SSL", "CERTIFICATE_VERIFY_FAILED",
            "certificate verify failed: " + failure.words(), line);
    e.value().setOwnAttribute(VERIFY_CODE, PyLong.of(failure.code()));
    e.value().setOwnAttribute(VERIFY_MESSAGE, PyStr.of(failure.words()));
    return e;
  }

  /** The other side sent a fatal alert; {@code name} is the protocol's, as {@code unknown_ca}. */
  static PyException alert(String name, int line) {
    String upper = name.toUpperCase(Locale.ROOT);
    String old = OLD_ALERTS.get(name);
    if (old != null) {
      return of(PySslError.TYPE, SSL, "SSL", "SSLV3_ALERT_" + upper, "ssl/tls alert " + old, line);
    }
    boolean newest = name.equals("certificate_required") || name.equals("missing_extension");
    boolean bare = name.startsWith("unsupported_extension") || name.startsWith("unrecognized_name")
        || name.startsWith("bad_certificate_") || name.startsWith("certificate_unobtainable");
    String reason = (newest ? "TLSV13_ALERT_" : bare ? "TLSV1_" : "TLSV1_ALERT_") + upper;
    return ssl(reason, line);
  }
}
