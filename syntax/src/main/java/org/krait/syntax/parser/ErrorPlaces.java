package org.krait.syntax.parser;

import java.nio.charset.StandardCharsets;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.SyntaxDiagnostic.Kind;

/** Turns places in bytes into places in characters, and finds the line that an error shows. */
final class ErrorPlaces {
  private final ParseSession session;
  private final Lexer lexer;

  ErrorPlaces(ParseSession session, Lexer lexer) {
    this.session = session;
    this.lexer = lexer;
  }

  /** An error at a token. */
  SyntaxDiagnostic at(Kind kind, TokenList tokens, int token, String message) {
    if (token < 0) {
      return between(kind, 0, 0, 0, -1, message);
    }
    int column = tokens.column[token];
    int offset = column >= 0 ? column + 1 : lexer.cur - lexer.lineStart;
    int endColumn = tokens.endColumn[token];
    return between(
        kind,
        tokens.line[token],
        offset,
        tokens.endLine[token],
        endColumn >= 0 ? endColumn + 1 : -1,
        message);
  }

  /** An error between places, with offsets in bytes that count from 1. */
  SyntaxDiagnostic between(
      Kind kind, int line, int offset, int endLine, int endOffset, String message) {
    String text = lineText(line);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new SyntaxDiagnostic(
            kind,
            message,
            line,
            characters(bytes, offset),
            endLine,
            endOffset > 0 ? characters(bytes, endOffset) : endOffset,
            text)
        .inEncoding(session.encoding);
  }

  private int characters(byte[] line, int bytes) {
    if (bytes < 0 || session.encoding == null) {
      return bytes;
    }
    int length = Math.min(bytes, line.length);
    String before = new String(line, 0, length, StandardCharsets.UTF_8);
    return before.codePointCount(0, before.length()) + (bytes > length ? 1 : 0);
  }

  private String lineText(int line) {
    if (lexer.line <= line && lexer.lineEnd > lexer.bufferStart) {
      return decode(lexer.bufferStart, lexer.lineEnd);
    }
    int start = 0;
    for (int i = 1; i < line; i++) {
      int newline = newline(start);
      if (newline >= lexer.lineEnd) {
        break;
      }
      start = newline + 1;
    }
    return decode(start, newline(start));
  }

  private int newline(int at) {
    while (at < session.limit && session.source[at] != '\n') {
      at++;
    }
    return at;
  }

  String decode(int from, int to) {
    return new String(session.source, from, to - from, StandardCharsets.UTF_8);
  }
}
