package org.krait.stdlib.ssl;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether a chain of certificates is to be trusted: finds the way to a trusted one as OpenSSL
 * does, checks in OpenSSL's order, so that of several faults the same is told, and lets the JDK's own
 * validator look at what was accepted (name constraints, critical extensions).
 */
final class VerifyChain {
  private static final int CRL_LEAF = 4;
  private static final int CRL_ALL = 8;
  private static final int PARTIAL = 0x80000;
  private static final int LONGEST = 100;
  private static final int CERTIFICATE_SIGN = 5;

  /** What is asked of the certificates of a connection. */
  record Question(
      TrustStore store, int flags, int hostFlags, int securityLevel, boolean ofServer, String host) {}

  /** The chain that was found, leaf first; with a failure it is as far as it got. */
  record Answer(List<X509Certificate> chain, VerifyFailure failure) {}

  /** One step of the chain. */
  private record Link(X509Certificate certificate, CertificateFields fields, boolean trusted) {}

  private final Question question;
  private final List<Link> untrusted = new ArrayList<>();
  private final List<Link> chain = new ArrayList<>();

  private VerifyChain(Question question) {
    this.question = question;
  }

  static Answer verify(Question question, X509Certificate[] given) {
    VerifyChain verification = new VerifyChain(question);
    VerifyFailure failure;
    try {
      for (X509Certificate one : given) {
        verification.untrusted.add(
            new Link(one, new CertificateFields(one.getEncoded()), false));
      }
      failure = verification.find();
    } catch (Der.Malformed | GeneralSecurityException e) {
      failure = VerifyFailure.UNSPECIFIED;
    }
    return new Answer(verification.chain.stream().map(Link::certificate).toList(), failure);
  }

  /** The chain that a certificate is sent with: as far up as trusted ones go. */
  static List<X509Certificate> issuers(TrustStore store, X509Certificate leaf) {
    VerifyChain search = new VerifyChain(new Question(store, 0, 0, 0, true, null));
    List<X509Certificate> found = new ArrayList<>();
    try {
      search.chain.add(new Link(leaf, new CertificateFields(leaf.getEncoded()), false));
      search.climb();
      for (Link link : search.chain.subList(1, search.chain.size())) {
        found.add(link.certificate);
      }
    } catch (Der.Malformed | GeneralSecurityException e) {
      return List.of();
    }
    return found;
  }

  private VerifyFailure find() throws Der.Malformed, GeneralSecurityException {
    if (untrusted.isEmpty()) {
      return VerifyFailure.UNSPECIFIED;
    }
    chain.add(untrusted.getFirst());
    climb();
    VerifyFailure failure = trust();
    failure = failure == null ? extensions() : failure;
    failure = failure == null ? strength() : failure;
    failure = failure == null ? identity() : failure;
    failure = failure == null ? revocation() : failure;
    failure = failure == null ? signatures() : failure;
    return failure == null ? secondOpinion() : failure;
  }

  // ---- the way up

  private void climb() throws Der.Malformed, GeneralSecurityException {
    while (chain.size() < LONGEST) {
      Link top = chain.getLast();
      boolean own = top.fields.isSelfIssued() && top.fields.mayBeIssuedBy(top.fields);
      TrustStore.Anchor same = question.store.exact(top.fields.whole, top.fields.subject);
      if (same != null && !top.trusted) {
        top = new Link(top.certificate, top.fields, true);
        chain.set(chain.size() - 1, top);
      }
      if (own || same != null && (question.flags & PARTIAL) != 0) {
        // One that vouches for itself may still be known as issued by another; OpenSSL stops here too.
        return;
      }
      Link issuer = trustedIssuer(top);
      issuer = issuer == null && !top.trusted ? givenIssuer(top) : issuer;
      if (issuer == null) {
        return;
      }
      chain.add(issuer);
    }
  }

  private Link trustedIssuer(Link of) throws Der.Malformed, CertificateException {
    Link old = null;
    for (TrustStore.Anchor anchor : question.store.about(of.fields.issuer)) {
      if (of.fields.mayBeIssuedBy(anchor.fields)) {
        Link link = new Link(anchor.certificate(), anchor.fields, true);
        if (isInTime(link.certificate)) {
          return link;
        }
        old = link;
      }
    }
    return old;
  }

  private Link givenIssuer(Link of) {
    Link old = null;
    for (Link other : untrusted) {
      boolean used = chain.stream().anyMatch(l -> Arrays.equals(l.fields.whole, other.fields.whole));
      if (!used && of.fields.mayBeIssuedBy(other.fields)) {
        if (isInTime(other.certificate)) {
          return other;
        }
        old = other;
      }
    }
    return old;
  }

  private static boolean isInTime(X509Certificate certificate) {
    Date now = new Date();
    return !now.before(certificate.getNotBefore()) && !now.after(certificate.getNotAfter());
  }

  private VerifyFailure trust() {
    Link top = chain.getLast();
    if (top.trusted && (top.fields.isSelfIssued() || (question.flags & PARTIAL) != 0)) {
      return null;
    }
    if (chain.size() >= LONGEST) {
      return VerifyFailure.CHAIN_TOO_LONG;
    }
    if (top.fields.isSelfIssued() && !top.trusted) {
      return chain.size() == 1 ? VerifyFailure.SELF_SIGNED : VerifyFailure.SELF_SIGNED_IN_CHAIN;
    }
    return top.trusted ? VerifyFailure.NO_ISSUER : VerifyFailure.NO_LOCAL_ISSUER;
  }

  // ---- what the certificates say of themselves

