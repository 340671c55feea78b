package org.krait.syntax.parser;

import static org.krait.syntax.parser.CharKinds.isDigit;
import static org.krait.syntax.parser.Lexer.EOF;

import org.krait.syntax.DiagnosticListener.Category;

/** Reads number literals, with the lexer's cursor behind their first character. */
final class NumberLexer {
  private final Lexer lexer;

  NumberLexer(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Reads a literal that begins with a digit. */
  int number(int first) {
    if (first != '0') {
      return afterInteger(decimalTail());
    }
    int c = lexer.nextChar();
    return switch (c) {
      case 'x', 'X' -> digits(16, "hexadecimal");
      case 'o', 'O' -> digits(8, "octal");
      case 'b', 'B' -> digits(2, "binary");
      default -> zeros(c);
    };
  }

  private int digits(int radix, String name) {
    int c = lexer.nextChar();
    do {
      if (c == '_') {
        c = lexer.nextChar();
      }
      if (!isDigit(c, radix)) {
        rejectDigit(c, radix, name);
        lexer.backup(c);
        throw lexer.error("invalid " + name + " literal");
      }
      do {
        c = lexer.nextChar();
      } while (isDigit(c, radix));
    } while (c == '_');
    rejectDigit(c, radix, name);
    return end(c, name);
  }

  private static boolean isDigit(int c, int radix) {
    return radix == 16 ? CharKinds.isHexDigit(c) : c >= '0' && c < '0' + radix;
  }

  private void rejectDigit(int c, int radix, String name) {
    if (radix != 16 && CharKinds.isDigit(c)) {
      throw lexer.error("invalid digit '" + (char) c + "' in " + name + " literal");
    }
  }

  /** Reads on behind a leading zero: only more zeros make an integer. */
  private int zeros(int c) {
    while (true) {
      if (c == '_') {
        c = lexer.nextChar();
        if (!CharKinds.isDigit(c)) {
          throw invalidDecimal(c);
        }
      }
      if (c != '0') {
        break;
      }
      c = lexer.nextChar();
    }
    int zerosEnd = lexer.cur;
    boolean nonzero = CharKinds.isDigit(c);
    if (nonzero) {
      c = decimalTail();
    }
    if (c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J') {
      return afterInteger(c);
    }
    if (nonzero && !lexer.options.extraTokens()) {
      lexer.backup(c);
      throw lexer.error(
          "leading zeros in decimal integer literals are not permitted; "
              + "use an 0o prefix for octal integers",
          lexer.start + 1 - lexer.lineStart,
          zerosEnd - lexer.lineStart);
    }
    return end(c, "decimal");
  }

  private int afterInteger(int c) {
    return c == '.' ? fraction(lexer.nextChar()) : exponent(c);
  }

  /** Reads on behind a dot. */
  int fraction(int c) {
    return exponent(CharKinds.isDigit(c) ? decimalTail() : c);
  }

  private int exponent(int c) {
    if (c == 'e' || c == 'E') {
      int e = c;
      c = lexer.nextChar();
      if (c == '+' || c == '-') {
        c = lexer.nextChar();
        if (!CharKinds.isDigit(c)) {
          throw invalidDecimal(c);
        }
      } else if (!CharKinds.isDigit(c)) {
        lexer.backup(c);
        verifyEnd(e, "decimal");
        lexer.backup(e);
        return lexer.token(Tokens.NUMBER);
      }
      c = decimalTail();
    }
    if (c == 'j' || c == 'J') {
      return end(lexer.nextChar(), "imaginary");
    }
    return end(c, "decimal");
  }

  /** Reads over digits and single underscores between them; returns what follows. */
  private int decimalTail() {
    while (true) {
      int c;
      do {
        c = lexer.nextChar();
      } while (CharKinds.isDigit(c));
      if (c != '_') {
        return c;
      }
      c = lexer.nextChar();
      if (!CharKinds.isDigit(c)) {
        throw invalidDecimal(c);
      }
    }
  }

  private RuntimeException invalidDecimal(int c) {
    lexer.backup(c);
    return lexer.error("invalid decimal literal");
  }

  private int end(int c, String name) {
    verifyEnd(c, name);
    lexer.backup(c);
    return lexer.token(Tokens.NUMBER);
  }

  /**
   * A number may touch a keyword that can follow it, with a warning, but no other name; the {@code
   * tokenize} module is not so strict.
   */
  private void verifyEnd(int c, String name) {
    if (lexer.options.extraTokens() || c == EOF || c >= 128 || !CharKinds.isNamePart((byte) c)) {
      return;
    }
    boolean keyword =
        switch (c) {
          case 'a' -> wordAhead("nd");
          case 'e' -> wordAhead("lse");
          case 'f' -> wordAhead("or");
          case 'i' -> ahead("f") || ahead("n") || ahead("s");
          case 'o' -> wordAhead("r");
          case 'n' -> wordAhead("ot");
          default -> false;
        };
    lexer.backup(c);
    if (!keyword) {
      throw lexer.error("invalid " + name + " literal");
    }
    lexer.warn(Category.SYNTAX_WARNING, "invalid " + name + " literal");
    lexer.nextChar();
  }

  private boolean wordAhead(String rest) {
    if (!ahead(rest)) {
      return false;
    }
    byte next = lexer.source[lexer.cur + rest.length()];
    return next >= 0 && !CharKinds.isNamePart(next);
  }

  private boolean ahead(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (lexer.source[lexer.cur + i] != rest.charAt(i)) {
        return false; // At the latest at the zero behind the end.
      }
    }
    return true;
  }
}
