package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of objects, such as their {@code id()}, is let go of behind them, though nobody asks for more of it. */
class DeadObjectsTest {
  private static final Pattern LIVE = Pattern.compile("System\\.gc\\(\\)\\) \\d+M->(\\d+)M");

  private static final String SCRIPT =
      """
      import gc, time, weakref
      class C: pass
      def make():
          objects = [C() for _ in range(200_000)]
          return len(set(map(id, objects))), len([weakref.ref(each) for each in objects])
      gc.collect()
      made = make()
      for pause in 0, 0.5, 0.5:
          gc.collect()
          time.sleep(pause)
      gc.collect()
      print(made)
      """;

  @Test
  void identitiesAndReferencesAreForgotten(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("gc.log");
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + log), "-c", SCRIPT);
    assertTrue(outcome.output().endsWith("(200000, 200000)\n"), outcome.output());
    assertEquals(0, outcome.status());
    List<Integer> live = Files.readAllLines(log).stream().map(LIVE::matcher).filter(Matcher::find)
        .map(found -> Integer.valueOf(found.group(1))).toList();
    // Tables keep their size, and the JVM leaves some of what is dead where it is.
    assertTrue(live.getLast() <= live.getFirst() + 20, "megabytes that live: " + live);
  }
}
