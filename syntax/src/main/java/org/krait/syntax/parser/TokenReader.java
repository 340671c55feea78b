package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Kind;
import org.krait.syntax.Token;

/** Turns the lexer's tokens into those that Python programs see. */
public final class TokenReader {
  private final byte[] source;
  private final boolean extraTokens;

  /** True when the last line had no end and was given one. */
  private final boolean endAdded;

  private final Lexer lexer;

  /** Where the first line with a null byte begins, or beyond all. */
  private final int nullLine;

  private boolean done;

  /** Begins to read; see {@link org.krait.syntax.Tokenizer}. */
  public TokenReader(String text, boolean extraTokens, DiagnosticListener listener) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    this.endAdded = utf8.length > 0 && utf8[utf8.length - 1] != '\n';
    int limit = utf8.length + (endAdded ? 1 : 0);
    this.source = Arrays.copyOf(utf8, limit + 1);
    if (endAdded) {
      source[utf8.length] = '\n';
    }
    this.extraTokens = extraTokens;
    int at = text.indexOf('\0');
    this.nullLine =
        at < 0
            ? Integer.MAX_VALUE
            : text.substring(0, text.lastIndexOf('\n', at) + 1)
                .getBytes(StandardCharsets.UTF_8)
                .length;
    this.lexer =
        new Lexer(
            source,
            limit,
            new LexerOptions(false, false, extraTokens),
            new NamePool(),
            (category, message, line, offset) -> listener.warn(category, message, line));
  }

  /** The next token; null behind the last. */
  public Token next() {
    if (done) {
      return null;
    }
    int kind;
    try {
      kind = lexer.next();
    } catch (SyntaxDiagnostic e) {
      throw lexer.cur > nullLine ? nullByte() : e;
    }
    if (lexer.cur > nullLine) {
      throw nullByte();
    }
    if (kind == Tokens.ERRORTOKEN) {
      throw error();
    }
    done = kind == Tokens.ENDMARKER;
    boolean trailing = done || kind == Tokens.DEDENT && lexer.atEnd;
    return extraTokens && trailing
        ? new Token(kind, "", lexer.line + 1, 0, lexer.line + 1, 0, "")
        : token(kind);
  }

  /** CPython refuses a line with a null byte when it reads it, before the first token of the line. */
  private SyntaxDiagnostic nullByte() {
    int line = 1;
    for (int i = 0; i < nullLine; i++) {
      line += source[i] == '\n' ? 1 : 0;
    }
    int at = nullLine;
    while (source[at] != 0) {
      at++;
    }
    return new SyntaxDiagnostic(
        SyntaxDiagnostic.Origin.LEXER,
        Kind.SYNTAX_ERROR,
        "source code cannot contain null bytes",
        line,
        0,
        line,
        0,
        decode(nullLine, at));
  }

  private Token token(int kind) {
    int type = type(kind);
    int start = lexer.tokenStart;
    int end = lexer.tokenEnd;
    String text = start < 0 ? "" : decode(start, end);
    int lineStart = Lexer.isStringLike(kind) ? lexer.multiLineStart : lexer.lineStart;
    int column = start >= lineStart ? characters(lineStart, start) : -1;
    int endColumn = end >= lexer.lineStart ? characters(lexer.lineStart, end) : -1;
    if (extraTokens && kind == Tokens.NEWLINE) {
      text = isLast() ? text : source[start] == '\r' ? "\r\n" : "\n";
      endColumn++;
    } else if (kind == Tokens.NL && isLast()) {
      text = "";
    }
    return new Token(
        type, text, lexer.tokenLine, column, lexer.line, endColumn, lineText(lineStart));
  }

  private boolean isLast() {
    return endAdded && lexer.lineEnd == lexer.limit;
  }

  private int type(int kind) {
    if (kind >= Tokens.FIRST_KEYWORD) {
      return Tokens.NAME;
    }
    if (!extraTokens) {
      return kind;
    }
    if (kind > Tokens.DEDENT && kind < Tokens.OP) {
      return Tokens.OP;
    }
    return kind == Tokens.ASYNC || kind == Tokens.AWAIT ? Tokens.NAME : kind;
  }

  private String lineText(int lineStart) {
    if (lexer.atEnd) {
      return "";
    }
    return decode(lineStart, isLast() ? Math.max(lineStart, lexer.lineEnd - 1) : lexer.lineEnd);
  }

  private int characters(int from, int to) {
    String text = decode(from, to);
    return text.codePointCount(0, text.length());
  }

  private String decode(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.UTF_8);
  }

  private SyntaxDiagnostic error() {
    return switch (lexer.trouble) {
      case END_OF_FILE ->
          new SyntaxDiagnostic(
              SyntaxDiagnostic.Origin.SCOPES,
              Kind.SYNTAX_ERROR,
              "unexpected EOF in multi-line statement",
              lexer.line,
              0,
              lexer.line,
              -1,
              null);
      case DEDENT ->
          error(
              Kind.INDENTATION_ERROR, "unindent does not match any outer indentation level");
      case TABS -> error(Kind.TAB_ERROR, "inconsistent use of tabs and spaces in indentation");
      case TOO_DEEP -> error(Kind.INDENTATION_ERROR, "too many levels of indentation");
      case LINE_CONTINUATION ->
          error(Kind.SYNTAX_ERROR, "unexpected character after line continuation character");
      default -> error(Kind.SYNTAX_ERROR, "unknown tokenization error");
    };
  }

  private SyntaxDiagnostic error(Kind kind, String message) {
    int start = lexer.bufferStart;
    int end = lexer.lineEnd;
    boolean ended = end > start && source[end - 1] == '\n';
    String text = decode(start, ended ? end - 1 : end);
    int offset = text.codePointCount(0, text.length()) + (ended ? 1 : 0);
    return new SyntaxDiagnostic(kind, message, lexer.line, offset, 0, 0, text).ofTokenizer();
  }
}
