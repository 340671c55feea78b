package org.krait.stdlib.binascii;

/** Cyclic redundancy checks that continue from an earlier value. */
public final class Checksums {
  private static final int[] CRC32 = new int[256];
  private static final int POLYNOMIAL_32 = 0xedb88320;
  private static final int POLYNOMIAL_HQX = 0x1021;

  static {
    for (int i = 0; i < CRC32.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = value >>> 1 ^ -(value & 1) & POLYNOMIAL_32;
      }
      CRC32[i] = value;
    }
  }

  private Checksums() {}

  /** The CRC-32 of ISO 3309, as in zip files. */
  public static long crc32(byte[] data, int start) {
    return crc32(data, 0, data.length, start);
  }

  /** As {@link #crc32(byte[], int)}, of a part of the data. */
  public static long crc32(byte[] data, int from, int to, int start) {
    int at = from;
    java.util.zip.CRC32 fast = new java.util.zip.CRC32();
    if (start != 0) {
      if (to - from < Integer.BYTES) {
        return shortCrc32(data, from, to, start);
      }
      // The register is combined with the first four bytes, whether it holds what came before or what it begins with.
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        fast.update(data[at++] ^ start >>> shift);
      }
    }
    fast.update(data, at, to - at);
    return fast.getValue();
  }

  private static long shortCrc32(byte[] data, int from, int to, int start) {
    int crc = ~start;
    for (int i = from; i < to; i++) {
      crc = CRC32[(crc ^ data[i]) & 0xff] ^ crc >>> 8;
    }
    return ~crc & 0xffffffffL;
  }

  /** The CRC-CCITT of BinHex 4, 16 bits. */
  static int crcHqx(byte[] data, int start) {
    int crc = start & 0xffff;
    for (byte b : data) {
      crc ^= (b & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ ((crc & 0x8000) != 0 ? POLYNOMIAL_HQX : 0);
      }
      crc &= 0xffff;
    }
    return crc;
  }
}
