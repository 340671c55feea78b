package org.krait.stdlib.hashing;

import java.util.Arrays;

/** A keyed hash (RFC 2104) that is being computed. */
public final class Hmac {
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;

  final Algorithm algorithm;
  private final Digest inner;
  private final Digest outer;

  Hmac(Algorithm algorithm, byte[] key) {
    this.algorithm = algorithm;
    byte[] shortKey = key;
    if (key.length > algorithm.blockSize) {
      Digest digest = algorithm.start();
      digest.update(key, key.length);
      shortKey = digest.result(algorithm.digestSize);
    }
    inner = padded(shortKey, INNER);
    outer = padded(shortKey, OUTER);
  }

  /** The HMAC-SHA256 of some parts after one another. */
  public static byte[] sha256(byte[] key, byte[]... parts) {
    Hmac hmac = new Hmac(Algorithm.SHA256, key);
    for (byte[] part : parts) {
      hmac.update(part);
    }
    return hmac.result();
  }

  private Hmac(Hmac other) {
    algorithm = other.algorithm;
    inner = other.inner.copy();
    outer = other.outer;
  }

  private Digest padded(byte[] key, int pad) {
    byte[] block = Arrays.copyOf(key, algorithm.blockSize);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= (byte) pad;
    }
    Digest digest = algorithm.start();
    digest.update(block, block.length);
    return digest;
  }

  Hmac copy() {
    return new Hmac(this);
  }

  void update(byte[] data) {
    inner.update(data, data.length);
  }

  byte[] result() {
    Digest end = outer.copy();
    byte[] middle = inner.result(algorithm.digestSize);
    end.update(middle, middle.length);
    return end.result(algorithm.digestSize);
  }
}
