package org.krait.stdlib.hashing;

import java.util.Locale;

/** A hash function by name, with the sizes of its digest (0 for any) and of its blocks, in bytes. */
enum Algorithm {
  MD5("md5", 16, 64),
  SHA1("sha1", 20, 64),
  SHA224("sha224", 28, 64),
  SHA256("sha256", 32, 64),
  SHA384("sha384", 48, 128),
  SHA512("sha512", 64, 128),
  SHA512_224("sha512_224", 28, 128),
  SHA512_256("sha512_256", 32, 128),
  SHA3_224("sha3_224", 28, 144),
  SHA3_256("sha3_256", 32, 136),
  SHA3_384("sha3_384", 48, 104),
  SHA3_512("sha3_512", 64, 72),
  SHAKE_128("shake_128", 0, 168),
  SHAKE_256("shake_256", 0, 136),
  BLAKE2B("blake2b", 64, 128),
  BLAKE2S("blake2s", 32, 64),
  MD5_SHA1("md5-sha1", 36, 64);

  private static final int SHAKE_SUFFIX = 0x1f;

  final String pythonName;
  final int digestSize;
  final int blockSize;

  Algorithm(String pythonName, int digestSize, int blockSize) {
    this.pythonName = pythonName;
    this.digestSize = digestSize;
    this.blockSize = blockSize;
  }

  /** The algorithm of a name, in letters of any case, or null. */
  static Algorithm named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Algorithm algorithm : values()) {
      if (algorithm.pythonName.equals(wanted)) {
        return algorithm;
      }
    }
    return null;
  }

  boolean isExtendable() {
    return digestSize == 0;
  }

  Digest start() {
    return switch (this) {
      case MD5 -> Digest.ofJdk("MD5");
      case SHA1 -> Digest.ofJdk("SHA-1");
      case SHA224 -> Digest.ofJdk("SHA-224");
      case SHA256 -> Digest.ofJdk("SHA-256");
      case SHA384 -> Digest.ofJdk("SHA-384");
      case SHA512 -> Digest.ofJdk("SHA-512");
      case SHA512_224 -> Digest.ofJdk("SHA-512/224");
      case SHA512_256 -> Digest.ofJdk("SHA-512/256");
      case SHA3_224, SHA3_256, SHA3_384, SHA3_512 ->
          Digest.ofJdk("SHA3-" + digestSize * Byte.SIZE);
      case SHAKE_128, SHAKE_256 -> new Keccak(blockSize, SHAKE_SUFFIX);
      case BLAKE2B, BLAKE2S -> plainBlake();
      case MD5_SHA1 -> new Joined(Digest.ofJdk("MD5"), Digest.ofJdk("SHA-1"));
    };
  }

  private Digest plainBlake() {
    byte[] parameters = new byte[digestSize];
    parameters[0] = (byte) digestSize;
    parameters[2] = 1;
    parameters[3] = 1;
    return new Blake2(this == BLAKE2B, parameters, false);
  }

  /** Two digests of the same data, one behind the other. */
  private record Joined(Digest first, Digest second) implements Digest {
    @Override
    public void update(byte[] data, int length) {
      first.update(data, length);
      second.update(data, length);
    }

    @Override
    public byte[] result(int length) {
      byte[] left = first.result(MD5.digestSize);
      byte[] right = second.result(SHA1.digestSize);
      byte[] all = java.util.Arrays.copyOf(left, left.length + right.length);
      System.arraycopy(right, 0, all, left.length, right.length);
      return all;
    }

    @Override
    public Digest copy() {
      return new Joined(first.copy(), second.copy());
    }
  }
}
