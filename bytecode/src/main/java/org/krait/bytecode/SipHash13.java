package org.krait.bytecode;

/** SipHash-1-3, the hash of sources in {@code .pyc} files (PEP 552) and of CPython's strings. */
public final class SipHash13 {
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash13(long k0, long k1) {
    v0 = k0 ^ 0x736f6d6570736575L;
    v1 = k1 ^ 0x646f72616e646f6dL;
    v2 = k0 ^ 0x6c7967656e657261L;
    v3 = k1 ^ 0x7465646279746573L;
  }

  /** The hash of the data under the key {@code (k0, k1)}. */
  public static long hash(long k0, long k1, byte[] data) {
    SipHash13 state = new SipHash13(k0, k1);
    int whole = data.length & ~7;
    for (int at = 0; at < whole; at += 8) {
      state.absorb(little(data, at, 8));
    }
    state.absorb(little(data, whole, data.length - whole) | (long) data.length << 56);
    return state.finish();
  }

  private static long little(byte[] data, int at, int count) {
    long word = 0;
    for (int i = 0; i < count; i++) {
      word |= (data[at + i] & 0xffL) << 8 * i;
    }
    return word;
  }

  private void absorb(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  private long finish() {
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
