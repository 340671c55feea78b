package org.krait.stdlib.expat;

/** The classes of characters of XML 1.0. Those above U+FFFF are surrogate pairs. */
final class XmlChars {
  private XmlChars() {}

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isNameStart(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
    }
    return Character.isLetter(c) || c >= 0x2160 && c <= 0x2188 || c >= 0x3007 && c <= 0x3029;
  }

  static boolean isName(char c) {
    if (c < 0x80) {
      return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
    return isNameStart(c)
        || c == 0xb7
        || Character.isDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK
        || Character.getType(c) == Character.MODIFIER_LETTER;
  }

  /** Whether a character may stand in a document at all. */
  static boolean isChar(char c) {
    return c >= ' ' && c < 0xfffe || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isCodePoint(long point) {
    return point >= 0x20 && point < 0xd800
        || point == 9
        || point == 10
        || point == 13
        || point >= 0xe000 && point < 0xfffe
        || point >= 0x10000 && point <= 0x10ffff;
  }

  static boolean isPublicId(char c) {
    return c == ' '
        || c == '\n'
        || c == '\r'
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || "-'()+,./:=?;!*#@$_%".indexOf(c) >= 0;
  }
}
