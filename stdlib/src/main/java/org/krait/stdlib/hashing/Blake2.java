package org.krait.stdlib.hashing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** BLAKE2b and BLAKE2s (RFC 7693), with the parameters of the tree mode. */
final class Blake2 implements Digest {
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final long MASK = 0xffffffffL;

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

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

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
    if (wide) {
      compressWide(last);
    } else {
      compressNarrow(last);
    }
  }

  // All places in the arrays are constants, so that HotSpot keeps them in registers.

  private void compressWide(boolean last) {
    long[] m = new long[16];
    for (int i = 0; i < 16; i++) {
      m[i] = (long) LONGS.get(block, 8 * i);
    }
    long[] v = {
      h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], IV[0], IV[1], IV[2], IV[3],
      IV[4] ^ count, IV[5], IV[6] ^ (last ? -1 : 0), IV[7] ^ (last && lastNode ? -1 : 0)
    };
    for (int round = 0; round < 12; round++) {
      int[] s = SIGMA[round % 10];
      mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
      mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
      mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
      mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
      mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
      mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
      mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
      mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    h[0] ^= v[0] ^ v[8];
    h[1] ^= v[1] ^ v[9];
    h[2] ^= v[2] ^ v[10];
    h[3] ^= v[3] ^ v[11];
    h[4] ^= v[4] ^ v[12];
    h[5] ^= v[5] ^ v[13];
    h[6] ^= v[6] ^ v[14];
    h[7] ^= v[7] ^ v[15];
  }

  private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    v[a] += v[b] + x;
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }

  private void compressNarrow(boolean last) {
    int[] m = new int[16];
    for (int i = 0; i < 16; i++) {
      m[i] = (int) INTS.get(block, 4 * i);
    }
    int[] v = {
      (int) h[0], (int) h[1], (int) h[2], (int) h[3], (int) h[4], (int) h[5], (int) h[6], (int) h[7],
      narrow(0), narrow(1), narrow(2), narrow(3), narrow(4) ^ (int) count, narrow(5) ^ (int) (count >>> 32),
      narrow(6) ^ (last ? -1 : 0), narrow(7) ^ (last && lastNode ? -1 : 0)
    };
    for (int round = 0; round < 10; round++) {
      int[] s = SIGMA[round];
      mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
      mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
      mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
      mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
      mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
      mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
      mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
      mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    h[0] ^= (v[0] ^ v[8]) & MASK;
    h[1] ^= (v[1] ^ v[9]) & MASK;
    h[2] ^= (v[2] ^ v[10]) & MASK;
    h[3] ^= (v[3] ^ v[11]) & MASK;
    h[4] ^= (v[4] ^ v[12]) & MASK;
    h[5] ^= (v[5] ^ v[13]) & MASK;
    h[6] ^= (v[6] ^ v[14]) & MASK;
    h[7] ^= (v[7] ^ v[15]) & MASK;
  }

  private static int narrow(int i) {
    return (int) (IV[i] >>> 32);
  }

  private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
    v[a] += v[b] + x;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
    v[a] += v[b] + y;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
    v[c] += v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
  }
}
