package org.krait.stdlib.hashing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Keys from passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). */
final class KeyDerivation {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** The ints of a block of Salsa20. */
  private static final int WORDS = 16;

  private static final int ROUNDS = 8;

  private KeyDerivation() {}

  static byte[] pbkdf2(
      Algorithm algorithm, byte[] password, byte[] salt, long iterations, int length) {
    Hmac keyed = new Hmac(algorithm, password);
    byte[] key = new byte[length];
    for (int block = 1, at = 0; at < length; block++, at += algorithm.digestSize) {
      Hmac first = keyed.copy();
      first.update(salt);
      first.update(
          new byte[] {(byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block});
      byte[] link = first.result();
      byte[] sum = link.clone();
      for (long i = 1; i < iterations; i++) {
        Hmac next = keyed.copy();
        next.update(link);
        link = next.result();
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= link[j];
        }
      }
      System.arraycopy(sum, 0, key, at, Math.min(sum.length, length - at));
    }
    return key;
  }

  /** The parameters are as RFC 7914 names them; that they make sense was checked. */
  static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
    byte[] blocks = pbkdf2(Algorithm.SHA256, password, salt, 1, p * 128 * r);
    int[] x = new int[2 * WORDS * r];
    for (int i = 0; i < p; i++) {
      int from = i * 128 * r;
      for (int j = 0; j < x.length; j++) {
        x[j] = (int) INTS.get(blocks, from + 4 * j);
      }
      x = mix(x, n, r);
      for (int j = 0; j < x.length; j++) {
        INTS.set(blocks, from + 4 * j, x[j]);
      }
    }
    return pbkdf2(Algorithm.SHA256, password, blocks, 1, length);
  }

  /** Fills a table and then goes through it in an order that nobody can foresee. */
  private static int[] mix(int[] start, int n, int r) {
    int[][] table = new int[n][];
    int[] x = start;
    for (int i = 0; i < n; i++) {
      table[i] = x;
      x = mixBlocks(x, r);
    }
    for (int i = 0; i < n; i++) {
      int[] other = table[x[(2 * r - 1) * WORDS] & n - 1];
      int[] joined = new int[x.length];
      for (int j = 0; j < joined.length; j++) {
        joined[j] = x[j] ^ other[j];
      }
      x = mixBlocks(joined, r);
    }
    return x;
  }

  private static int[] mixBlocks(int[] blocks, int r) {
    int[] result = new int[blocks.length];
    int[] x = Arrays.copyOfRange(blocks, (2 * r - 1) * WORDS, 2 * r * WORDS);
    for (int i = 0; i < 2 * r; i++) {
      for (int j = 0; j < WORDS; j++) {
        x[j] ^= blocks[i * WORDS + j];
      }
      salsa(x);
      // Even blocks go to the first half, odd ones to the second.
      System.arraycopy(x, 0, result, (i / 2 + (i & 1) * r) * WORDS, WORDS);
    }
    return result;
  }

  /** Salsa20/8 in place. */
  private static void salsa(int[] block) {
    int[] x = block.clone();
    for (int round = 0; round < ROUNDS; round += 2) {
      for (int i = 0; i < 4; i++) {
        quarter(x, 5 * i, (5 * i + 4) % WORDS, (5 * i + 8) % WORDS, (5 * i + 12) % WORDS);
      }
      for (int i = 0; i < 4; i++) {
        int row = 4 * i;
        quarter(x, 5 * i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
      }
    }
    for (int i = 0; i < WORDS; i++) {
      block[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
