package org.krait.stdlib.lzma;

/** A filter and its options. */
final class FilterSpec {
  static final long LZMA1 = 0x4000000000000001L;
  static final long LZMA2 = 0x21;
  static final long DELTA = 3;
  static final long X86 = 4;
  static final long POWERPC = 5;
  static final long IA64 = 6;
  static final long ARM = 7;
  static final long ARMTHUMB = 8;
  static final long SPARC = 9;

  private static final int[] DICTIONARY_BITS = {18, 20, 21, 22, 22, 23, 23, 24, 25, 26};
  private static final long SMALLEST_DICTIONARY = 4096;
  private static final long LARGEST_DICTIONARY = (1L << 30) + (1L << 29);

  final long id;
  long dictionarySize = 1L << 23;
  int lc = 3;
  int lp;
  int pb = 2;
  int mode = 2;
  int niceLength = 64;
  int matchFinder = 0x14;
  int depth;
  int distance = 1;
  long startOffset;

  FilterSpec(long id) {
    this.id = id;
  }

  static boolean isKnown(long id) {
    return id == LZMA1 || id == LZMA2 || id >= DELTA && id <= SPARC;
  }

  boolean isBranch() {
    return id >= X86 && id <= SPARC;
  }

  boolean isLzma() {
    return id == LZMA1 || id == LZMA2;
  }

  /** Sets what a preset stands for; false when there is none of that number. */
  boolean setPreset(long preset) {
    int level = (int) preset & 31;
    boolean extreme = (preset & 0x80000000L) != 0;
    if (level > 9 || (preset & ~0x8000001fL) != 0) {
      return false;
    }
    dictionarySize = 1L << DICTIONARY_BITS[level];
    lc = 3;
    lp = 0;
    pb = 2;
    mode = level <= 3 ? 1 : 2;
    matchFinder = level == 0 ? 3 : level <= 3 ? 4 : 0x14;
    niceLength = level <= 1 ? 128 : level <= 3 ? 273 : level == 4 ? 16 : level == 5 ? 32 : 64;
    depth = new int[] {4, 8, 24, 48, 0, 0, 0, 0, 0, 0}[level];
    if (extreme) {
      mode = 2;
      matchFinder = 0x14;
      niceLength = level == 3 || level == 5 ? 192 : 273;
      depth = level == 3 || level == 5 ? 0 : 512;
    }
    return true;
  }

  /** Throws when the options are not possible. */
  void check() {
    if (id == DELTA) {
      if (distance < 1 || distance > 256) {
        throw LzmaFault.options();
      }
    } else if (isLzma()) {
      boolean possible =
          dictionarySize >= SMALLEST_DICTIONARY
              && dictionarySize <= LARGEST_DICTIONARY
              && lc >= 0 && lp >= 0 && pb >= 0 && lc + lp <= 4 && pb <= 4
              && niceLength >= 2 && niceLength <= 273
              && (mode == 1 || mode == 2)
              && (matchFinder == 3 || matchFinder == 4 || matchFinder >= 0x12 && matchFinder <= 0x14);
      if (!possible) {
        throw LzmaFault.options();
      }
    } else if (startOffset % alignment() != 0) {
      throw LzmaFault.options();
    }
  }

  private int alignment() {
    return id == X86 ? 1 : id == IA64 ? 16 : id == ARMTHUMB ? 2 : 4;
  }

  /** A filter with the properties of LZMA that a byte says. */
  static FilterSpec ofProperties(int value) {
    if (value > (4 * 5 + 4) * 9 + 8) {
      throw LzmaFault.corrupt();
    }
    FilterSpec filter = new FilterSpec(LZMA1);
    filter.lc = value % 9;
    filter.lp = value / 9 % 5;
    filter.pb = value / 45;
    return filter;
  }

  /** A filter from the bytes that stand for its options in a container. */
  static FilterSpec decode(long id, byte[] properties) {
    int wanted = id == LZMA1 ? 5 : id == LZMA2 || id == DELTA ? 1 : 0;
    boolean fits = properties.length == wanted || id >= X86 && id <= SPARC && properties.length == 4;
    if (!isKnown(id) || !fits) {
      throw LzmaFault.options();
    }
    FilterSpec filter = new FilterSpec(id);
    if (id == LZMA1) {
      if ((properties[0] & 0xff) > 224) {
        throw LzmaFault.options();
      }
      filter = ofProperties(properties[0] & 0xff);
      if (filter.lc + filter.lp > 4) {
        throw LzmaFault.options();
      }
      filter.dictionarySize = number(properties, 1);
    } else if (id == LZMA2) {
      int bits = properties[0] & 0xff;
      if (bits > 40) {
        throw LzmaFault.options();
      }
      filter.dictionarySize = bits == 40 ? 0xffffffffL : (2L | bits & 1) << bits / 2 + 11;
    } else if (id == DELTA) {
      filter.distance = (properties[0] & 0xff) + 1;
    } else if (properties.length == 4) {
      filter.startOffset = number(properties, 0);
      filter.check();
    }
    return filter;
  }

  private static long number(byte[] bytes, int from) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | bytes[from + i] & 0xff;
    }
    return value;
  }

  /** The bytes that stand for the options in a container. */
  byte[] encode() {
    if (id == LZMA1) {
      check();
    } else if (id == DELTA && (distance < 1 || distance > 256)) {
      throw new LzmaFault("Internal error");
    }
    if (id == LZMA1) {
      byte[] bytes = new byte[5];
      bytes[0] = (byte) LzmaModel.propertiesByte(lc, lp, pb);
      putNumber(bytes, 1, dictionarySize);
      return bytes;
    }
    if (id == LZMA2) {
      int bits = 0;
      while (bits < 40 && (2L | bits & 1) << bits / 2 + 11 < dictionarySize) {
        bits++;
      }
      return new byte[] {(byte) bits};
    }
    if (id == DELTA) {
      return new byte[] {(byte) (distance - 1)};
    }
    if (startOffset == 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[4];
    putNumber(bytes, 0, startOffset);
    return bytes;
  }

  private static void putNumber(byte[] bytes, int at, long value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  /** The memory that a decoder of this filter takes. */
  long memory() {
    return isLzma() ? Math.max(dictionarySize, SMALLEST_DICTIONARY) + 60_000 : 1024;
  }
}
