package org.krait.syntax.parser;

/** Checks that nothing follows an interactive statement. */
final class SingleStatement {
  private SingleStatement() {}

  /** Reports anything but blanks and comments from the lexer's cursor on. */
  static void check(ExactActions parser, ParseSession session) {
    int at = parser.lexer.cur;
    byte[] source = session.source;
    while (at < session.limit) {
      byte c = source[at];
      if (c == '#') {
        while (at < session.limit && source[at] != '\n') {
          at++;
        }
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
        at++;
      } else {
        parser.error("multiple statements found while compiling a single statement");
      }
    }
  }
}
