package org.krait.stdlib.hashing;

/** BLAKE2b and BLAKE2s (RFC 7693), with the parameters of the tree mode. */
final class Blake2 implements Digest {
  private static final int[][] SIGMA = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
  };

  private static final long[] IV = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };

  private final boolean wide;
  private final long[] h;
  private final byte[] block;
  private final boolean lastNode;
  private int filled;
  private long count;

  /**
   * A fresh state.
   *
   * @param wide BLAKE2b (64-bit words); else BLAKE2s
   * @param parameters the parameter block: 64 or 32 bytes
   */
  Blake2(boolean wide, byte[] parameters, boolean lastNode) {
    this.wide = wide;
    this.lastNode = lastNode;
    this.block = new byte[wide ? 128 : 64];
    this.h = new long[8];
    for (int i = 0; i < h.length; i++) {
      h[i] = (wide ? IV[i] : IV[i] >>> 32) ^ word(parameters, i);
    }
  }

  private Blake2(Blake2 other) {
    wide = other.wide;
    lastNode = other.lastNode;
    h = other.h.clone();
    block = other.block.clone();
    filled = other.filled;
    count = other.count;
  }

  private long word(byte[] bytes, int index) {
    int width = wide ? 8 : 4;
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | bytes[index * width + i] & 0xff;
    }
    return value;
  }

  @Override
  public Digest copy() {
    return new Blake2(this);
  }

  @Override
  public void update(byte[] data, int length) {
    for (int at = 0; at < length; ) {
      if (filled == block.length) {
        compress(false);
      }
      int part = Math.min(block.length - filled, length - at);
      System.arraycopy(data, at, block, filled, part);
      filled += part;
      at += part;
    }
  }

  @Override
  public byte[] result(int length) {
    Blake2 end = new Blake2(this);
    java.util.Arrays.fill(end.block, end.filled, end.block.length, (byte) 0);
    end.compress(true);
    byte[] out = new byte[length];
    int width = wide ? 8 : 4;
    for (int i = 0; i < length; i++) {
      out[i] = (byte) (end.h[i / width] >>> 8 * (i % width));
    }
    return out;
  }

  private void compress(boolean last) {
    count += filled;
    filled = 0;
    long[] v = new long[16];
    for (int i = 0; i < 8; i++) {
      v[i] = h[i];
      v[i + 8] = wide ? IV[i] : IV[i] >>> 32;
    }
    v[12] ^= wide ? count : count & 0xffffffffL;
    v[13] ^= wide ? 0 : count >>> 32;
    long ones = wide ? -1L : 0xffffffffL;
    v[14] ^= last ? ones : 0;
    v[15] ^= last && lastNode ? ones : 0;
    for (int round = 0; round < (wide ? 12 : 10); round++) {
      int[] s = SIGMA[round % 10];
      for (int i = 0; i < 4; i++) {
        mix(v, i, 4 + i, 8 + i, 12 + i, s[2 * i], s[2 * i + 1]);
      }
      for (int i = 0; i < 4; i++) {
        mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, s[8 + 2 * i], s[9 + 2 * i]);
      }
    }
    for (int i = 0; i < 8; i++) {
      h[i] ^= v[i] ^ v[i + 8];
    }
  }

  private void mix(long[] v, int a, int b, int c, int d, int x, int y) {
    v[a] = cut(v[a] + v[b] + word(block, x));
    v[d] = right(v[d] ^ v[a], wide ? 32 : 16);
    v[c] = cut(v[c] + v[d]);
    v[b] = right(v[b] ^ v[c], wide ? 24 : 12);
    v[a] = cut(v[a] + v[b] + word(block, y));
    v[d] = right(v[d] ^ v[a], wide ? 16 : 8);
    v[c] = cut(v[c] + v[d]);
    v[b] = right(v[b] ^ v[c], wide ? 63 : 7);
  }

  private long cut(long value) {
    return wide ? value : value & 0xffffffffL;
  }

  private long right(long value, int bits) {
    return wide
        ? Long.rotateRight(value, bits)
        : Integer.rotateRight((int) value, bits) & 0xffffffffL;
  }
}
