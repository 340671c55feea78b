package org.krait.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;

/**
 * Random bytes of the system, fit for keys.
 *
 * <p>From its device directly, which is opened each time, so that programs find no descriptor that they have not
 * opened: the JDK's providers of randomness load fifty classes before the first byte.
 */
public final class SystemRandom {
  private static final String DEVICE = "/dev/urandom";

  private SystemRandom() {}

  /** So many random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    if (count > 0 && !read(bytes)) {
      new SecureRandom().nextBytes(bytes);
    }
    return bytes;
  }

  /** A number from 0 on and below a power of two. */
  public static long bits(int count) {
    long number = 0;
    for (byte one : bytes(Long.BYTES)) {
      number = number << Byte.SIZE | one & 0xff;
    }
    return number >>> Long.SIZE - count;
  }

  private static boolean read(byte[] bytes) {
    try (FileInputStream device = new FileInputStream(DEVICE)) {
      return device.readNBytes(bytes, 0, bytes.length) == bytes.length;
    } catch (IOException e) {
      return false;
    }
  }
}
