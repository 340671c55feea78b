package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that the AOT caches are trained by came to their ends when this checkout was built. */
class TrainingTest {
  @ParameterizedTest
  @ValueSource(strings = {"krait.aot.log", "line.aot.log", "short.aot.log"})
  void theProgramRanToItsEnd(String log) throws IOException {
    String text = Files.readString(Path.of("..", "target", "krait", log));
    assertTrue(text.lines().anyMatch("trained"::equals), text);
  }
}
