package org.krait.stdlib.ssl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.Doors;
import org.krait.stdlib.os.Environment;

/** The certificates of a context: its own and those that it trusts. */
final class ContextCertificates {
  /** OpenSSL's number for an error that the reader of PEM files had. */
  private static final int PEM_LIBRARY = 0x80009;

  private static final int CERTIFICATE_LINE = 3896;
  private static final int KEY_LINE = 3917;
  private static final int DATA_LINE = 4015;
  private static final int FILE_LINE = 4147;

  /** Where systems keep what they trust: a file of all, and a folder with a file for each. */
  private static final String[] FILES = {
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem"
  };

  private static final String[] FOLDERS = {"/etc/ssl/certs", "/etc/pki/tls/certs"};
  static final String FILE_VARIABLE = "SSL_CERT_FILE";
  static final String FOLDER_VARIABLE = "SSL_CERT_DIR";

  private ContextCertificates() {}

  // ---- the own ones

  @Method("load_cert_chain(self, /, certfile, keyfile=None, password=None)")
  static void loadChain(
      PySslContext self, PyObject certificateFile, PyObject keyFile, PyObject password) {
    Path certificates = FileArgument.orNone(certificateFile, "certfile");
    if (certificates == null) {
      throw Errors.typeError("certfile should be a valid filesystem path");
    }
    Path keys = FileArgument.orNone(keyFile, "keyfile");
    KeyPassword secret = new KeyPassword(password);
    List<Pem.Block> blocks = Pem.blocks(FileArgument.read(certificates));
    X509Certificate[] chain = chain(blocks);
    if (self.securityLevel > 0 && VerifyChain.isWeak(chain[0].getPublicKey(), self.securityLevel)) {
      throw SslErrors.ssl(399, "SSL", "EE_KEY_TOO_SMALL", CERTIFICATE_LINE);
    }
    PrivateKey key =
        PrivateKeys.first(keys == null ? blocks : Pem.blocks(FileArgument.read(keys)), secret);
    if (key == null) {
      throw badFile("SSL", KEY_LINE);
    }
    if (!PrivateKeys.fit(key, chain[0].getPublicKey())) {
      throw SslErrors.ssl(116, "X509", "KEY_VALUES_MISMATCH", KEY_LINE);
    }
    Identity identity = new Identity(key, chain);
    self.identities.put(identity.kind(), identity);
  }

  private static PyException badFile(String library, int line) {
    return SslErrors.of(PySslError.TYPE, PEM_LIBRARY, library, null, "PEM lib", line);
  }

