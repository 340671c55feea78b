package org.krait.stdlib.zlib;

/**
 * A prefix code as DEFLATE numbers them: codes of the same length follow one another in the order of
 * their symbols, and shorter codes come before longer ones.
 *
 * <p>Codes of up to {@link #DIRECT} bits are looked up at once, longer ones bit by bit.
 */
final class PrefixCode {
  static final int LONGEST = 15;
  private static final int DIRECT = 10;

  /** By the next {@link #DIRECT} bits of input: symbol and length, or 0 for a longer code. */
  private final short[] direct = new short[1 << DIRECT];

  /** How many codes there are of each length, and the symbols in the order of their codes. */
  private final int[] counts = new int[LONGEST + 1];

  private final short[] symbols;

  /** Codes that no symbol has: negative when there are too many symbols. */
  final int left;

  final int longest;

  /**
   * The code in which symbol {@code i} has {@code lengths[from + i]} bits, none where that is 0.
   */
  PrefixCode(byte[] lengths, int from, int count) {
    symbols = new short[count];
    for (int i = 0; i < count; i++) {
      counts[lengths[from + i]]++;
    }
    counts[0] = 0;
    int room = 1;
    int most = 0;
    int[] places = new int[LONGEST + 2];
    for (int bits = 1; bits <= LONGEST; bits++) {
      room = room < 0 ? room : (room << 1) - counts[bits];
      most = counts[bits] > 0 ? bits : most;
      places[bits + 1] = places[bits] + counts[bits];
    }
    left = room;
    longest = most;
    for (int i = 0; i < count; i++) {
      int bits = lengths[from + i];
      if (bits != 0) {
        symbols[places[bits]++] = (short) i;
      }
    }
    if (room >= 0) {
      fillDirect();
    }
  }

  private void fillDirect() {
    int code = 0;
    int place = 0;
    for (int bits = 1; bits <= DIRECT; bits++) {
      for (int i = 0; i < counts[bits]; i++) {
        short entry = (short) (symbols[place++] << 4 | bits);
        int reversed = Integer.reverse(code++) >>> 32 - bits;
        for (int at = reversed; at < direct.length; at += 1 << bits) {
          direct[at] = entry;
        }
      }
      code <<= 1;
    }
  }

  /** Whether some bit patterns mean nothing. */
  boolean isIncomplete() {
    return left > 0;
  }

  /**
   * The first symbol in the input: {@code symbol << 4 | length}, -1 when there are too few bits to
   * say, -2 when the bits are no code.
   *
   * @param bits the input, next bit lowest
   * @param available how many of them are input
   */
  int next(long bits, int available) {
    int entry = direct[(int) bits & (1 << DIRECT) - 1];
    if (entry != 0) {
      return (entry & 15) <= available ? entry : -1;
    }
    return nextLong(bits, available);
  }

  private int nextLong(long bits, int available) {
    int code = 0;
    int first = 0;
    int place = 0;
    for (int length = 1; length <= LONGEST; length++) {
      if (length > available) {
        return length > Math.max(longest, 1) ? -2 : -1;
      }
      code |= (int) (bits >>> length - 1) & 1;
      int count = counts[length];
      if (code - first < count) {
        return symbols[place + code - first] << 4 | length;
      }
      place += count;
      first = first + count << 1;
      code <<= 1;
    }
    return -2;
  }
}
