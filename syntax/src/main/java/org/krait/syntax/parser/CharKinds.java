package org.krait.syntax.parser;

/** Kinds of bytes. */
final class CharKinds {
  private static final byte NAME_START = 1;
  private static final byte NAME_PART = 2;
  private static final byte HEX = 4;
  private static final byte[] KINDS = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean digit = c >= '0' && c <= '9';
      KINDS[c] |= letter || c == '_' ? NAME_START : 0;
      KINDS[c] |= letter || digit || c == '_' ? NAME_PART : 0;
      KINDS[c] |= digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' ? HEX : 0;
    }
  }

  private CharKinds() {}

  /** True for an unsigned byte that may begin a name; those beyond ASCII may. */
  static boolean isNameStart(int c) {
    return c >= 128 || (KINDS[c] & NAME_START) != 0;
  }

  /** True for an ASCII letter, digit or underscore. */
  static boolean isNamePart(byte b) {
    return b >= 0 && (KINDS[b] & NAME_PART) != 0;
  }

  static boolean isAlphanumeric(byte b) {
    return isNamePart(b) && b != '_';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexDigit(int c) {
    return c >= 0 && c < 128 && (KINDS[c] & HEX) != 0;
  }
}
