package org.krait.stdlib.bz2;

/** The checksum of blocks: CRC-32 with the highest bit first. */
final class BlockCrc {
  private static final int POLYNOMIAL = 0x04c11db7;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value << 1 ^ (value < 0 ? POLYNOMIAL : 0);
      }
      TABLE[i] = value;
    }
  }

  private BlockCrc() {}

  /** The state after one more byte; states begin and end turned around. */
  static int update(int state, int value) {
    return state << 8 ^ TABLE[state >>> 24 ^ value & 0xff];
  }
}
