package org.krait.stdlib.zlib;

/** What stands around compressed data; from {@code wbits}. */
enum Container {
  RAW,
  ZLIB,
  GZIP,
  /** Either of zlib and gzip, as the first bytes say; for decompression only. */
  DETECT;

  static final int SMALLEST_WINDOW = 8;
  static final int LARGEST_WINDOW = 15;

  /** The container that a value of {@code wbits} asks for, or null when it asks for none. */
  static Container of(int wbits) {
    int bits = windowBits(wbits);
    if (bits != 0 && (bits < SMALLEST_WINDOW || bits > LARGEST_WINDOW) || wbits < -LARGEST_WINDOW) {
      return null;
    }
    if (wbits < 0) {
      return RAW;
    }
    return switch (wbits >> 4) {
      case 0 -> ZLIB;
      case 1 -> GZIP;
      case 2 -> DETECT;
      default -> null;
    };
  }

  /** The binary logarithm of the window, 0 for what the header says. */
  static int windowBits(int wbits) {
    return wbits < 0 ? -wbits : wbits & 15;
  }
}
