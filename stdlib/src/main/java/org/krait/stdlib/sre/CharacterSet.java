package org.krait.stdlib.sre;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.text.Unicode;

/**
 * What the next character may be: exactly for those below U+0100, by {@linkplain #kind kinds} above, where it may be
 * more than is true but never less; and whether the text may end there. So two sets that do not meet
 * exclude each other.
 */
final class CharacterSet {
  // Kinds of characters from U+0100 on.
  private static final int DECIMAL = 1;
  private static final int LETTER = 2;
  private static final int SPACE = 4;
  private static final int OTHER = 8;
  private static final int EVERY = 15;

  /** Anything, or the end. */
  static final CharacterSet ANYTHING = new CharacterSet(new long[] {-1, -1, -1, -1}, EVERY, true);

  /** The end, before a line feed too. */
  static final CharacterSet LINE_END = new CharacterSet(new long[] {1L << '\n', 0, 0, 0}, 0, true);

  static final CharacterSet END = new CharacterSet(new long[4], 0, true);

  /** Characters from U+0100 on whose lower case is below. */
  private static final class Lowered {
    static final List<Integer> ALL = find();

    private static List<Integer> find() {
      List<Integer> found = new ArrayList<>();
      for (int c = Program.SMALL; c < 0x20000; c++) {
        if (Characters.unicodeLower(c) < Program.SMALL) {
          found.add(c);
        }
      }
      return found;
    }
  }

  /** For characters below U+0100 a bit each. */
  final long[] small;

  private final int high;
  final boolean end;

  private CharacterSet(long[] small, int high, boolean end) {
    this.small = small;
    this.high = high;
    this.end = end;
  }

  /** What the operation on one character at a place of a program's code takes; {@code wide}: the text may have more than bytes. */
  static CharacterSet of(Program program, int at, boolean wide) {
    return new CharacterSet(Matcher.small(program, at), wide ? high(program, at) : 0, false);
  }

  /** What is no letter, digit or underscore; of ASCII or of Unicode. */
  static CharacterSet noWord(boolean unicode) {
    long[] small = new long[4];
    for (int c = 0; c < Program.SMALL; c++) {
      if (!(unicode ? Characters.isUnicodeWord(c) : Characters.isWord(c))) {
        small[c >> 6] |= 1L << c;
      }
    }
    return new CharacterSet(small, unicode ? SPACE | OTHER : EVERY, true);
  }

  CharacterSet or(CharacterSet other) {
    long[] both = small.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] |= other.small[i];
    }
    return new CharacterSet(both, high | other.high, end | other.end);
  }

  /** What is below U+0100 and not in it. */
  CharacterSet complement() {
    long[] others = small.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] = ~others[i];
    }
    return new CharacterSet(others, 0, false);
  }

  boolean meets(CharacterSet other) {
    boolean common = (high & other.high) != 0 || end && other.end;
    for (int i = 0; i < small.length; i++) {
      common |= (small[i] & other.small[i]) != 0;
    }
    return common;
  }

  /** Whether a character above U+00FF may be in it. */
  boolean reachesHigh() {
    return high != 0;
  }

  boolean containsSmall(int c) {
    return (small[c >> 6] & 1L << c) != 0;
  }

  // ---- characters from U+0100 on

  private static int kind(int c) {
    if (c < Program.SMALL) {
      return 0;
    }
    return Unicode.isDecimal(c) ? DECIMAL : Unicode.isAlnum(c) ? LETTER : Unicode.isSpace(c) ? SPACE : OTHER;
  }

  private static int high(Program program, int at) {
    int[] code = program.code;
    return switch (code[at]) {
      case Op.LITERAL -> kind(code[at + 1]);
      case Op.LITERAL_IGNORE, Op.LITERAL_LOC_IGNORE -> kind(code[at + 1]);
      case Op.LITERAL_UNI_IGNORE -> code[at + 1] < Program.SMALL ? lowered(program, at) : EVERY;
      case Op.IN -> high(code, at + 2);
      case Op.IN_IGNORE, Op.IN_LOC_IGNORE -> high(code, at + 2);
      case Op.IN_UNI_IGNORE -> high(code, at + 2) == 0 ? lowered(program, at) : EVERY;
      default -> EVERY;
    };
  }

  private static int lowered(Program program, int at) {
    int kinds = 0;
    for (int c : Lowered.ALL) {
      kinds |= Matcher.isOne(program, at, c) ? kind(c) : 0;
    }
    return kinds;
  }

  private static int high(int[] code, int start) {
    return code[start] == Op.NEGATE ? EVERY & ~kinds(code, start + 1, true) : kinds(code, start, false);
  }

  /** The kinds of which the items of a set have all characters, or else some. */
  private static int kinds(int[] code, int start, boolean whole) {
    int kinds = 0;
    int at = start;
    while (code[at] != Op.FAILURE) {
      switch (code[at]) {
        case Op.LITERAL -> {
          kinds |= whole ? 0 : kind(code[at + 1]);
          at += 2;
        }
        case Op.RANGE -> {
          kinds |= whole || code[at + 2] < Program.SMALL ? 0 : EVERY;
          at += 3;
        }
        case Op.CATEGORY -> {
          kinds |= category(code[at + 1], whole);
          at += 2;
        }
        case Op.CHARSET -> at += 9;
        default -> {
          return whole ? 0 : EVERY;
        }
      }
    }
    return kinds;
  }

  private static int category(int number, boolean whole) {
    return switch (number) {
      case 0, 2, 4, 6, 8 -> 0;
      case 10 -> DECIMAL;
      case 11 -> EVERY & ~DECIMAL;
      case 12 -> SPACE;
      case 13 -> EVERY & ~SPACE;
      case 14 -> DECIMAL | LETTER;
      case 15 -> SPACE | OTHER;
      case 1, 3, 5, 7, 9 -> EVERY;
      default -> whole ? 0 : EVERY;
    };
  }

  /** Whether the operation on one character at a place takes all from U+0100 on. */
  static boolean takesAllHigh(Program program, int at) {
    int[] code = program.code;
    return switch (code[at]) {
      case Op.ANY, Op.ANY_ALL -> true;
      case Op.NOT_LITERAL, Op.NOT_LITERAL_IGNORE -> code[at + 1] < Program.SMALL;
      case Op.IN -> code[at + 2] == Op.NEGATE ? kinds(code, at + 3, false) == 0 : kinds(code, at + 2, true) == EVERY;
      default -> false;
    };
  }
}
