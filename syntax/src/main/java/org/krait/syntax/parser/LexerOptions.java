package org.krait.syntax.parser;

/**
 * How to make tokens.
 *
 * @param typeComments make tokens of type comments
 * @param extraTokens make tokens of comments and of line ends that mean nothing, and be lenient, as
 *     Python's {@code tokenize} wants it
 */
record LexerOptions(boolean typeComments, boolean extraTokens) {
  static final LexerOptions PLAIN = new LexerOptions(false, false);
}
