package org.krait.generators;

/** A malformed table: reported by the build as an error at the table's line. */
final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableException(String table, int line, String message) {
    super(table + ":" + line + ": " + message);
  }
}
