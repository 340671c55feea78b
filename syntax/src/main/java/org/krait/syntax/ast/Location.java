package org.krait.syntax.ast;

/**
 * Where a node stands in its source.
 *
 * @param line first line, from 1
 * @param column first column, from 0, in UTF-8 bytes
 * @param endLine last line, from 1
 * @param endColumn the column behind the last, in UTF-8 bytes
 */
public record Location(int line, int column, int endLine, int endColumn) {}
