package org.krait.stdlib.expat;

/** A token of the prolog or of a declaration. */
record DtdToken(Kind kind, int from, int to, String text) {
  enum Kind {
    SPACE,
    NAME,
    NUMBER_SIGN_NAME,
    LITERAL,
    OPEN,
    CLOSE,
    COMMA,
    BAR,
    PERCENT,
    PARAMETER_REFERENCE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    GREATER,
    DECLARATION
  }

  /** The quantifier behind a name or a closing parenthesis: 0 none, 1 {@code ?}, 2 {@code *}, 3 {@code +}. */
  int quantifier() {
    return "?*+".indexOf(text.charAt(text.length() - 1)) + 1;
  }

  String bare() {
    return quantifier() > 0 ? text.substring(0, text.length() - 1) : text;
  }

  String literal() {
    return text.substring(1, text.length() - 1);
  }

  /** The token at the place of a text; null when the text may end in it. */
  static DtdToken read(XmlText s) {
    int from = s.at;
    char c = s.chars[from];
    return switch (c) {
      case '(' -> of(Kind.OPEN, s, from + 1);
      case ',' -> of(Kind.COMMA, s, from + 1);
      case '|' -> of(Kind.BAR, s, from + 1);
      case '[' -> of(Kind.OPEN_BRACKET, s, from + 1);
      case ']' -> of(Kind.CLOSE_BRACKET, s, from + 1);
      case '>' -> of(Kind.GREATER, s, from + 1);
      case ')' -> quantified(Kind.CLOSE, s, from + 1);
      case '"', '\'' -> literal(s, c);
      case '#' -> ended(Kind.NUMBER_SIGN_NAME, s, word(s, from + 1));
      case '%' -> percent(s);
      case '<' -> declaration(s);
      default -> {
        if (XmlChars.isSpace(c)) {
          yield space(s);
        }
        if (!XmlChars.isName(c)) {
          throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? from : -1);
        }
        yield quantified(Kind.NAME, s, word(s, from));
      }
    };
  }

  private static DtdToken of(Kind kind, XmlText s, int to) {
    return new DtdToken(kind, s.at, to, s.text(s.at, to));
  }

  private static int word(XmlText s, int from) {
    int at = from;
    while (at < s.end && XmlChars.isName(s.chars[at])) {
      at++;
    }
    return at;
  }

  private static DtdToken ended(Kind kind, XmlText s, int to) {
    return to >= s.end && !s.complete ? null : of(kind, s, to);
  }

  private static DtdToken quantified(Kind kind, XmlText s, int to) {
    if (to >= s.end) {
      return s.complete ? of(kind, s, to) : null;
    }
    char next = s.chars[to];
    if (kind == Kind.NAME && !XmlChars.isSpace(next) && ">),|[%?*+".indexOf(next) < 0) {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? to : -1);
    }
    return of(kind, s, "?*+".indexOf(next) >= 0 ? to + 1 : to);
  }

  private static DtdToken space(XmlText s) {
    int to = s.at;
    while (to < s.end && XmlChars.isSpace(s.chars[to])) {
      to++;
    }
    boolean halfLine = to == s.end && s.chars[to - 1] == '\r' && !s.complete;
    return halfLine ? null : of(Kind.SPACE, s, to);
  }

  private static DtdToken literal(XmlText s, char quote) {
    for (int i = s.at + 1; i < s.end; i++) {
      if (s.chars[i] == quote) {
        return of(Kind.LITERAL, s, i + 1);
      }
      if (!XmlChars.isChar(s.chars[i]) && !Character.isSurrogate(s.chars[i])) {
        throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? i : -1);
      }
    }
    return null;
  }

  private static DtdToken percent(XmlText s) {
    int to = word(s, s.at + 1);
    if (to >= s.end) {
      return null;
    }
    if (to == s.at + 1) {
      return of(Kind.PERCENT, s, to);
    }
    if (s.chars[to] != ';') {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? to : -1);
    }
    return of(Kind.PARAMETER_REFERENCE, s, to + 1);
  }

  private static DtdToken declaration(XmlText s) {
    int at = s.at + 1;
    if (at < s.end && s.chars[at] != '!') {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? at : -1);
    }
    at++;
    while (at < s.end && (Character.isLetter(s.chars[at]) || s.chars[at] == '[' && at == s.at + 2)) {
      at++;
    }
    if (at >= s.end) {
      return null;
    }
    if (at == s.at + 2 || !XmlChars.isSpace(s.chars[at]) && s.chars[at] != '%') {
      throw new XmlFault(XmlError.INVALID_TOKEN, s.isMain ? at : -1);
    }
    return of(Kind.DECLARATION, s, at);
  }
}
