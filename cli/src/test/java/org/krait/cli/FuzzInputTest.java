package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Damaged sources, {@code .pyc} files and streams end in Python exceptions that say what is wrong.
 *
 * <p>A small run; the profile {@code extended} makes it 100,000 cases, {@code -Dkrait.fuzz.count=N
 * -Dkrait.fuzz.seed=N} anything else.
 */
class FuzzInputTest {
  private static final Path SCRIPT = Path.of("src/test/scripts/fuzz_input.py").toAbsolutePath();

  @Test
  void noDamagedInputIsAnybodysFault() throws Exception {
    String count = System.getProperty("krait.fuzz.count", "1000");
    String seed = System.getProperty("krait.fuzz.seed", "1");
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-B", SCRIPT.toString(), count, seed);
    assertEquals(count + " cases, 0 faults\n", outcome.output());
  }
}
