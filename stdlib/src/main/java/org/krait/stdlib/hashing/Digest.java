package org.krait.stdlib.hashing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A digest that is being computed. */
interface Digest {
  void update(byte[] data, int length);

  /** The digest so far, of this many bytes where the length is free; more may be added afterwards. */
  byte[] result(int length);

  Digest copy();

  /** A digest of the JDK. */
  static Digest ofJdk(String algorithm) {
    // To look for an algorithm takes longer than to hash a short text: one is kept to be copied.
    Jdk fresh = Jdk.FRESH.get(algorithm);
    if (fresh != null) {
      return fresh.copy();
    }
    try {
      Jdk.FRESH.put(algorithm, new Jdk(MessageDigest.getInstance(algorithm)));
      return new Jdk(MessageDigest.getInstance(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** One that the JDK computes. */
  record Jdk(MessageDigest digest) implements Digest {
    /** Digests by name into which nothing is ever put. */
    private static final Map<String, Jdk> FRESH = new ConcurrentHashMap<>();

    @Override
    public void update(byte[] data, int length) {
      digest.update(data, 0, length);
    }

    @Override
    public byte[] result(int length) {
      return ((Jdk) copy()).digest.digest();
    }

    @Override
    public Digest copy() {
      try {
        return new Jdk((MessageDigest) digest.clone());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the JDK's digests can be copied", e);
      }
    }
  }
}
