package org.krait.runtime;

/** SipHash with one compression and three finalisation rounds (Aumasson and Bernstein, 2012). */
final class SipHash13 {
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHash13(long k0, long k1) {
    v0 = k0 ^ 0x736f6d6570736575L;
    v1 = k1 ^ 0x646f72616e646f6dL;
    v2 = k0 ^ 0x6c7967656e657261L;
    v3 = k1 ^ 0x7465646279746573L;
  }

  /** Takes in eight bytes. */
  void word(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  /** The hash, after the last one to seven bytes (or 0) and the whole length in bytes. */
  long finish(long last, long length) {
    word(length << 56 | last);
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
