package org.krait.stdlib.zlib;

import java.util.Arrays;

/** The prefix codes of a block, and how the input describes them (RFC 1951, 3.2.5 to 3.2.7). */
final class BlockTables {
  static final int[] LENGTH_BASE = new int[29];
  static final int[] LENGTH_EXTRA = new int[29];
  static final int[] DISTANCE_BASE = new int[30];
  static final int[] DISTANCE_EXTRA = new int[30];

  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int MOST_LITERALS = 286;
  private static final int MOST_DISTANCES = 30;
  private static final int LONGEST_MATCH = 258;
  private static final PrefixCode FIXED_LITERALS;
  private static final PrefixCode FIXED_DISTANCES;

  static {
    fill(LENGTH_BASE, LENGTH_EXTRA, 3, 4);
    LENGTH_BASE[28] = LONGEST_MATCH;
    LENGTH_EXTRA[28] = 0;
    fill(DISTANCE_BASE, DISTANCE_EXTRA, 1, 2);
    byte[] lengths = new byte[288];
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, 288, (byte) 8);
    FIXED_LITERALS = new PrefixCode(lengths, 0, 288);
    byte[] distances = new byte[32];
    Arrays.fill(distances, (byte) 5);
    FIXED_DISTANCES = new PrefixCode(distances, 0, 32);
  }

  /** Each symbol begins where the last one ends; every group of symbols has one more extra bit. */
  private static void fill(int[] base, int[] extra, int first, int group) {
    int value = first;
    for (int i = 0; i < base.length; i++) {
      extra[i] = Math.max(0, i / group - 1);
      base[i] = value;
      value += 1 << extra[i];
    }
  }

  private PrefixCode literals = FIXED_LITERALS;
  private PrefixCode distances = FIXED_DISTANCES;

  /** What was read of a description so far. */
  private byte[] lengths = new byte[MOST_LITERALS + MOST_DISTANCES];

  private byte[] codeLengths = new byte[ORDER.length];
  private PrefixCode codes;
  private int literalCount;
  private int distanceCount;
  private int codeCount;
  private int have;

  BlockTables copy() {
    BlockTables copy = new BlockTables();
    copy.literals = literals;
    copy.distances = distances;
    copy.lengths = lengths.clone();
    copy.codeLengths = codeLengths.clone();
    copy.codes = codes;
    copy.literalCount = literalCount;
    copy.distanceCount = distanceCount;
    copy.codeCount = codeCount;
    copy.have = have;
    return copy;
  }

  PrefixCode literals() {
    return literals;
  }

  PrefixCode distances() {
    return distances;
  }

  void setFixed() {
    literals = FIXED_LITERALS;
    distances = FIXED_DISTANCES;
  }

  void begin() {
    codeCount = 0;
    codes = null;
    have = 0;
  }

  /** Reads on; false when the input ends before the description does. */
  boolean read(BitInput in) {
    if (codeCount == 0 && !readCounts(in)) {
      return false;
    }
    if (codes == null && !readCodeLengths(in)) {
      return false;
    }
    while (have < literalCount + distanceCount) {
      if (!readLength(in)) {
        return false;
      }
    }
    finish();
    return true;
  }

  private boolean readCounts(BitInput in) {
    if (!in.has(14)) {
      return false;
    }
    literalCount = in.take(5) + 257;
    distanceCount = in.take(5) + 1;
    codeCount = in.take(4) + 4;
    if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES) {
      throw ZlibFault.data("too many length or distance symbols");
    }
    Arrays.fill(codeLengths, (byte) 0);
    return true;
  }

  private boolean readCodeLengths(BitInput in) {
    while (have < codeCount) {
      if (!in.has(3)) {
        return false;
      }
      codeLengths[ORDER[have++]] = (byte) in.take(3);
    }
    codes = new PrefixCode(codeLengths, 0, codeLengths.length);
    if (codes.left != 0) {
      throw ZlibFault.data("invalid code lengths set");
    }
    have = 0;
    return true;
  }

  private boolean readLength(BitInput in) {
    in.fill();
    int entry = codes.next(in.hold, in.bits);
    if (entry < 0) {
      in.starve();
      return false;
    }
    int symbol = entry >>> 4;
    int used = entry & 15;
    if (symbol < 16) {
      in.drop(used);
      lengths[have++] = (byte) symbol;
      return true;
    }
    int extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
    if (!in.has(used + extra)) {
      return false;
    }
    in.drop(used);
    repeat(symbol, in.take(extra) + (symbol == 18 ? 11 : 3));
    return true;
  }

  private void repeat(int symbol, int count) {
    if (symbol == 16 && have == 0 || have + count > literalCount + distanceCount) {
      throw ZlibFault.data("invalid bit length repeat");
    }
    byte value = symbol == 16 ? lengths[have - 1] : 0;
    Arrays.fill(lengths, have, have + count, value);
    have += count;
  }

  private void finish() {
    if (lengths[256] == 0) {
      throw ZlibFault.data("invalid code -- missing end-of-block");
    }
    literals = new PrefixCode(lengths, 0, literalCount);
    if (isBroken(literals)) {
      throw ZlibFault.data("invalid literal/lengths set");
    }
    distances = new PrefixCode(lengths, literalCount, distanceCount);
    if (isBroken(distances)) {
      throw ZlibFault.data("invalid distances set");
    }
  }

  /** A code must use all patterns, unless it has one symbol of one bit, or none. */
  private static boolean isBroken(PrefixCode code) {
    return code.left < 0 || code.isIncomplete() && code.longest > 1;
  }
}
