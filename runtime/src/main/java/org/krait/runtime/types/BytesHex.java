package org.krait.runtime.types;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;

/** Bytes as hexadecimal digits. */
public final class BytesHex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  /** The values of ASCII digits; -1 for other characters. */
  private static final byte[] VALUES = new byte[0x100];

  static {
    for (int c = 0; c < VALUES.length; c++) {
      VALUES[c] = (byte) (c < 0x80 ? Character.digit(c, 16) : -1);
    }
  }

  private BytesHex() {}

  /**
   * {@code bytes.hex(sep, bytesPerSep)}.
   *
   * @param sep null for none; groups count from the right, with a negative size from the left
   */
  public static String format(byte[] bytes, PyObject sep, int bytesPerSep) {
    byte separator = sep == null ? 0 : (byte) separator(sep);
    int group = sep == null ? 0 : Math.abs(bytesPerSep);
    int count = bytes.length;
    if (group == 0 || group >= count) {
      group = 0;
    }
    byte[] text = new byte[2 * count + (group == 0 ? 0 : (count - 1) / group)];
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (group > 0 && i > 0 && (bytesPerSep > 0 ? count - i : i) % group == 0) {
        text[at++] = separator;
      }
      text[at++] = DIGITS[bytes[i] >> 4 & 0xf];
      text[at++] = DIGITS[bytes[i] & 0xf];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static char separator(PyObject sep) {
    if (Objects.length(sep) != 1) {
      throw Errors.valueError("sep must be length 1.");
    }
    int c;
    if (sep instanceof PyStr text) {
      c = text.codePointAt(0);
    } else if (sep instanceof PyBytes bytes) {
      c = bytes.get(0) & 0xff;
    } else {
      throw Errors.typeError("sep must be str or bytes.");
    }
    if (c >= 0x80) {
      throw Errors.valueError("sep must be ASCII.");
    }
    return (char) c;
  }

  /** {@code bytes.fromhex(text)}: pairs of digits, white space between them. */
  public static byte[] parse(PyStr text) {
    byte[] bytes = new byte[text.length() / 2];
    int count = text.units() == null ? 0 : parsePairs(text.units(), bytes);
    int at = 2 * count;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == ' ' || c >= 9 && c <= 13) {
        at++;
        continue;
      }
      int high = digit(text, at);
      int low = digit(text, at + 1);
      bytes[count++] = (byte) (high << 4 | low);
      at += 2;
    }
    return count == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, count);
  }

  /** Takes pairs of digits up to anything else; gives their count. */
  private static int parsePairs(String units, byte[] bytes) {
    // What is not Latin-1 becomes a question mark, which is no digit either.
    byte[] digits = units.getBytes(StandardCharsets.ISO_8859_1);
    int count = 0;
    while (count < bytes.length) {
      int value = VALUES[digits[2 * count] & 0xff] << 4 | VALUES[digits[2 * count + 1] & 0xff];
      if (value < 0) {
        break;
      }
      bytes[count++] = (byte) value;
    }
    return count;
  }

  private static int digit(PyStr text, int at) {
    int c = at < text.length() ? text.codePointAt(at) : -1;
    int digit = c < 0x80 && c >= 0 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw notHexadecimal(at);
    }
    return digit;
  }

  private static PyException notHexadecimal(int at) {
    return Errors.valueError(
        "non-hexadecimal number found in fromhex() arg at position %d", at);
  }
}
