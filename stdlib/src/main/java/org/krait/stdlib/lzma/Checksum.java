package org.krait.stdlib.lzma;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;

/** The check behind the data of a block. */
abstract class Checksum {
  static final int NONE = 0;
  static final int CRC32 = 1;
  static final int CRC64 = 4;
  static final int SHA256 = 10;
  private static final int[] SIZES = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};

  static int size(int id) {
    return SIZES[id];
  }

  static boolean isSupported(int id) {
    return id == NONE || id == CRC32 || id == CRC64 || id == SHA256;
  }

  abstract void update(byte[] bytes, int from, int count);

  abstract byte[] value();

  /** A check of a kind that is supported, or null for none. */
  static Checksum of(int id) {
    return switch (id) {
      case CRC32 -> new Crc32();
      case CRC64 -> new Crc64();
      case SHA256 -> new Sha256();
      default -> null;
    };
  }

  static int crc32(byte[] bytes, int from, int count) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, count);
    return (int) crc.getValue();
  }

  private static byte[] bytes(long value, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (value >>> 8 * i);
    }
    return bytes;
  }

  private static final class Crc32 extends Checksum {
    private final CRC32 crc = new CRC32();

    @Override
    void update(byte[] bytes, int from, int count) {
      crc.update(bytes, from, count);
    }

    @Override
    byte[] value() {
      return bytes(crc.getValue(), 4);
    }
  }

  private static final class Crc64 extends Checksum {
    private static final long POLYNOMIAL = 0xc96c5795d7870f42L;
    private static final long[] TABLE = new long[256];

    static {
      for (int i = 0; i < TABLE.length; i++) {
        long value = i;
        for (int bit = 0; bit < 8; bit++) {
          value = value >>> 1 ^ ((value & 1) != 0 ? POLYNOMIAL : 0);
        }
        TABLE[i] = value;
      }
    }

    private long crc = -1;

    @Override
    void update(byte[] data, int from, int count) {
      long value = crc;
      for (int i = from; i < from + count; i++) {
        value = TABLE[(int) (value ^ data[i]) & 0xff] ^ value >>> 8;
      }
      crc = value;
    }

    @Override
    byte[] value() {
      return bytes(~crc, 8);
    }
  }

  private static final class Sha256 extends Checksum {
    private final MessageDigest digest;

    Sha256() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void update(byte[] data, int from, int count) {
      digest.update(data, from, count);
    }

    @Override
    byte[] value() {
      return digest.digest();
    }
  }
}
