package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code gc.collect()} directly behind one that found nothing does not have the JVM collect again; threads take turns; what is settled needs none. */
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
    long done = collections(log);
    assertTrue(done >= 10 && done < 20, done + " of 30");
  }

  private static final String PROCESSES =
      """
      import subprocess
      for _ in range(20):
          subprocess.run(["true"])
      """;

  @Test
  void aProcessThatWasWaitedForNeedsNone(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("gc.log");
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + log), "-c", PROCESSES);
    assertEquals(0, outcome.status());
    assertTrue(collections(log) < 5, collections(log) + " for 20 processes");
  }

  private static final String ENDS =
      """
      import subprocess, sys, warnings
      warnings.simplefilter("always")
      warnings.showwarning = lambda message, *about, **more: print("runs" if "still" in str(message) else "open")
      running = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
      stdin = running.stdin
      running = None
      print("dropped")
      stdin.close()
      waited = subprocess.Popen(["true"], stdout=subprocess.PIPE)
      waited.wait()
      waited = None
      print("dropped")
      """;

  @Test
  void aProcessThatRunsOrHasOpenPipesStillEndsWhereItIsDropped() throws Exception {
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-c", ENDS);
    assertEquals("runs\ndropped\nopen\ndropped\n", outcome.output());
  }

  private static long collections(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.contains("System.gc()")).count();
  }

  private static final String THREAD =
      """
      import gc, threading, time
      times = []
      gc.callbacks.append(lambda phase, about: times.append(time.perf_counter()))
      def collect():
          for _ in range(10):
              gc.collect()
      thread = threading.Thread(target=collect)
      thread.start()
      thread.join()
      gc.callbacks.clear()
      spans = [b - a for a, b in zip(times, times[1:])]
      print(len(times), all(pause > 0.9 * work for work, pause in zip(spans[::2], spans[1::2])))
      """;

  @Test
  void aThreadThatCollectsLeavesTheOthersHalfOfTheTime() throws Exception {
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-c", THREAD);
    assertEquals("20 True\n", outcome.output());
  }
}
