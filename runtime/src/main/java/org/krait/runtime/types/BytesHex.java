package org.krait.runtime.types;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;

/** Bytes as hexadecimal digits. */
public final class BytesHex {
  private static final String DIGITS = "0123456789abcdef";

  private BytesHex() {}

  /**
   * {@code bytes.hex(sep, bytesPerSep)}.
   *
   * @param sep null for none; groups count from the right, with a negative size from the left
   */
  public static String format(byte[] bytes, PyObject sep, int bytesPerSep) {
    char separator = sep == null ? 0 : separator(sep);
    int group = sep == null ? 0 : Math.abs(bytesPerSep);
    int count = bytes.length;
    if (group == 0 || group >= count) {
      group = 0;
    }
    char[] text = new char[2 * count + (group == 0 ? 0 : (count - 1) / group)];
    int at = 0;
    for (int i = 0; i < count; i++) {
      int passed = bytesPerSep > 0 ? count - i : i;
      if (i > 0 && group > 0 && passed % group == 0) {
        text[at++] = separator;
      }
      text[at++] = DIGITS.charAt(bytes[i] >> 4 & 0xf);
      text[at++] = DIGITS.charAt(bytes[i] & 0xf);
    }
    return new String(text);
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
    int count = 0;
    int at = 0;
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
    return java.util.Arrays.copyOf(bytes, count);
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
