package org.krait.generators;

import java.io.IOException;
import java.util.List;

/** Turns the lines of one table into Java sources of one package. */
interface TableGenerator {
  /** Receives each generated source. */
  @FunctionalInterface
  interface Output {
    /** Writes the text of class {@code simpleName} of the target package. */
    void write(String simpleName, String source) throws IOException;
  }

  /**
   * Generates everything that follows from a table.
   *
   * @param table the file name, for messages
   * @param lines the table's lines, without line ends
   * @param packageName the package to generate into
   * @throws TableException when the table is malformed; names the line
   */
  void generate(String table, List<String> lines, String packageName, Output output)
      throws IOException;
}
