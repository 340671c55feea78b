package org.krait.stdlib.random;

/** The generator MT19937 of Matsumoto and Nishimura (2002). */
final class MersenneTwister {
  static final int SIZE = 624;
  private static final int SHIFT = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state = new int[SIZE];
  private int index;

  /** The next 32 bits. */
  int next() {
    if (index >= SIZE) {
      generate();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void generate() {
    int[] mt = state;
    for (int i = 0; i < SIZE - SHIFT; i++) {
      mt[i] = twist(mt[i], mt[i + 1], mt[i + SHIFT]);
    }
    for (int i = SIZE - SHIFT; i < SIZE - 1; i++) {
      mt[i] = twist(mt[i], mt[i + 1], mt[i + SHIFT - SIZE]);
    }
    mt[SIZE - 1] = twist(mt[SIZE - 1], mt[0], mt[SHIFT - 1]);
    index = 0;
  }

  private static int twist(int here, int next, int far) {
    int y = here & UPPER | next & LOWER;
    return far ^ y >>> 1 ^ -(y & 1) & MATRIX;
  }

  /** The next double from [0, 1) with 53 random bits. */
  double nextDouble() {
    int high = next() >>> 5;
    int low = next() >>> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
  }

  private void seed(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
    index = SIZE;
  }

  /** Seeds with any number of words, at least one. */
  void seed(int[] key) {
    seed(19650218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(SIZE, key.length); k > 0; k--) {
      state[i] = (state[i] ^ mixed(i) * 1664525) + key[j] + j;
      i = following(i);
      j = j + 1 == key.length ? 0 : j + 1;
    }
    for (int k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i] ^ mixed(i) * 1566083941) - i;
      i = following(i);
    }
    state[0] = UPPER;
  }

  private int mixed(int i) {
    return state[i - 1] ^ state[i - 1] >>> 30;
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** A word of the state, or how many of them have been used. */
  int word(int i) {
    return i == SIZE ? index : state[i];
  }

  /** Sets all words and how many of them have been used. */
  void restore(int[] words, int used) {
    System.arraycopy(words, 0, state, 0, SIZE);
    index = used;
  }
}
