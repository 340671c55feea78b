package org.krait.stdlib.ssl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The certificates that a context trusts, and its lists of revoked ones.
 *
 * <p>Certificates are decoded when they are first needed: a bundle of the system has some 140, of which a
 * connection needs one. Folders are looked into when a subject is asked for, under the hash of its name.
 */
final class TrustStore {
  /** A trusted certificate. */
  static final class Anchor {
    final CertificateFields fields;
    private X509Certificate decoded;

    Anchor(CertificateFields fields) {
      this.fields = fields;
    }

    synchronized X509Certificate certificate() throws CertificateException {
      if (decoded == null) {
        decoded = decode(fields.whole);
      }
      return decoded;
    }
  }

  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, List<Anchor>> bySubject = new LinkedHashMap<>();
  private final Map<String, Anchor> known = new LinkedHashMap<>();
  private final List<X509CRL> revocations = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final Map<String, Boolean> asked = new ConcurrentHashMap<>();

  static X509Certificate decode(byte[] bytes) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
  }

  static X509CRL decodeRevocations(byte[] bytes) throws CertificateException, CRLException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
  }

  private static String key(byte[] subject) {
    return HexFormat.of().formatHex(DistinguishedName.canonical(subject));
  }

  /** Trusts a certificate; once is enough. */
  synchronized void add(CertificateFields fields) {
    String identity = HexFormat.of().formatHex(fields.whole);
    if (known.containsKey(identity)) {
      return;
    }
    Anchor anchor = new Anchor(fields);
    known.put(identity, anchor);
    anchors.add(anchor);
    bySubject.computeIfAbsent(key(fields.subject), k -> new ArrayList<>()).add(anchor);
  }

  synchronized void add(X509CRL list) {
    if (!revocations.contains(list)) {
      revocations.add(list);
    }
  }

  synchronized void addFolder(Path folder) {
    if (!folders.contains(folder)) {
      folders.add(folder);
      asked.clear();
    }
  }

  synchronized List<Anchor> anchors() {
    return List.copyOf(anchors);
  }

  synchronized int revocationCount() {
    return revocations.size();
  }

  /** The trusted certificate with exactly these bytes, or null. */
  Anchor exact(byte[] certificate, byte[] subject) {
    lookInFolders(subject);
    synchronized (this) {
      return known.get(HexFormat.of().formatHex(certificate));
    }
  }

  /** The trusted certificates about a subject. */
  List<Anchor> about(byte[] subject) {
    lookInFolders(subject);
    synchronized (this) {
      return List.copyOf(bySubject.getOrDefault(key(subject), List.of()));
    }
  }

  /** The lists of an issuer. */
  List<X509CRL> revocationsBy(byte[] issuer) {
    lookInFolders(issuer);
    List<X509CRL> found = new ArrayList<>();
    synchronized (this) {
      for (X509CRL list : revocations) {
        if (DistinguishedName.same(list.getIssuerX500Principal().getEncoded(), issuer)) {
          found.add(list);
        }
      }
    }
    return found;
  }

  private void lookInFolders(byte[] subject) {
    List<Path> places;
    synchronized (this) {
      places = List.copyOf(folders);
    }
    if (places.isEmpty()) {
      return;
    }
    String hash = DistinguishedName.hash(subject);
    if (asked.putIfAbsent(hash, true) != null) {
      return;
    }
    for (Path folder : places) {
      for (int i = 0; readFile(folder.resolve(hash + "." + i)); i++) {
        // Names with one hash are numbered.
      }
      for (int i = 0; readFile(folder.resolve(hash + ".r" + i)); i++) {
        // And so are lists of revoked certificates.
      }
    }
  }

  /** Takes what a file of a folder has; false when there is no such file. */
  private boolean readFile(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      for (Pem.Block block : Pem.blocks(Files.readAllBytes(file))) {
        addBlock(block);
      }
    } catch (IOException | Der.Malformed | CertificateException | CRLException e) {
      // A file that cannot be read vouches for nobody.
      return true;
    }
    return true;
  }

  /** Takes a certificate or a list of revoked ones; false for anything else. */
  boolean addBlock(Pem.Block block) throws Der.Malformed, CertificateException, CRLException {
    switch (block.label()) {
      case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> {
        if (block.bytes() == null) {
          throw new Der.Malformed("bad base 64");
        }
        add(new CertificateFields(block.bytes(), new Der(block.bytes())));
        return true;
      }
      case "X509 CRL" -> {
        if (block.bytes() == null) {
          throw new Der.Malformed("bad base 64");
        }
        add(decodeRevocations(block.bytes()));
        return true;
      }
      default -> {
        return false;
      }
    }
  }
}
