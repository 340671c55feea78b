package org.krait.runtime.types;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Small letters and capitals of ASCII texts that are no numbers, eight characters at once: the JDK goes through them
 * one by one, first for the question whether anything changes.
 */
final class AsciiCase {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private AsciiCase() {}

  static PyStr lower(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int whole = bytes.length & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      LONGS.set(bytes, i, ShortText.lower((long) LONGS.get(bytes, i)));
    }
    for (int i = whole; i < bytes.length; i++) {
      bytes[i] = (byte) ShortText.lower(bytes[i]);
    }
    return PyStr.ofLatin1(bytes, 0, bytes.length);
  }

  static PyStr upper(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int whole = bytes.length & -Long.BYTES;
    for (int i = 0; i < whole; i += Long.BYTES) {
      LONGS.set(bytes, i, ShortText.upper((long) LONGS.get(bytes, i)));
    }
    for (int i = whole; i < bytes.length; i++) {
      bytes[i] = (byte) ShortText.upper(bytes[i]);
    }
    return PyStr.ofLatin1(bytes, 0, bytes.length);
  }
}
