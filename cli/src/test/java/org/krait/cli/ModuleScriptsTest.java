package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scripts that use native modules print what CPython 3.12.1 printed; all run in one process. */
class ModuleScriptsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @Test
  void modulesAnswerAsCPython() throws Exception {
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait("-B", SCRIPTS.resolve("compare_modules.py").toString());
    assertEquals(count() + " scripts\n", outcome.output());
  }

  private static long count() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS.resolve("modules"))) {
      return files.filter(file -> file.toString().endsWith(".py")).count();
    }
  }
}
