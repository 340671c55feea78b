package org.krait.stdlib.bz2;

/** The symbols of a prefix code, found by the bits that begin the input. */
final class DecodeTable {
  private static final int WIDTH = 20;
  private static final int QUICK = 10;

  /** By the first bits: the symbol and the length of its code, or 0 for longer codes. */
  private final int[] quick = new int[1 << QUICK];

  private final int[] firstCode = new int[WIDTH + 2];
  private final int[] firstPlace = new int[WIDTH + 2];
  private final int[] counts = new int[WIDTH + 2];
  private final int[] symbols;

  DecodeTable(byte[] lengths) {
    symbols = new int[lengths.length];
    for (byte length : lengths) {
      counts[length]++;
    }
    int code = 0;
    int place = 0;
    for (int length = 1; length <= WIDTH; length++) {
      firstCode[length] = code;
      firstPlace[length] = place;
      for (int v = 0; v < lengths.length; v++) {
        if (lengths[v] == length) {
          if (length <= QUICK) {
            fill(code, length, v);
          }
          symbols[place++] = v;
          code++;
        }
      }
      code <<= 1;
    }
  }

  private void fill(int code, int length, int symbol) {
    int from = code << QUICK - length;
    for (int i = from; i < from + (1 << QUICK - length) && i < quick.length; i++) {
      quick[i] = symbol << 5 | length;
    }
  }

  /**
   * The symbol whose code begins the bits, and the length of the code in the lower five bits.
   *
   * @param window the next 20 bits
   * @return negative when no code fits
   */
  int find(int window) {
    int found = quick[window >>> WIDTH - QUICK];
    if (found != 0) {
      return found;
    }
    for (int length = QUICK + 1; length <= WIDTH; length++) {
      int offset = (window >>> WIDTH - length) - firstCode[length];
      if (offset >= 0 && offset < counts[length]) {
        return symbols[firstPlace[length] + offset] << 5 | length;
      }
    }
    return -1;
  }
}
