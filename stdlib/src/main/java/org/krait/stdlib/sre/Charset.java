package org.krait.stdlib.sre;

/** A set of characters in the code of a pattern, with the answers for those below U+0100 at hand. */
final class Charset {
  private final int[] code;
  private final int start;
  private final long[] small = new long[4];

  /** The set whose code starts there. */
  Charset(int[] code, int start) {
    this.code = code;
    this.start = start;
    for (int c = 0; c < 256; c++) {
      if (search(c)) {
        small[c >> 6] |= 1L << c;
      }
    }
  }

  boolean contains(int c) {
    return c < 256 ? (small[c >> 6] & 1L << c) != 0 : search(c);
  }

  private boolean search(int c) {
    boolean found = true;
    int at = start;
    while (true) {
      switch (code[at]) {
        case Op.FAILURE -> {
          return !found;
        }
        case Op.LITERAL -> {
          if (c == code[at + 1]) {
            return found;
          }
          at += 2;
        }
        case Op.CATEGORY -> {
          if (Characters.isOf(code[at + 1], c)) {
            return found;
          }
          at += 2;
        }
        case Op.RANGE -> {
          if (code[at + 1] <= c && c <= code[at + 2]) {
            return found;
          }
          at += 3;
        }
        case Op.RANGE_UNI_IGNORE -> {
          int upper = Characters.unicodeUpper(c);
          int first = code[at + 1];
          int last = code[at + 2];
          if (first <= c && c <= last || first <= upper && upper <= last) {
            return found;
          }
          at += 3;
        }
        case Op.NEGATE -> {
          found = !found;
          at++;
        }
        case Op.CHARSET -> {
          if (c < 256 && bit(at + 1, c)) {
            return found;
          }
          at += 9;
        }
        case Op.BIGCHARSET -> {
          int blocks = code[at + 1];
          if (c < 0x10000) {
            int block = code[at + 2 + (c >> 10)] >> 8 * (c >> 8 & 3) & 0xff;
            if (bit(at + 66 + 8 * block, c & 0xff)) {
              return found;
            }
          }
          at += 66 + 8 * blocks;
        }
        default -> throw new IndexOutOfBoundsException(code[at]);
      }
    }
  }

  private boolean bit(int at, int c) {
    return (code[at + (c >> 5)] & 1 << c) != 0;
  }
}
