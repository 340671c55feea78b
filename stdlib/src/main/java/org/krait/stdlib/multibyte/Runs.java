package org.krait.stdlib.multibyte;

import org.krait.runtime.types.PyStr;

/** Decoding and encoding by a {@link CharTable}. */
final class Runs {
  private Runs() {}

  static final class Decoder extends PieceDecoder {
    private final CharTable table;

    Decoder(CharTable table, byte[] in, String errors, boolean last, byte[] state) {
      super(table, in, errors, last, state);
      this.table = table;
    }

    @Override
    protected boolean step() {
      int first = unit(at);
      int c = table.single(first);
      if (c != CharTable.NOTHING) {
        out.append(c);
        at++;
        return true;
      }
      return table.isLead(first) ? sequence(first) : illegal(1);
    }

    /** Decodes two or more bytes. */
    private boolean sequence(int first) {
      if (at + 1 < end) {
        int second = unit(at + 1);
        if (table.hasQuads() && second >= '0' && second <= '9') {
          return quad();
        }
        if (table.makesUp() && first == MadeUp.FIRST && second == MadeUp.FILLER) {
          return madeUp();
        }
      }
      int length = table.isTriple(first) ? 3 : 2;
      if (end - at < length) {
        return incomplete();
      }
      int second = unit(at + 1);
      return take(
          length == 3 ? table.triple(second, unit(at + 2)) : table.pair(first, second), length);
    }

    private boolean quad() {
      if (end - at < 4) {
        return incomplete();
      }
      int sequence =
          unit(at) << 24 | unit(at + 1) << 16 | unit(at + 2) << 8 | unit(at + 3);
      return take(table.quad(sequence), 4);
    }

    private boolean madeUp() {
      if (end - at < MadeUp.LENGTH) {
        return incomplete();
      }
      boolean parts =
          unit(at + 2) == MadeUp.FIRST
              && unit(at + 4) == MadeUp.FIRST
              && unit(at + 6) == MadeUp.FIRST;
      int c = parts ? MadeUp.syllable(unit(at + 3), unit(at + 5), unit(at + 7)) : -1;
      return take(c, MadeUp.LENGTH);
    }
  }

  /** Forms of Hangul that KS X 1001 makes up of eight bytes: each part behind the same first byte. */
  private static final class MadeUp {
    static final int FIRST = 0xa4;
    static final int FILLER = 0xd4;
    static final int LENGTH = 8;
    private static final int SYLLABLES = 0xac00;
    private static final int LAST_SYLLABLE = 0xd7a3;
    private static final int VOWELS = 0xbf;
    private static final int VOWEL_COUNT = 21;
    private static final int[] INITIALS = {
      0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba,
      0xbb, 0xbc, 0xbd, 0xbe
    };
    private static final int[] FINALS = {
      0xd4, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf,
      0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe
    };

    private MadeUp() {}

    static boolean isSyllable(int c) {
      return c >= SYLLABLES && c <= LAST_SYLLABLE;
    }

    /** The syllable of three parts, or -1. */
    static int syllable(int initial, int vowel, int last) {
      int i = java.util.Arrays.binarySearch(INITIALS, initial);
      int v = vowel - VOWELS;
      int f = last == FILLER ? 0 : java.util.Arrays.binarySearch(FINALS, 1, FINALS.length, last);
      boolean known = i >= 0 && v >= 0 && v < VOWEL_COUNT && f >= 0;
      return known ? SYLLABLES + (i * VOWEL_COUNT + v) * FINALS.length + f : CharTable.NOTHING;
    }

    static int[] bytes(int c) {
      int rest = c - SYLLABLES;
      int vowel = VOWELS + rest / FINALS.length % VOWEL_COUNT;
      int initial = INITIALS[rest / FINALS.length / VOWEL_COUNT];
      return new int[] {
        FIRST, FILLER, FIRST, initial, FIRST, vowel, FIRST, FINALS[rest % FINALS.length]
      };
    }
  }

  static final class Encoder extends PieceEncoder {
    private final CharTable table;

    Encoder(CharTable table, PyStr in, String errors, boolean last, byte[] state) {
      super(table, in, errors, last, state);
      this.table = table;
    }

    @Override
    protected int step(int c, int next) {
      if (table.beginsDouble(c)) {
        if (next == -2) {
          return WAITS;
        }
        int both = next > 0 && next < 0x10000 ? table.bytes(c << 16 | next) : -1;
        if (both != -1) {
          write(both);
          return 2;
        }
      }
      int bytes = table.bytes(c);
      if (bytes != -1) {
        write(bytes);
        return 1;
      }
      if (!table.makesUp() || !MadeUp.isSyllable(c)) {
        return UNKNOWN;
      }
      for (int b : MadeUp.bytes(c)) {
        out.append(b);
      }
      return 1;
    }
  }
}
