package org.krait.audit.sinks;

import org.krait.syntax.ast.Location;

/**
 * Where something happens.
 *
 * @param line from 1; 0 when unknown
 * @param column from 0, in bytes of UTF-8; -1 when unknown
 * @param endLine the last line
 * @param endColumn behind the last byte
 * @param function the name of the function that it happens in; empty for the module
 * @param info the function, when it is one of a tree; else null
 * @param atImport true when importing the module makes it happen
 */
record Place(
    int line,
    int column,
    int endLine,
    int endColumn,
    String function,
    FunctionInfo info,
    boolean atImport) {
  static Place of(Location at, String function, FunctionInfo info, boolean atImport) {
    return new Place(
        at.line(), at.column(), at.endLine(), at.endColumn(), function, info, atImport);
  }
}
