package org.krait.stdlib.zlib;

import org.krait.stdlib.binascii.Checksums;

/** The check values of the containers, which can be continued from any earlier value. */
final class Checksum {
  private static final int ADLER_BASE = 65521;

  /** So many bytes can be added before the sums have to be reduced. */
  private static final int ADLER_RUN = 5552;

  private Checksum() {}

  static int adler32(byte[] data, int from, int to, int start) {
    int a = start & 0xffff;
    int b = start >>> 16;
    for (int at = from; at < to; ) {
      int stop = Math.min(to, at + ADLER_RUN);
      long wide = b;
      for (; at < stop; at++) {
        a += data[at] & 0xff;
        wide += a;
      }
      a %= ADLER_BASE;
      b = (int) (wide % ADLER_BASE);
    }
    return b << 16 | a;
  }

  static int crc32(byte[] data, int from, int to, int start) {
    return (int) Checksums.crc32(data, from, to, start);
  }

  /** The check value of a container before any data. */
  static int start(Container container) {
    return container == Container.ZLIB ? 1 : 0;
  }

  static int update(Container container, int value, byte[] data, int from, int to) {
    return switch (container) {
      case ZLIB -> adler32(data, from, to, value);
      case GZIP -> crc32(data, from, to, value);
      default -> 0;
    };
  }
}
