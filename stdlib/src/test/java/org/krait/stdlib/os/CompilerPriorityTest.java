package org.krait.stdlib.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The niceness of the JVM's threads, as the kernel tells it. */
class CompilerPriorityTest {
  private static final Path THREADS = Path.of("/proc/self/task");

  @Test
  void onlyTheSecondCompilerGivesWay() throws IOException {
    Map<String, Integer> before = niceness();
    assumeFalse(before.isEmpty(), "no Linux, or no second compiler");
    int steps = Runtime.getRuntime().availableProcessors() > 3 ? 0 : 1;
    CompilerPriority.lower(1);
    before.replaceAll((thread, nice) -> thread.contains("C2") ? Math.min(19, nice + steps) : nice);
    Map<String, Integer> after = niceness();
    after.keySet().retainAll(before.keySet());
    before.keySet().retainAll(after.keySet());
    assertEquals(before, after);
  }

  /** By number and name of a thread; empty when there is no second compiler. */
  private static Map<String, Integer> niceness() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    if (!Files.isDirectory(THREADS)) {
      return found;
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      for (Path thread : (Iterable<Path>) threads::iterator) {
        String status;
        try {
          status = Files.readString(thread.resolve("stat"));
        } catch (IOException ended) {
          continue;
        }
        int name = status.lastIndexOf(')');
        // Behind the name lie the fields from the third on; niceness is the nineteenth.
        found.put(status.substring(0, name), Integer.parseInt(status.substring(name + 2).split(" ")[16]));
      }
    }
    return found.keySet().stream().anyMatch(thread -> thread.contains("C2")) ? found : new TreeMap<>();
  }
}
