package org.krait.stdlib.binascii;

import java.nio.charset.StandardCharsets;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyStr;

/** Two hexadecimal digits a byte. */
final class Hex {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  static PyBytes decode(byte[] text) {
    if (text.length % 2 != 0) {
      throw BinasciiModule.error("Odd-length string");
    }
    byte[] bytes = new byte[text.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = text[2 * i] < 0 ? -1 : Character.digit(text[2 * i], 16);
      int low = text[2 * i + 1] < 0 ? -1 : Character.digit(text[2 * i + 1], 16);
      if (high < 0 || low < 0) {
        throw BinasciiModule.error("Non-hexadecimal digit found");
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return PyBytes.of(bytes);
  }

  /**
   * The digits, with a separator (null for none) between groups.
   *
   * @param group bytes in a group, counted from the end; negative from the beginning
   */
  static PyBytes encode(byte[] data, PyObject separator, int group) {
    int sep = separator == null ? -1 : separator(separator);
    int size = Math.abs(group);
    boolean separated = sep >= 0 && size > 0 && data.length > 0;
    int count = separated ? (data.length - 1) / size : 0;
    byte[] text = new byte[data.length * 2 + count];
    int offset = group > 0 && separated ? (size - data.length % size) % size : 0;
    int at = 0;
    for (int i = 0; i < data.length; i++) {
      if (separated && i > 0 && (i + offset) % size == 0) {
        text[at++] = (byte) sep;
      }
      text[at++] = DIGITS[data[i] >> 4 & 0xf];
      text[at++] = DIGITS[data[i] & 0xf];
    }
    return PyBytes.of(text);
  }

  private static int separator(PyObject separator) {
    if (Objects.length(separator) != 1) {
      throw Errors.valueError("sep must be length 1.");
    }
    return switch (separator) {
      case PyStr text -> {
        if (text.codePointAt(0) > 0xff) {
          throw Errors.valueError("sep must be ASCII.");
        }
        yield text.codePointAt(0);
      }
      case PyBytes bytes -> bytes.array()[0] & 0xff;
      default -> throw Errors.typeError("sep must be str or bytes.");
    };
  }
}
