package org.krait.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The part of the ledger that every build checks.
 *
 * <p>The system properties {@code krait.ledger.options} and {@code krait.ledger.java} run the same
 * under other options, for example in another tier.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class LedgerTest {
  private static final long LIMIT_SECONDS = 150;

  @Test
  void whatTheLedgerCallsPassingStillPasses() throws Exception {
    List<String> modules = Suite.list("quick.txt");
    for (String module : modules) {
      assertFalse(Ledger.read(module).isEmpty(), () -> module + " is not in the ledger");
    }
    List<String> options =
        Arrays.stream(System.getProperty("krait.ledger.options", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();
    Python krait = Python.krait(options, System.getProperty("krait.ledger.java", ""));
    SuiteRun run =
        new SuiteRun(krait, Runtime.getRuntime().availableProcessors(), LIMIT_SECONDS, "build");
    assertEquals(List.of(), run.regressions(modules));
  }

  @Test
  void everyModuleIsInOneArea() throws Exception {
    List<String> all = Suite.modules();
    Map<String, List<String>> areas = Suite.byArea(all);
    assertEquals(all.size(), areas.values().stream().mapToInt(List::size).sum());
    List<String> named = areas.values().stream().flatMap(List::stream).distinct().toList();
    assertEquals(all.size(), named.size());
  }

  @Test
  void everyModuleOfTheCoreExistsAndIsThereOnce() throws Exception {
    List<String> core = Suite.core().values().stream().flatMap(List::stream).toList();
    assertEquals(core.size(), core.stream().distinct().count());
    List<String> all = Suite.modules();
    assertEquals(List.of(), core.stream().filter(module -> !all.contains(module)).toList());
  }
}
