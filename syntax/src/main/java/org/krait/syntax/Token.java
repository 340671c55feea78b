package org.krait.syntax;

/**
 * A token, as Python's {@code _tokenize} gives it.
 *
 * @param type the number of its kind in Python's {@code token}
 * @param text its text
 * @param line its first line, from 1
 * @param column its first column, from 0, in characters; -1 for none
 * @param endLine its last line
 * @param endColumn the column behind it
 * @param lineText the lines it stands in
 */
public record Token(
    int type, String text, int line, int column, int endLine, int endColumn, String lineText) {}
