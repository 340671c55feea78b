package org.krait.stdlib.zlib;

import java.util.zip.Adler32;
import org.krait.stdlib.binascii.Checksums;

/** The check values of the containers, which can be continued from any earlier value. */
final class Checksum {
  private static final long ADLER_BASE = 65521;

  private Checksum() {}

  static int adler32(byte[] data, int from, int to, int start) {
    Adler32 fresh = new Adler32();
    fresh.update(data, from, to - from);
    long sums = fresh.getValue();
    // Both sums are linear: a fresh one begins with 1 and 0, and adds the first sum with each byte to the second.
    long more = (start & 0xffffL) - 1;
    long a = (sums & 0xffff) + more;
    long b = (sums >>> 16) + (start >>> 16) + more * (to - from);
    return (int) (Math.floorMod(b, ADLER_BASE) << 16 | Math.floorMod(a, ADLER_BASE));
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
