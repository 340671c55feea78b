package org.krait.runtime.types;

import org.krait.runtime.text.Unicode;

/** The text that {@code int()}, {@code float()} and {@code complex()} read: in ASCII and stripped. */
final class NumberText {
  private NumberText() {}

  /**
   * The text with all decimal digits and white space in ASCII, stripped; what has no ASCII form is a
   * question mark, which no number contains.
   */
  static String of(PyStr text) {
    String units = text.units();
    if (units == null) {
      return stripped(converted(text));
    }
    int end = units.length();
    for (int i = 0; i < end; i++) {
      char c = units.charAt(i);
      if (c >= 0x7f || c < ' ') {
        return stripped(converted(text));
      }
    }
    return stripped(units);
  }

  /** The text stripped of ASCII white space, with a question mark for all that is not ASCII. */
  static String asciiOf(PyStr text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int c = text.codePointAt(i);
      bytes[i] = (byte) (c < 0x80 ? c : '?');
    }
    return of(bytes);
  }

  private static String converted(PyStr text) {
    int length = text.length();
    StringBuilder ascii = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int c = text.codePointAt(i);
      int digit = Unicode.decimal(c);
      if (digit >= 0) {
        ascii.append((char) ('0' + digit));
      } else if (Unicode.isSpace(c)) {
        ascii.append(' ');
      } else {
        ascii.append(c > ' ' && c < 0x7f ? (char) c : '?');
      }
    }
    return ascii.toString();
  }

  /** The text of bytes, stripped of the white space of C. */
  static String of(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && isSpace(bytes[from])) {
      from++;
    }
    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }
    return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b >= 9 && b <= 13;
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }
}
