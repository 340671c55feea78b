package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;

/** UTF-8 that may be broken, with Python's words for what is wrong. */
public final class Utf8 {
  private Utf8() {}

  /**
   * What is wrong with bytes that should be UTF-8.
   *
   * @param start the first bad byte, counted from the start of the text
   * @param end behind the last bad byte
   */
  public record Fault(int firstByte, int start, int end, String reason) {
    /** The text of Python's {@code UnicodeDecodeError}. */
    public String message() {
      String where =
          end - start == 1
              ? "byte 0x" + hex(firstByte) + " in position " + start
              : "bytes in position " + start + "-" + (end - 1);
      return "'utf-8' codec can't decode " + where + ": " + reason;
    }
  }

  /** The two digits of a byte; without the JDK's formatter, which takes longer than many a program. */
  public static String hex(int value) {
    return new String(new char[] {Character.forDigit(value >> 4 & 0xf, 16), Character.forDigit(value & 0xf, 16)});
  }

  /** The first fault of a text; null when there is none. */
  public static Fault fault(byte[] s, int start, int end) {
    for (int at = start; at < end; ) {
      if (s[at] >= 0) {
        at++;
        continue;
      }
      int length = length(s, at, end);
      if (length < 0) {
        return fault(s, start, end, at, -length);
      }
      at += length;
    }
    return null;
  }

  /** The length of a valid sequence, or minus the number of bytes that are at fault. */
  private static int length(byte[] s, int at, int end) {
    int first = s[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0) {
      return -1;
    }
    for (int i = 1; i < length; i++) {
      if (at + i >= end || !continues(first, i, s[at + i] & 0xFF)) {
        return -i;
      }
    }
    return length;
  }

  private static boolean continues(int first, int i, int b) {
    if ((b & 0xC0) != 0x80) {
      return false;
    }
    if (i > 1) {
      return true;
    }
    return switch (first) {
      case 0xE0 -> b >= 0xA0;
      case 0xED -> b < 0xA0;
      case 0xF0 -> b >= 0x90;
      case 0xF4 -> b < 0x90;
      default -> true;
    };
  }

  private static Fault fault(byte[] s, int start, int end, int at, int count) {
    int first = s[at] & 0xFF;
    String reason =
        first < 0xC2 || first > 0xF4
            ? "invalid start byte"
            : at + count >= end ? "unexpected end of data" : "invalid continuation byte";
    return new Fault(first, at - start, at - start + count, reason);
  }

  /** The text, with replacement characters for what is broken. */
  static String lenient(byte[] s, int start, int end) {
    return new String(s, start, end - start, StandardCharsets.UTF_8);
  }
}
