package org.krait.stdlib.ssl;

/**
 * Why a certificate is not trusted.
 *
 * @param code OpenSSL's number
 * @param words OpenSSL's sentence
 */
record VerifyFailure(int code, String words) {
  static final VerifyFailure UNSPECIFIED = new VerifyFailure(1, "unspecified certificate verification error");
  static final VerifyFailure NO_ISSUER = new VerifyFailure(2, "unable to get issuer certificate");
  static final VerifyFailure NO_CRL = new VerifyFailure(3, "unable to get certificate CRL");
  static final VerifyFailure BAD_SIGNATURE = new VerifyFailure(7, "certificate signature failure");
  static final VerifyFailure BAD_CRL_SIGNATURE = new VerifyFailure(8, "CRL signature failure");
  static final VerifyFailure NOT_YET_VALID = new VerifyFailure(9, "certificate is not yet valid");
  static final VerifyFailure EXPIRED = new VerifyFailure(10, "certificate has expired");
  static final VerifyFailure CRL_NOT_YET_VALID = new VerifyFailure(11, "CRL is not yet valid");
  static final VerifyFailure CRL_EXPIRED = new VerifyFailure(12, "CRL has expired");
  static final VerifyFailure SELF_SIGNED = new VerifyFailure(18, "self-signed certificate");
  static final VerifyFailure SELF_SIGNED_IN_CHAIN = new VerifyFailure(19, "self-signed certificate in certificate chain");
  static final VerifyFailure NO_LOCAL_ISSUER = new VerifyFailure(20, "unable to get local issuer certificate");
  static final VerifyFailure CHAIN_TOO_LONG = new VerifyFailure(22, "certificate chain too long");
  static final VerifyFailure IS_REVOKED = new VerifyFailure(23, "certificate revoked");
  static final VerifyFailure PATH_TOO_LONG = new VerifyFailure(25, "path length constraint exceeded");
  static final VerifyFailure WRONG_PURPOSE = new VerifyFailure(26, "unsuitable certificate purpose");
  static final VerifyFailure UNKNOWN_EXTENSION = new VerifyFailure(34, "unhandled critical extension");
  static final VerifyFailure NOT_PERMITTED = new VerifyFailure(47, "permitted subtree violation");
  static final VerifyFailure WEAK_KEY = new VerifyFailure(66, "EE certificate key too weak");
  static final VerifyFailure WEAK_CA_KEY = new VerifyFailure(67, "CA certificate key too weak");
  static final VerifyFailure WEAK_DIGEST = new VerifyFailure(68, "CA signature digest algorithm too weak");
  static final VerifyFailure NO_CA = new VerifyFailure(79, "invalid CA certificate");

  static VerifyFailure wrongHost(String host) {
    return new VerifyFailure(62, "Hostname mismatch, certificate is not valid for '" + host + "'.");
  }

  static VerifyFailure wrongAddress(String address) {
    return new VerifyFailure(64, "IP address mismatch, certificate is not valid for '" + address + "'.");
  }
}
