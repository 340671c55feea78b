package org.krait.syntax.parser;

/** Which characters names may have (PEP 3131), as of Unicode 15.0. */
final class Identifiers {
  private Identifiers() {}

  /** How many chars of a text are a valid name. */
  static int validPrefix(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!(at == 0 ? isStart(c) : isPart(c))) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isStart(int c) {
    return c == '_' || Unicode15.isAssigned(c) && isXidStart(c);
  }

  private static boolean isPart(int c) {
    return Unicode15.isAssigned(c) && isXidContinue(c);
  }

  /** XID_Start: stable under normal form KC, so all of the form begins a name. */
  private static boolean isXidStart(int c) {
    if (!Character.isUnicodeIdentifierStart(c)) {
      return false;
    }
    return c < 128 || closed(c, true);
  }

  private static boolean isXidContinue(int c) {
    if (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c)) {
      return false;
    }
    return c < 128 || closed(c, false);
  }

  private static boolean closed(int c, boolean start) {
    String form =
        java.text.Normalizer.normalize(Character.toString(c), java.text.Normalizer.Form.NFKC);
    int at = 0;
    while (at < form.length()) {
      int part = form.codePointAt(at);
      boolean fine =
          start && at == 0
              ? Character.isUnicodeIdentifierStart(part)
              : Character.isUnicodeIdentifierPart(part);
      if (!fine) {
        return false;
      }
      at += Character.charCount(part);
    }
    return true;
  }

  /** True for what Python's {@code str.isprintable} accepts. */
  static boolean isPrintable(int c) {
    if (c == ' ') {
      return true;
    }
    if (!Unicode15.isAssigned(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
