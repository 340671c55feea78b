package org.krait.stdlib.zlib;

/** The header of a gzip member, being read. Its fields are passed over. */
final class GzipHeader {
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private int place;
  private int flags;
  private int skip = 8;
  private int check;

  GzipHeader copy() {
    GzipHeader copy = new GzipHeader();
    copy.place = place;
    copy.flags = flags;
    copy.skip = skip;
    copy.check = check;
    return copy;
  }

  /** A byte that the check of the header covers, or -1. */
  private int next(BitInput in) {
    if (!in.has(8)) {
      return -1;
    }
    byte[] one = {(byte) in.take(8)};
    check = Checksum.crc32(one, 0, 1, check);
    return one[0] & 0xff;
  }

  /** Reads on; false when the input ends before the header does. */
  boolean read(BitInput in) {
    while (place < 9) {
      if (!readPlace(in)) {
        return false;
      }
    }
    return true;
  }

  private boolean readPlace(BitInput in) {
    switch (place) {
      case 0, 1, 2, 3 -> {
        int value = next(in);
        if (value < 0) {
          return false;
        }
        checkStart(value);
        place++;
      }
      case 4 -> {
        return skipTo(in, 5);
      }
      case 5 -> {
        return skipLength(in);
      }
      case 6 -> {
        return skipTo(in, 7);
      }
      case 7 -> {
        return readText(in, NAME) && readText(in, COMMENT) && advance();
      }
      default -> {
        return readCheck(in);
      }
    }
    return true;
  }

  private boolean advance() {
    place = 8;
    return true;
  }

  private void checkStart(int value) {
    if (place == 2 && value != 8) {
      throw ZlibFault.data("unknown compression method");
    }
    if (place == 3) {
      flags = value;
      skip = 6;
      if ((flags & RESERVED) != 0) {
        throw ZlibFault.data("unknown header flags set");
      }
    }
  }

  /** Passes over {@link #skip} bytes. */
  private boolean skipTo(BitInput in, int next) {
    for (; skip > 0; skip--) {
      if (next(in) < 0) {
        return false;
      }
    }
    place = next;
    return true;
  }

  private boolean skipLength(BitInput in) {
    if ((flags & EXTRA) != 0) {
      if (!in.has(16)) {
        return false;
      }
      skip = next(in) | next(in) << 8;
    }
    place = 6;
    return true;
  }

  private boolean readText(BitInput in, int flag) {
    while ((flags & flag) != 0) {
      int value = next(in);
      if (value < 0) {
        return false;
      }
      if (value == 0) {
        flags &= ~flag;
      }
    }
    return true;
  }

  private boolean readCheck(BitInput in) {
    if ((flags & HEADER_CHECK) != 0) {
      if (!in.has(16)) {
        return false;
      }
      if (in.take(16) != (check & 0xffff)) {
        throw ZlibFault.data("header crc mismatch");
      }
    }
    place = 9;
    return true;
  }
}
