package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Mutants of code objects, run by the runtime itself: no fault of Java's, no loop that nothing stops. */
class FuzzCodeTest {
  private static final Path SCRIPT = Path.of("src/test/scripts/fuzz_code.py").toAbsolutePath();

  @Test
  void mutantsAreRefusedOrEndInPython() throws Exception {
    assertEquals(
        new ExamplesTest.Outcome("2000 mutants, True\n", 0),
        ExamplesTest.krait("-B", "-W", "ignore", SCRIPT.toString(), "3", "2000"));
  }
}
