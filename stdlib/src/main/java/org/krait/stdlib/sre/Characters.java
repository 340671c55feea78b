package org.krait.stdlib.sre;

import org.krait.runtime.text.CaseMapping;
import org.krait.runtime.text.Unicode;

/** Classes and case of characters as patterns know them: of ASCII, of the locale, of Unicode. */
final class Characters {
  private Characters() {}

  /** Whether a character is of the category with that number in {@code re._constants}. */
  static boolean isOf(int category, int c) {
    return switch (category) {
      case 0 -> isDigit(c);
      case 1 -> !isDigit(c);
      case 2 -> isSpace(c);
      case 3 -> !isSpace(c);
      case 4, 8 -> isWord(c);
      case 5, 9 -> !isWord(c);
      case 6 -> c == '\n';
      case 7 -> c != '\n';
      case 10 -> Unicode.isDecimal(c);
      case 11 -> !Unicode.isDecimal(c);
      case 12 -> Unicode.isSpace(c);
      case 13 -> !Unicode.isSpace(c);
      case 14 -> isUnicodeWord(c);
      case 15 -> !isUnicodeWord(c);
      case 16 -> Unicode.isLineBreak(c);
      case 17 -> !Unicode.isLineBreak(c);
      default -> throw new IndexOutOfBoundsException(category);
    };
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  static boolean isWord(int c) {
    return c < 0x80 && Unicode.isAlnum(c) || c == '_';
  }

  static boolean isUnicodeWord(int c) {
    return c == '_' || Unicode.isAlnum(c);
  }

  static int asciiLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  static int asciiUpper(int c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  }

  static int unicodeLower(int c) {
    return CaseMapping.LOWER.simple(c);
  }

  /** The first character of what stands for it in upper case, as CPython's simple mapping has it. */
  static int unicodeUpper(int c) {
    int[] full = CaseMapping.UPPER.full(c);
    return full == null || full.length == 0 ? CaseMapping.UPPER.simple(c) : full[0];
  }
}