  private static X509Certificate[] chain(List<Pem.Block> blocks) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Pem.Block block : blocks) {
        if (block.bytes() == null && chain.isEmpty()) {
          throw badFile("SSL", CERTIFICATE_LINE);
        }
        if (block.label().endsWith("CERTIFICATE") && block.bytes() != null) {
          chain.add(TrustStore.decode(block.bytes()));
        }
      }
    } catch (GeneralSecurityException e) {
      throw badFile("SSL", CERTIFICATE_LINE);
    }
    if (chain.isEmpty()) {
      throw badFile("SSL", CERTIFICATE_LINE);
    }
    return chain.toArray(new X509Certificate[0]);
  }

  // ---- those of others

  @Method("load_verify_locations(self, /, cafile=None, capath=None, cadata=None)")
  static void loadLocations(PySslContext self, PyObject file, PyObject folder, PyObject data) {
    if (file == PyNone.NONE && folder == PyNone.NONE && data == PyNone.NONE) {
      throw Errors.typeError("cafile, capath and cadata cannot be all omitted");
    }
    Path filePath = FileArgument.orNone(file, "cafile");
    Path folderPath = FileArgument.orNone(folder, "capath");
    if (data != PyNone.NONE) {
      loadData(self, data);
    }
    if (filePath != null) {
      loadFile(self, FileArgument.read(filePath));
    }
    if (folderPath != null) {
      self.store.addFolder(folderPath);
    }
  }

  private static void loadData(PySslContext self, PyObject data) {
    if (data instanceof PyStr text) {
      if (!text.isAscii()) {
        throw notData();
      }
      loadText(self, text.toString());
    } else if (Buffers.isBuffer(data)) {
      loadBinary(self, Buffers.bytes(data));
    } else {
      throw notData();
    }
  }

  private static PyException notData() {
    return Errors.typeError("cadata should be an ASCII string or a bytes-like object");
  }

  private static void loadText(PySslContext self, String text) {
    if (text.isEmpty()) {
      throw Errors.valueError("Empty certificate data");
    }
    int count = 0;
    try {
      for (Pem.Block block : Pem.blocks(text)) {
        if (block.label().endsWith("CERTIFICATE") && self.store.addBlock(block)) {
          count++;
        }
      }
    } catch (Der.Malformed | GeneralSecurityException e) {
      if (count > 0) {
        throw badFile("PEM", DATA_LINE);
      }
    }
    if (count == 0) {
      throw SslErrors.plain(
          PySslError.TYPE, 0, "no start line: cadata does not contain a certificate", DATA_LINE);
    }
  }

  private static void loadBinary(PySslContext self, byte[] bytes) {
    if (bytes.length == 0) {
      throw Errors.valueError("Empty certificate data");
    }
    Der input = new Der(bytes);
    int count = 0;
    try {
      while (input.hasNext()) {
        self.store.add(new CertificateFields(bytes, input));
        count++;
      }
    } catch (Der.Malformed e) {
      if (count == 0) {
        throw SslErrors.plain(
            PySslError.TYPE, 0, "not enough data: cadata does not contain a certificate", DATA_LINE);
      }
      throw SslErrors.ssl(123, "ASN1", "HEADER_TOO_LONG", 4028);
    }
  }

  private static void loadFile(PySslContext self, byte[] bytes) {
    int count = 0;
    try {
      for (Pem.Block block : Pem.blocks(bytes)) {
        count += self.store.addBlock(block) ? 1 : 0;
      }
    } catch (Der.Malformed | GeneralSecurityException e) {
      throw badFile("X509", FILE_LINE);
    }
    if (count == 0) {
      throw SslErrors.ssl(136, "X509", "NO_CERTIFICATE_OR_CRL_FOUND", FILE_LINE);
    }
  }

  // ---- what the system trusts

  static String defaultFile() {
    return existing(FILES);
  }

  static String defaultFolder() {
    return existing(FOLDERS);
  }

  private static String existing(String[] places) {
    for (String place : places) {
      if (Files.exists(Path.of(place))) {
        return place;
      }
    }
    return places[0];
  }

  @Method("set_default_verify_paths(self, /)")
  static void defaults(PySslContext self) {
    String file = Environment.get(FILE_VARIABLE);
    String folders = Environment.get(FOLDER_VARIABLE);
    try {
      Path path = FileArgument.orNone(PyStr.of(file == null ? defaultFile() : file), "cafile");
      loadFile(self, FileArgument.read(path));
    } catch (PyException e) {
      // A system without certificates trusts nobody; that is told when it matters.
    }
    for (String folder : (folders == null ? defaultFolder() : folders).split(":")) {
      if (!folder.isEmpty()) {
        self.store.addFolder(FileArgument.orNone(PyStr.of(folder), "capath"));
      }
    }
  }

  @Method("cert_store_stats(self, /)")
  static PyObject statistics(PySslContext self) {
    List<TrustStore.Anchor> anchors = self.store.anchors();
    int authorities = 0;
    for (TrustStore.Anchor anchor : anchors) {
      authorities += anchor.fields.isAuthority() ? 1 : 0;
    }
    PyDict dict = new PyDict();
    dict.put(PyStr.interned("x509"), PyLong.of(anchors.size()));
    dict.put(PyStr.interned("crl"), PyLong.of(self.store.revocationCount()));
    dict.put(PyStr.interned("x509_ca"), PyLong.of(authorities));
    return dict;
  }

  @Method("get_ca_certs(self, /, binary_form=False)")
  static PyObject authorities(PySslContext self, boolean binary) {
    PyList list = new PyList();
    for (TrustStore.Anchor anchor : self.store.anchors()) {
      if (anchor.fields.isAuthority()) {
        byte[] bytes = anchor.fields.whole;
        list.append(binary ? PyBytes.of(bytes.clone()) : PyCertificate.info(bytes));
      }
    }
    return list;
  }

  /**
   * Looks that the file has parameters for Diffie and Hellman's exchange. JSSE does not take them: it
   * uses the groups of RFC 7919 that the client offers, or ones of 2048 bits.
   */
  @Method("load_dh_params(self, path, /)")
  static void parameters(PySslContext self, PyObject path) {
    PyObject plain = Objects.fsPath(path);
    Doors.audit("open", path, PyStr.of("rb"), PyLong.of(0));
    Path file = FileArgument.orNone(plain, "path");
    for (Pem.Block block : Pem.blocks(FileArgument.read(file, path))) {
      if (block.label().endsWith("DH PARAMETERS") && isParameters(block.bytes())) {
        return;
      }
    }
    throw SslErrors.ssl(108, "PEM", "NO_START_LINE", 4195);
  }

  private static boolean isParameters(byte[] bytes) {
    try {
      Der list = bytes == null ? null : new Der(bytes).enter(Der.SEQUENCE);
      return list != null && list.expect(Der.INTEGER).value().length > 0
          && list.expect(Der.INTEGER).value().length > 0;
    } catch (Der.Malformed e) {
      return false;
    }
  }
}
