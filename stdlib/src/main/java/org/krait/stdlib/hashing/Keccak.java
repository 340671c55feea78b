package org.krait.stdlib.hashing;

/** The sponge of SHA-3 and SHAKE (FIPS 202). */
final class Keccak implements Digest {
  private static final int LANES = 25;
  private static final int ROUNDS = 24;
  private static final long[] ROUND_CONSTANTS = roundConstants();
  private static final int[] ROTATIONS = new int[LANES];
  private static final int[] TARGETS = new int[LANES];

  static {
    int x = 1;
    int y = 0;
    for (int t = 0; t < ROUNDS; t++) {
      int nextY = (2 * x + 3 * y) % 5;
      ROTATIONS[x + 5 * y] = (t + 1) * (t + 2) / 2 % Long.SIZE;
      TARGETS[x + 5 * y] = y + 5 * nextY;
      x = y;
      y = nextY;
    }
  }

  private final long[] state;
  private final int rate;
  private final int suffix;
  private int at;

  /**
   * A fresh sponge.
   *
   * @param rate bytes taken in between permutations
   * @param suffix the bits of the domain, with the first bit of the padding
   */
  Keccak(int rate, int suffix) {
    this(new long[LANES], rate, suffix, 0);
  }

  private Keccak(long[] state, int rate, int suffix, int at) {
    this.state = state;
    this.rate = rate;
    this.suffix = suffix;
    this.at = at;
  }

  /** From the linear feedback register of the standard. */
  private static long[] roundConstants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j < 7; j++) {
        if ((register & 1) != 0) {
          constants[round] |= 1L << (1 << j) - 1;
        }
        register <<= 1;
        if ((register & 0x100) != 0) {
          register ^= 0x171;
        }
      }
    }
    return constants;
  }

  @Override
  public Digest copy() {
    return new Keccak(state.clone(), rate, suffix, at);
  }

  @Override
  public void update(byte[] data, int length) {
    for (int i = 0; i < length; i++) {
      absorb(data[i]);
    }
  }

  private void absorb(int value) {
    mix(at++, value);
    if (at == rate) {
      permute();
      at = 0;
    }
  }

  private void mix(int position, int value) {
    state[position >> 3] ^= (value & 0xffL) << 8 * (position & 7);
  }

  @Override
  public byte[] result(int length) {
    Keccak end = (Keccak) copy();
    end.mix(at, suffix);
    end.mix(rate - 1, 0x80);
    end.permute();
    byte[] out = new byte[length];
    int position = 0;
    for (int i = 0; i < length; i++) {
      if (position == rate) {
        end.permute();
        position = 0;
      }
      out[i] = (byte) (end.state[position >> 3] >>> 8 * (position & 7));
      position++;
    }
    return out;
  }

  private void permute() {
    long[] lanes = new long[LANES];
    long[] columns = new long[5];
    for (int round = 0; round < ROUNDS; round++) {
      for (int x = 0; x < 5; x++) {
        columns[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
      }
      for (int i = 0; i < LANES; i++) {
        int x = i % 5;
        long lane = state[i] ^ columns[(x + 4) % 5] ^ Long.rotateLeft(columns[(x + 1) % 5], 1);
        lanes[TARGETS[i]] = Long.rotateLeft(lane, ROTATIONS[i]);
      }
      for (int i = 0; i < LANES; i++) {
        int row = i - i % 5;
        state[i] = lanes[i] ^ ~lanes[row + (i - row + 1) % 5] & lanes[row + (i - row + 2) % 5];
      }
      state[0] ^= ROUND_CONSTANTS[round];
    }
  }
}