  private VerifyFailure extensions() {
    int authorities = 0;
    for (int i = 0; i < chain.size(); i++) {
      CertificateFields fields = chain.get(i).fields;
      if (i > 0) {
        if (!fields.isAuthority() || !fields.mayUse(CERTIFICATE_SIGN, true)) {
          return VerifyFailure.NO_CA;
        }
        int length = fields.pathLength();
        if (length >= 0 && authorities > length) {
          return VerifyFailure.PATH_TOO_LONG;
        }
        authorities += fields.isSelfIssued() ? 0 : 1;
      }
      List<String> purposes = fields.purposes();
      String wanted = question.ofServer ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2";
      if (purposes != null && !purposes.contains(wanted) && !(i > 0 && purposes.contains("2.5.29.37.0"))) {
        return VerifyFailure.WRONG_PURPOSE;
      }
    }
    return null;
  }

  private VerifyFailure strength() {
    int level = question.securityLevel;
    for (int i = 0; i < chain.size() && level > 0; i++) {
      X509Certificate certificate = chain.get(i).certificate;
      if (isWeak(certificate.getPublicKey(), level)) {
        return i == 0 ? VerifyFailure.WEAK_KEY : VerifyFailure.WEAK_CA_KEY;
      }
      String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
      boolean weak = algorithm.startsWith("MD") || level >= 2 && algorithm.startsWith("SHA1");
      if (weak && !chain.get(i).fields.isSelfIssued()) {
        return VerifyFailure.WEAK_DIGEST;
      }
    }
    return null;
  }

  static boolean isWeak(PublicKey key, int level) {
    return switch (key) {
      case RSAKey rsa -> rsa.getModulus().bitLength() < switch (level) {
        case 1 -> 1024;
        case 2 -> 2048;
        case 3 -> 3072;
        case 4 -> 7680;
        default -> 15360;
      };
      case ECKey ec -> ec.getParams().getOrder().bitLength() < switch (level) {
        case 1 -> 160;
        case 2 -> 224;
        case 3 -> 256;
        case 4 -> 384;
        default -> 512;
      };
      default -> false;
    };
  }

  private VerifyFailure identity() {
    String host = question.host;
    if (host == null) {
      return null;
    }
    CertificateFields leaf = chain.getFirst().fields;
    byte[] address = HostName.address(host);
    if (address != null) {
      return HostName.hasAddress(leaf, address) ? null : VerifyFailure.wrongAddress(host);
    }
    return HostName.hasHost(leaf, host, question.hostFlags) ? null : VerifyFailure.wrongHost(host);
  }

  // ---- revocation, signatures and times

  private VerifyFailure revocation() {
    if ((question.flags & CRL_LEAF) == 0) {
      return null;
    }
    int last = (question.flags & CRL_ALL) != 0 ? chain.size() - 1 : 0;
    for (int i = 0; i <= last; i++) {
      VerifyFailure failure = revocation(chain.get(i), chain.get(Math.min(i + 1, chain.size() - 1)));
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private VerifyFailure revocation(Link link, Link issuer) {
    VerifyFailure failure = VerifyFailure.NO_CRL;
    Date now = new Date();
    for (X509CRL list : question.store.revocationsBy(link.fields.issuer)) {
      try {
        list.verify(issuer.certificate.getPublicKey());
      } catch (GeneralSecurityException e) {
        failure = VerifyFailure.BAD_CRL_SIGNATURE;
        continue;
      }
      if (now.before(list.getThisUpdate())) {
        failure = VerifyFailure.CRL_NOT_YET_VALID;
      } else if (list.getNextUpdate() != null && now.after(list.getNextUpdate())) {
        failure = VerifyFailure.CRL_EXPIRED;
      } else {
        return list.isRevoked(link.certificate) ? VerifyFailure.IS_REVOKED : null;
      }
    }
    return failure;
  }

  private VerifyFailure signatures() {
    Date now = new Date();
    for (int i = chain.size() - 1; i >= 0; i--) {
      X509Certificate certificate = chain.get(i).certificate;
      if (i < chain.size() - 1) {
        try {
          certificate.verify(chain.get(i + 1).certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
          return VerifyFailure.BAD_SIGNATURE;
        }
      }
      if (now.before(certificate.getNotBefore())) {
        return VerifyFailure.NOT_YET_VALID;
      }
      if (now.after(certificate.getNotAfter())) {
        return VerifyFailure.EXPIRED;
      }
    }
    return null;
  }

  /** The JDK's validator, for what is not looked at above. */
  private VerifyFailure secondOpinion() throws GeneralSecurityException {
    if (chain.size() < 2) {
      return null;
    }
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(chain.getLast().certificate, null)));
    parameters.setRevocationEnabled(false);
    List<X509Certificate> path = new ArrayList<>();
    for (Link link : chain.subList(0, chain.size() - 1)) {
      path.add(link.certificate);
    }
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return null;
    } catch (CertPathValidatorException e) {
      return switch (e.getReason()) {
        case PKIXReason.UNRECOGNIZED_CRIT_EXT -> VerifyFailure.UNKNOWN_EXTENSION;
        case PKIXReason.INVALID_NAME -> VerifyFailure.NOT_PERMITTED;
        case PKIXReason.PATH_TOO_LONG -> VerifyFailure.PATH_TOO_LONG;
        case PKIXReason.NOT_CA_CERT, PKIXReason.INVALID_KEY_USAGE -> VerifyFailure.NO_CA;
        case CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED -> VerifyFailure.WEAK_DIGEST;
        default -> VerifyFailure.UNSPECIFIED;
      };
    }
  }
}
