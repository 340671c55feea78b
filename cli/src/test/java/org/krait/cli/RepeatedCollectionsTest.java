package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code gc.collect()} directly behind one that found nothing does not have the JVM collect again. */
class RepeatedCollectionsTest {
  private static final String SCRIPT =
      """
      import gc
      def collect():
          gc.collect()
          gc.collect()
          gc.collect()
      for _ in range(10):
          collect()
      print(gc.get_stats()[2]["collections"])
      """;

  @Test
  void oneOfThreeIsDone(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("gc.log");
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + log), "-c", SCRIPT);
    assertTrue(outcome.output().endsWith("30\n"), outcome.output());
    assertEquals(0, outcome.status());
    long done = Files.readAllLines(log).stream().filter(line -> line.contains("System.gc()")).count();
    assertTrue(done >= 10 && done < 20, done + " of 30");
  }
}
