package org.krait.syntax.parser;

/**
 * How to make tokens.
 *
 * @param typeComments make tokens of type comments
 * @param asyncNames {@code async} and {@code await} are names outside of {@code async def}, as
 *     before Python 3.7
 * @param extraTokens make tokens of comments and of line ends that mean nothing, and be lenient, as
 *     Python's {@code tokenize} wants it
 */
record LexerOptions(boolean typeComments, boolean asyncNames, boolean extraTokens) {}
