package org.krait.stdlib.ssl;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.os.ConstantTable;

/** The module {@code _ssl}, which is OpenSSL in CPython. */
@BuiltinModule(
    value = "_ssl",
    types = {PySslContext.class, PySslSocket.class, PyMemoryBio.class, PySslSession.class, PyCertificate.class, PySslError.class},
    doc = "TLS for sockets: the part that is not written in Python.")
public final class SslModule implements NativeModule {
  /**
   * Programs refuse to run with less than OpenSSL 1.1.1, and look for its name in front: urllib3,
   * requests, pip. The version is the one whose constants, numbers and defaults are kept here; the words
   * behind it say what there is.
   */
  private static final int MAJOR = 3;

  private static final String VERSION =
      "OpenSSL 3.0.0 (in name only: Krait on JSSE, Java " + Runtime.version().feature() + ")";

  /** TLS 1.0 and 1.1 are switched off by the JDK; SSL is not there at all. */
  private static final String[] HAS = {
    "HAS_SNI", "HAS_ECDH", "HAS_ALPN", "HAS_TLS_UNIQUE", "HAS_TLSv1_2", "HAS_TLSv1_3"
  };

  private static final String[] HAS_NOT = {
    "HAS_NPN", "HAS_SSLv2", "HAS_SSLv3", "HAS_TLSv1", "HAS_TLSv1_1"
  };

  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    ConstantTable.enter(dict, "_ssl");
    for (String name : HAS) {
      dict.put(PyStr.interned(name), PyBool.of(!name.equals("HAS_TLS_UNIQUE")));
    }
    for (String name : HAS_NOT) {
      dict.put(PyStr.interned(name), PyBool.FALSE);
    }
    PyObject zero = PyLong.of(0);
    PyObject info = PyTuple.of(PyLong.of(MAJOR), zero, zero, zero, zero);
    dict.put(PyStr.interned("OPENSSL_VERSION"), PyStr.of(VERSION));
    dict.put(PyStr.interned("OPENSSL_VERSION_INFO"), info);
    dict.put(PyStr.interned("_OPENSSL_API_VERSION"), info);
    dict.put(PyStr.interned("OPENSSL_VERSION_NUMBER"), PyLong.of((long) MAJOR << 28));
    dict.put(PyStr.interned("_DEFAULT_CIPHERS"), PyStr.of(CipherList.DEFAULT));
    dict.put(PyStr.interned("SSLZeroReturnError"), SslErrors.ZERO_RETURN_ERROR);
    dict.put(PyStr.interned("SSLWantReadError"), SslErrors.WANT_READ_ERROR);
    dict.put(PyStr.interned("SSLWantWriteError"), SslErrors.WANT_WRITE_ERROR);
    dict.put(PyStr.interned("SSLSyscallError"), SslErrors.SYSCALL_ERROR);
    dict.put(PyStr.interned("SSLEOFError"), SslErrors.EOF_ERROR);
    dict.put(PyStr.interned("SSLCertVerificationError"), SslErrors.VERIFICATION_ERROR);
  }

  @Function("_test_decode_cert(path, /)")
  static PyObject decode(PyObject path) {
    byte[] file;
    try {
      Path place = FileArgument.orNone(path, "path");
      file = FileArgument.read(place);
    } catch (PyException e) {
      if (e.is(org.krait.runtime.types.PyExceptions.OSError)) {
        throw SslErrors.sentence("Can't open file");
      }
      throw e;
    }
    List<Pem.Block> blocks = Pem.blocks(file);
    for (Pem.Block block : blocks) {
      if (block.label().endsWith("CERTIFICATE") && block.bytes() != null) {
        return PyCertificate.info(block.bytes());
      }
    }
    throw SslErrors.sentence("Error decoding PEM-encoded file");
  }

  @Function("get_default_verify_paths()")
  static PyObject defaultPaths() {
    return PyTuple.of(
        PyStr.of(ContextCertificates.FILE_VARIABLE),
        PyStr.of(ContextCertificates.defaultFile()),
        PyStr.of(ContextCertificates.FOLDER_VARIABLE),
        PyStr.of(ContextCertificates.defaultFolder()));
  }

  // ---- chance

  @Function("RAND_status()")
  static boolean randomStatus() {
    return true;
  }

  @Function("RAND_bytes(n, /)")
  static PyObject randomBytes(int count) {
    if (count < 0) {
      throw Errors.valueError("num must be positive");
    }
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return PyBytes.of(bytes);
  }

  /** Java's generator is seeded by the system; what is added cannot make it worse. */
  @Function("RAND_add(string, entropy, /)")
  static void randomAdd(PyObject data, double entropy) {
    byte[] seed = data instanceof PyStr text ? text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8) : Buffers.bytes(data);
    RANDOM.setSeed(seed);
  }

  // ---- names of objects

  @Function("txt2obj(txt, name=False)")
  static PyObject objectOf(String text, boolean name) {
    ObjectNames.Entry entry = name ? ObjectNames.ofName(text) : null;
    if (entry == null && isIdentifier(text)) {
      entry = ObjectNames.ofIdentifier(text);
      if (entry == null) {
        throw Errors.valueError("Unknown object");
      }
    }
    if (entry == null) {
      throw Errors.valueError("unknown object '%s'", text.length() > 100 ? text.substring(0, 100) : text);
    }
    return entry.tuple();
  }

  private static boolean isIdentifier(String text) {
    return text.matches("([01]\\.([0-9]|[1-3][0-9])|2\\.[0-9]+)(\\.[0-9]+)*");
  }

  @Function("nid2obj(nid, /)")
  static PyObject objectOf(int number) {
    if (number < 0) {
      throw Errors.valueError("NID must be positive.");
    }
    ObjectNames.Entry entry = ObjectNames.ofNumber(number);
    if (entry == null) {
      throw Errors.valueError(number == 0 ? "Unknown object" : "unknown NID " + number);
    }
    return entry.tuple();
  }
}
