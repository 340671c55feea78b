package org.krait.syntax.parser;

/** What the lexer must know of an f-string that it is in (PEP 701). */
final class FStringMode {
  /** True in literal text, false in an expression. */
  boolean inText = true;

  final int quote;
  final int quoteSize;
  final boolean raw;

  /** Where the f-string begins: offset, line and offset of that line. */
  final int start;

  final int line;
  final int lineStart;

  /** Brackets open since the f-string began. */
  int depth;

  /** How deep replacement fields are nested, from 0; -1 outside of them. */
  int fieldDepth = -1;

  /** True when the outermost field's expression has ended: what follows is a format. */
  boolean expressionEnded;

  FStringMode(int quote, int quoteSize, boolean raw, int start, int line, int lineStart) {
    this.quote = quote;
    this.quoteSize = quoteSize;
    this.raw = raw;
    this.start = start;
    this.line = line;
    this.lineStart = lineStart;
  }

  boolean inField() {
    return fieldDepth >= 0;
  }

  boolean inFormat() {
    return expressionEnded && inField();
  }
}
