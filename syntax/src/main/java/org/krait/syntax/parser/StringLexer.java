package org.krait.syntax.parser;

import static org.krait.syntax.parser.Lexer.EOF;
import static org.krait.syntax.parser.Tokens.*;

import org.krait.syntax.DiagnosticListener.Category;
import org.krait.syntax.SyntaxDiagnostic;

/** Reads string literals and the parts of f-strings, with the lexer's cursor. */
final class StringLexer {
  private static final int MAX_NESTING = 150;
  private static final int MAX_FIELD_NESTING = 3;

  private final Lexer lexer;

  StringLexer(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Reads a string; the cursor stands behind the first quote. */
  int string(int quote) {
    lexer.firstLine = lexer.line;
    lexer.multiLineStart = lexer.lineStart;
    int quoteSize = 1;
    int endSize = 0;
    int c = lexer.nextChar();
    if (c == quote) {
      c = lexer.nextChar();
      if (c == quote) {
        quoteSize = 3;
      } else {
        endSize = 1;
      }
    }
    if (c != quote) {
      lexer.backup(c);
    }
    while (endSize != quoteSize) {
      c = lexer.nextChar();
      if (c == EOF || quoteSize == 1 && c == '\n') {
        throw unterminated(quote, quoteSize, c == EOF);
      }
      if (c == quote) {
        endSize++;
      } else {
        endSize = 0;
        if (c == '\\' && lexer.nextChar() == '\r') {
          lexer.nextChar();
        }
      }
    }
    return lexer.token(STRING);
  }

  private SyntaxDiagnostic unterminated(int quote, int quoteSize, boolean atEnd) {
    int detected = lexer.line;
    lexer.cur = lexer.start + 1;
    lexer.lineStart = lexer.multiLineStart;
    lexer.line = lexer.firstLine;
    FStringMode mode = lexer.fstring();
    if (mode != null && mode.quote == quote && mode.quoteSize == quoteSize) {
      return lexer.error("f-string: expecting '}'");
    }
    lexer.openString = atEnd;
    return lexer.error(
        "unterminated "
            + (quoteSize == 3 ? "triple-quoted string" : "string")
            + " literal (detected at line "
            + detected
            + ")");
  }

  /** Reads an f-string's prefix and quotes; the cursor stands behind the first quote. */
  int fstringStart(int quote) {
    lexer.firstLine = lexer.line;
    lexer.multiLineStart = lexer.lineStart;
    int quoteSize = 1;
    int second = lexer.nextChar();
    if (second == quote) {
      int third = lexer.nextChar();
      if (third == quote) {
        quoteSize = 3;
      } else {
        lexer.backup(third);
        lexer.backup(second);
      }
    } else {
      lexer.backup(second);
    }
    if (lexer.fstrings.size() + 1 >= MAX_NESTING) {
      throw lexer.error("too many nested f-strings");
    }
    boolean raw = isR(lexer.source[lexer.start]) || isR(lexer.source[lexer.start + 1]);
    lexer.fstrings.add(
        new FStringMode(quote, quoteSize, raw, lexer.start, lexer.line, lexer.lineStart));
    return lexer.token(FSTRING_START);
  }

  private static boolean isR(byte b) {
    return b == 'r' || b == 'R';
  }

  /** Reads what comes next in an f-string's text. */
  int fstringPart(FStringMode mode) {
    lexer.start = lexer.cur;
    lexer.firstLine = lexer.line;
    lexer.multiLineStart = lexer.lineStart;
    int c = lexer.nextChar();
    int next = '{';
    if (c == '{') {
      next = lexer.nextChar();
      lexer.backup(next);
    }
    lexer.backup(c);
    if (next != '{') {
      enterField(mode);
      return lexer.next();
    }
    return atEnd(mode) ? lexer.token(FSTRING_END) : text(mode);
  }

  private void enterField(FStringMode mode) {
    mode.fieldDepth++;
    if (mode.fieldDepth >= MAX_FIELD_NESTING) {
      throw lexer.error("f-string: expressions nested too deeply");
    }
    mode.inText = false;
  }

  private boolean atEnd(FStringMode mode) {
    for (int i = 0; i < mode.quoteSize; i++) {
      if (lexer.cur + i >= lexer.limit || lexer.source[lexer.cur + i] != mode.quote) {
        return false;
      }
    }
    lexer.cur += mode.quoteSize;
    lexer.fstrings.removeLast();
    return true;
  }

  private int text(FStringMode mode) {
    int endSize = 0;
    boolean named = false;
    while (endSize != mode.quoteSize) {
      int c = lexer.nextChar();
      if (c == EOF || mode.quoteSize == 1 && c == '\n') {
        if (mode.inFormat() && c == '\n') {
          lexer.backup(c);
          mode.inText = false;
          return lexer.token(FSTRING_MIDDLE);
        }
        throw unterminated(mode);
      }
      if (c == mode.quote) {
        endSize++;
        continue;
      }
      endSize = 0;
      if (c == '{') {
        return openBrace(mode);
      } else if (c == '}') {
        return named ? lexer.token(FSTRING_MIDDLE) : closeBrace(mode);
      } else if (c == '\\') {
        named |= escape(mode);
      }
    }
    lexer.cur -= mode.quoteSize;
    return lexer.token(FSTRING_MIDDLE);
  }

  private int openBrace(FStringMode mode) {
    int next = lexer.nextChar();
    if (next == '{' && !mode.inFormat()) {
      return lexer.token(FSTRING_MIDDLE, lexer.start, lexer.cur - 1);
    }
    lexer.backup(next);
    lexer.backup('{');
    enterField(mode);
    return lexer.token(FSTRING_MIDDLE);
  }

  private int closeBrace(FStringMode mode) {
    int next = lexer.nextChar();
    if (next == '}' && !mode.inFormat() && mode.depth == 0) {
      return lexer.token(FSTRING_MIDDLE, lexer.start, lexer.cur - 1);
    }
    lexer.backup(next);
    lexer.backup('}');
    mode.inText = false;
    return lexer.token(FSTRING_MIDDLE);
  }

  /** Reads over what a backslash escapes; true when that is a character's name in braces. */
  private boolean escape(FStringMode mode) {
    int c = lexer.nextChar();
    if (c == '\r') {
      c = lexer.nextChar();
    }
    if (c == '{' || c == '}') {
      if (!mode.raw) {
        lexer.warn(Category.SYNTAX_WARNING, "invalid escape sequence '\\" + (char) c + "'");
      }
      lexer.backup(c);
      return false;
    }
    if (!mode.raw && c == 'N') {
      c = lexer.nextChar();
      if (c == '{') {
        return true;
      }
      lexer.backup(c);
    }
    return false;
  }

  private SyntaxDiagnostic unterminated(FStringMode mode) {
    int detected = lexer.line;
    lexer.cur = mode.start + 1;
    lexer.lineStart = mode.lineStart;
    lexer.line = mode.line;
    return lexer.error(
        "unterminated "
            + (mode.quoteSize == 3 ? "triple-quoted f-string" : "f-string")
            + " literal (detected at line "
            + detected
            + ")");
  }
}
