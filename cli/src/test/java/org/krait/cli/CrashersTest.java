package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What crashes CPython, by the names of its {@code Lib/test/crashers}, ends in Python here. */
class CrashersTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @Test
  void crashersEndInPython() throws Exception {
    assertEquals(
        new ExamplesTest.Outcome(Files.readString(SCRIPTS.resolve("crashers.txt")), 0),
        ExamplesTest.krait("-B", SCRIPTS.resolve("crashers.py").toString()));
  }
}
