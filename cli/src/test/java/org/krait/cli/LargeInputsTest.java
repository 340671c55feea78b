package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of a size that nobody writes run, or end in CPython's error, in every tier. */
class LargeInputsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"jit=off", "jit=on", "jit=eager", "deopt=always"})
  void largeSourcesEndAsInCPython(String tier) throws Exception {
    assertEquals(
        new ExamplesTest.Outcome(Files.readString(SCRIPTS.resolve("large_inputs.txt")), 0),
        ExamplesTest.krait("-B", "-X", tier, SCRIPTS.resolve("large_inputs.py").toString()));
  }
}
