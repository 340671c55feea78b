package org.krait.stdlib.ssl;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What a side shows itself by.
 *
 * @param chain as the file had it, the own certificate first
 */
record Identity(PrivateKey key, X509Certificate[] chain) {
  /** The kind of key, of which a context has one identity each. */
  String kind() {
    return key.getAlgorithm();
  }

  /** The chain to send: with the trusted issuers, where the file had none. */
  X509Certificate[] toSend(TrustStore store) {
    if (chain.length > 1) {
      return chain;
    }
    java.util.List<X509Certificate> all = new java.util.ArrayList<>();
    all.add(chain[0]);
    all.addAll(VerifyChain.issuers(store, chain[0]));
    return all.toArray(new X509Certificate[0]);
  }
}
