package org.krait.stdlib.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A step of the build: has CPython write down what the library's regular expressions are compiled to ({@link
 * org.krait.stdlib.sre.LibraryPatterns}). Where it cannot run, nothing is written, and each start compiles them.
 */
final class WritePatterns {
  private static final String SCRIPT = "patterns.py";

  private WritePatterns() {}

  /**
   * Writes the file.
   *
   * @param cpython the folder with CPython's {@code bin} and shared libraries
   * @param file among Krait's classes
   */
  static void write(Path library, Path cpython, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createDirectories(file.getParent());
    WriteDocumentation.run(SCRIPT, library, cpython, file);
  }
}
