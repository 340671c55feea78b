package org.krait.conformance.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many of the tests that pass under CPython pass under Krait, by area and module. */
final class Summary {
  /** A row: tests that pass under both and under CPython, and the same for its own business. */
  static final class Count {
    int passing;
    int expected;
    int internalPassing;
    int internal;
    int timeouts;

    void add(Count other) {
      passing += other.passing;
      expected += other.expected;
      internalPassing += other.internalPassing;
      internal += other.internal;
      timeouts += other.timeouts;
    }

    /** Whether fewer than {@link #CORE_PERCENT} of those that count pass. */
    private boolean falls() {
      return 100L * passing < (long) CORE_PERCENT * expected;
    }

    private String row(String name) {
      String share =
          expected == 0 ? "" : "%.1f %%".formatted(Math.floor(1000.0 * passing / expected) / 10);
      String own = internal == 0 ? "" : internalPassing + " of " + internal;
      return "| %s | %d of %d | %s | %s | %s |"
          .formatted(name, passing, expected, share, own, timeouts == 0 ? "" : timeouts);
    }
  }

  /** What of each module about the language itself has to pass. */
  private static final int CORE_PERCENT = 97;

  private Summary() {}

  static Count count(String module) throws IOException {
    Count count = new Count();
    Map<String, TestEnd> ours = Ledger.read(module);
    for (Map.Entry<String, String> theirs : Ledger.readOracle(module).entrySet()) {
      TestEnd end = ours.get(theirs.getKey());
      int passes = end != null && end.passed() ? 1 : 0;
      if (theirs.getValue().equals(Ledger.INTERNAL)) {
        count.internal++;
        count.internalPassing += passes;
      } else if (theirs.getValue().equals(Outcome.PASS.word())) {
        count.expected++;
        count.passing += passes;
        count.timeouts += end != null && end.outcome() == Outcome.TIMEOUT ? 1 : 0;
      }
    }
    return count;
  }

  /** Prints a table of areas and, unless only those are wanted, of modules. */
  static void print(PrintStream out, List<String> modules, boolean areasOnly) throws IOException {
    print(out, Suite.byArea(modules), areasOnly);
  }

  /** Prints the modules about the language itself; whether enough of each passes. */
  static boolean printCore(PrintStream out) throws IOException {
    Map<String, List<String>> core = Suite.core();
    print(out, core, false);
    List<String> low = new ArrayList<>();
    for (List<String> modules : core.values()) {
      for (String module : modules) {
        if (count(module).falls()) {
          low.add(module);
        }
      }
    }
    out.println(
        low.isEmpty()
            ? "None is below " + CORE_PERCENT + " %."
            : "Below " + CORE_PERCENT + " %: " + String.join(", ", low));
    return low.isEmpty();
  }

  private static void print(PrintStream out, Map<String, List<String>> areas, boolean areasOnly)
      throws IOException {
    out.println("| | pass of those that pass under CPython | | its own business | timeouts |");
    out.println("| --- | --- | --- | --- | --- |");
    Count all = new Count();
    for (Map.Entry<String, List<String>> area : areas.entrySet()) {
      Count sum = new Count();
      StringBuilder rows = new StringBuilder();
      for (String module : area.getValue()) {
        Count count = count(module);
        sum.add(count);
        rows.append(count.row(module)).append('\n');
      }
      if (!area.getValue().isEmpty()) {
        out.println(sum.row("**" + area.getKey() + "**"));
        out.print(areasOnly ? "" : rows);
      }
      all.add(sum);
    }
    out.println(all.row("**all**"));
  }
}
