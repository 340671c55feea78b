package org.krait.stdlib.multibyte;

/** Where the rows of JIS X 0213 lie in Shift JIS and in EUC. */
final class JisRows {
  /** What EUC has before half-wide kana. */
  static final int KANA = 0x8e;

  private static final int ROWS = 94;
  private static final int SECOND_PLANE = 0x8f0000;

  /** The first rows of plane 2 in the order of Shift JIS; those from 79 on follow them. */
  private static final int[] SECOND = {1, 8, 3, 4, 5, 12, 13, 14, 15, 78};

  private JisRows() {}

  /** Whether plane 2 of JIS X 0213 has a row; the others behind {@code 8f} are of JIS X 0212. */
  static boolean isInSecond(int row) {
    return row >= 78 || java.util.Arrays.stream(SECOND).anyMatch(known -> known == row);
  }

  /** The sequence of EUC for a pair of Shift JIS. */
  static int ofShifted(int pair) {
    int first = pair >> 8;
    int second = pair & 0xff;
    boolean upper = second >= 0x9f;
    int row = 2 * (first - (first < 0xe0 ? 0x81 : 0xc1)) + (upper ? 1 : 0);
    int cell = second - (second < 0x7f ? 0x40 : upper ? 0x9f : 0x41);
    if (row < ROWS) {
      return row + 0xa1 << 8 | cell + 0xa1;
    }
    int inSecond = row - ROWS;
    int number = inSecond < SECOND.length ? SECOND[inSecond] : inSecond - SECOND.length + 79;
    return SECOND_PLANE | number + 0xa0 << 8 | cell + 0xa1;
  }
}
