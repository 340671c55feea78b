package org.krait.stdlib.lzma;

/** Writes bits by their probabilities. */
final class RangeEncoder {
  private static final int TOP = 1 << 24;

  final ByteSink out;
  private long low;
  private int range;
  private int cache;
  private long cacheSize;

  RangeEncoder(ByteSink out) {
    this.out = out;
    reset();
  }

  void reset() {
    low = 0;
    range = -1;
    cache = 0;
    cacheSize = 1;
  }

  /** The bytes that there would be if it ended now. */
  long pending() {
    return out.size + cacheSize + 4;
  }

  void bit(short[] probs, int place, int bit) {
    int prob = probs[place];
    int bound = (range >>> 11) * prob;
    if (bit == 0) {
      range = bound;
      probs[place] = (short) (prob + (2048 - prob >>> 5));
    } else {
      low += bound & 0xffffffffL;
      range -= bound;
      probs[place] = (short) (prob - (prob >>> 5));
    }
    if (range >= 0 && range < TOP) {
      range <<= 8;
      shift();
    }
  }

  void tree(short[] probs, int base, int bits, int value) {
    int node = 1;
    for (int i = bits - 1; i >= 0; i--) {
      int bit = value >>> i & 1;
      bit(probs, base + node, bit);
      node = node << 1 | bit;
    }
  }

  void reverseTree(short[] probs, int base, int bits, int value) {
    int node = 1;
    for (int i = 0; i < bits; i++) {
      int bit = value >>> i & 1;
      bit(probs, base + node, bit);
      node = node << 1 | bit;
    }
  }

  void direct(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      range >>>= 1;
      if ((value >>> i & 1) == 1) {
        low += range & 0xffffffffL;
      }
      if (range >= 0 && range < TOP) {
        range <<= 8;
        shift();
      }
    }
  }

  private void shift() {
    int carry = (int) (low >>> 32);
    if (carry != 0 || low < 0xff000000L) {
      int next = cache;
      do {
        out.put(next + carry);
        next = 0xff;
      } while (--cacheSize != 0);
      cache = (int) (low >>> 24) & 0xff;
    }
    cacheSize++;
    low = (low & 0x00ffffff) << 8;
  }

  void finish() {
    for (int i = 0; i < 5; i++) {
      shift();
    }
  }
}
