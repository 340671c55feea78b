package org.krait.stdlib.expat;

/** References to characters and entities: {@code &#65;} and {@code &lt;}. */
final class References {
  private References() {}

  /** Behind the semicolon of a reference; -1 when it goes on behind the text that there is. */
  static int end(XmlText s, int from) {
    int at = from + 1;
    if (at < s.end && s.chars[at] == '#') {
      at++;
      boolean hex = at < s.end && s.chars[at] == 'x';
      at += hex ? 1 : 0;
      int digits = at;
      while (at < s.end && Character.digit(s.chars[at], hex ? 16 : 10) >= 0 && s.chars[at] < 0x80) {
        at++;
      }
      if (at < s.end && at == digits) {
        throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? at : -1);
      }
    } else {
      if (at < s.end && !XmlChars.isNameStart(s.chars[at])) {
        throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? at : -1);
      }
      while (at < s.end && XmlChars.isName(s.chars[at])) {
        at++;
      }
    }
    if (at >= s.end) {
      return -1;
    }
    if (s.chars[at] != ';') {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? at : -1);
    }
    return at + 1;
  }

  /** The character of {@code #65} or {@code #x41}. */
  static String character(String name) {
    boolean hex = name.startsWith("#x");
    long point = 0;
    for (int i = hex ? 2 : 1; i < name.length() && point <= Character.MAX_CODE_POINT; i++) {
      point = point * (hex ? 16 : 10) + Character.digit(name.charAt(i), 16);
    }
    if (!XmlChars.isCodePoint(point)) {
      throw XmlFault.here(XmlError.BAD_CHAR_REF);
    }
    return Character.toString((int) point);
  }

  static String predefined(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "apos" -> "'";
      case "quot" -> "\"";
      default -> null;
    };
  }
}
