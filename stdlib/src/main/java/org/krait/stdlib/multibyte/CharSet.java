package org.krait.stdlib.multibyte;

/**
 * A set of characters that ISO 2022 encodings call in.
 *
 * <p>A set with pairs is the part of an EUC table that has two high bytes, or three.
 */
enum CharSet {
  ASCII('B'),
  LATIN1('A'),
  GREEK('F'),
  ROMAN('J'),
  KANA('I'),
  JIS_1978('@', "euc_jp"),
  JIS_1983('B', "euc_jp"),
  JIS_SUPPLEMENT('D', "euc_jp"),
  CHINESE('A', "gb2312"),
  KOREAN('C', "euc_kr"),
  JIS_2000('O', "euc_jisx0213"),
  JIS_2000_SECOND('P', "euc_jisx0213"),
  JIS_2004('Q', "euc_jis_2004"),
  JIS_2004_SECOND('P', "euc_jis_2004");

  private static final int PAIRS = 0x80;
  private static final int HIGH = 0x8080;
  private static final int THIRD = 0x8f;
  private static final int BACKSLASH = 0xff3c;
  private static final int BACKSLASH_PLACE = 0x2140;
  private static final int YEN = 0xa5;
  private static final int OVERLINE = 0x203e;
  private static final int KANA_OFFSET = 0xff61 - 0x21;
  private static final int KANA_END = 0x5f;

  /** The last byte of the escape sequence; sets with pairs have the highest bit set. */
  final byte mark;

  private final String table;

  CharSet(char last) {
    mark = (byte) last;
    table = null;
  }

  CharSet(char last, String table) {
    mark = (byte) (last | PAIRS);
    this.table = table;
  }

  boolean hasPairs() {
    return table != null;
  }

  private CharTable table() {
    return CharTable.of(table);
  }

  private boolean isThree() {
    return this == JIS_SUPPLEMENT || this == JIS_2000_SECOND || this == JIS_2004_SECOND;
  }

  private boolean isSupplement() {
    return this == JIS_SUPPLEMENT;
  }

  private boolean isOldJis() {
    return this == JIS_1978 || this == JIS_1983;
  }

  /** Whether it has characters of two code points. */
  boolean hasDoubles() {
    return this == JIS_2000 || this == JIS_2004;
  }

  /** What a byte stands for. */
  int single(int c) {
    return switch (this) {
      case LATIN1, GREEK -> CharTable.NOTHING; // only as G2
      case ROMAN -> c == '\\' ? YEN : c == '~' ? OVERLINE : c;
      case KANA -> c >= 0x21 && c <= KANA_END ? c + KANA_OFFSET : CharTable.NOTHING;
      default -> c;
    };
  }

  /** What a pair of bytes below 128 stands for. */
  int pair(int first, int second) {
    if (first > 0x7f || second > 0x7f) {
      return CharTable.NOTHING;
    }
    if (isOldJis() && (first << 8 | second) == BACKSLASH_PLACE) {
      return BACKSLASH;
    }
    if (isThree() && isSupplement() == JisRows.isInSecond(first - 0x20)) {
      return CharTable.NOTHING;
    }
    return isThree()
        ? table().triple(first | 0x80, second | 0x80)
        : table().pair(first | 0x80, second | 0x80);
  }

  /** The byte or the pair of a value; -1 for none. */
  int bytes(int value) {
    if (!hasPairs()) {
      return one(value);
    }
    if (isOldJis() && value == BACKSLASH) {
      return BACKSLASH_PLACE;
    }
    int sequence = table().bytes(value);
    boolean fits =
        sequence != -1 && (sequence >>> 16 == (isThree() ? THIRD : 0)) && (sequence & HIGH) == HIGH;
    int pair = sequence & 0x7f7f;
    boolean foreign =
        isThree() && isSupplement() == JisRows.isInSecond((pair >> 8) - 0x20);
    // Half-wide kana have two bytes in EUC, and no place among the pairs.
    return fits && !foreign && pair >> 8 > 0x20 ? pair : -1;
  }

  private int one(int c) {
    return switch (this) {
      case ROMAN -> c == YEN ? '\\' : c == OVERLINE ? '~' : -1;
      case KANA -> c - KANA_OFFSET >= 0x21 && c - KANA_OFFSET <= KANA_END ? c - KANA_OFFSET : -1;
      default -> -1;
    };
  }
}
