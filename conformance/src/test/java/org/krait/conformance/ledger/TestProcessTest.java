package org.krait.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.krait.conformance.Oracle;

/** A module with tests that end in all ways, run under CPython. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class TestProcessTest {
  private static final long LIMIT_SECONDS = 4;

  private static final String ENDS =
      """
      error test.test_ends.BadSetUp.test_never_runs setUpClass: OSError: no class
      error test.test_ends.BadTearDown.tearDownClass OSError: still there
      pass test.test_ends.BadTearDown.test_passes
      crash test.test_ends.Deaths.test_1_dies the process ended with code 7
      pass test.test_ends.Deaths.test_2_passes_afterwards
      timeout test.test_ends.Deaths.test_3_hangs no end after 4 seconds
      pass test.test_ends.Deaths.test_4_forks
      error test.test_ends.Ends.test_errs ValueError: at 0x… in
      fail test.test_ends.Ends.test_fails AssertionError: 1 != 2
      pass test.test_ends.Ends.test_fails_as_expected
      fail test.test_ends.Ends.test_fails_in_a_subtest AssertionError: second
      skip test.test_ends.Ends.test_is_skipped_after_a_failure decorated
      pass test.test_ends.Ends.test_of_cpython_only
      pass test.test_ends.Ends.test_of_reference_counts
      pass test.test_ends.Ends.test_passes
      pass test.test_ends.Ends.test_passes#2
      fail test.test_ends.Ends.test_passes_unexpectedly unexpected success
      skip test.test_ends.Ends.test_skips not today
      pass test.test_ends.Ends.test_skips_a_subtest
      skip test.test_ends.SkippingSetUp.test_never_runs no class today
      fail test.test_ends.bad AssertionError: example: 1 + 1 | Expected: | 3 | Got: | 2
      pass test.test_ends.good""";

  @Test
  void everyTestHasOneEnd(@TempDir Path folder) throws Exception {
    TestRecord record =
        new TestProcess(new Fixture(), "test_ends", folder, LIMIT_SECONDS).run();
    List<String> lines =
        new TreeMap<>(record.ended)
            .values().stream()
                .map(end -> new TestEnd(end.test(), end.outcome(), StableText.of(end.reason())))
                .map(TestEnd::line)
                .toList();
    assertEquals(ENDS, String.join("\n", lines));
    assertTrue(record.planned.get("test.test_ends.Ends.test_of_cpython_only"));
    assertTrue(record.planned.get("test.test_ends.Ends.test_of_reference_counts"));
    assertEquals(2, record.planned.values().stream().filter(internal -> internal).count());
  }

  @Test
  void testsOfInsidesAreKnownByWhatTheyName(@TempDir Path folder) throws Exception {
    TestRecord record =
        new TestProcess(new Fixture(), "test_insides", folder, LIMIT_SECONDS).run();
    List<String> outside =
        record.planned.keySet().stream().filter(test -> !record.planned.get(test)).toList();
    assertEquals(
        List.of(
            "test.test_insides.Outside.test_function_of_another_module",
            "test.test_insides.Outside.test_number",
            "test.test_insides.__test__.kept_ids"),
        outside);
    assertEquals(13, record.planned.size());
    TestRecord whole =
        new TestProcess(new Fixture(), "test_whole_module", folder, LIMIT_SECONDS).run();
    assertTrue(whole.planned.get("test.test_whole_module.Plain.test_anything"));
  }

  @Test
  void aModuleThatCannotBeImportedIsOneError(@TempDir Path folder) throws Exception {
    TestRecord record =
        new TestProcess(new Fixture(), "test_missing", folder, LIMIT_SECONDS).run();
    assertEquals(
        "error test.test_missing ModuleNotFoundError: No module named 'test.test_missing'",
        record.ended.get("test.test_missing").line());
    assertEquals(1, record.ended.size());
  }

  /** CPython with the module of this test among its own. */
  private static final class Fixture extends Python {
    @Override
    ProcessBuilder process(List<String> arguments) {
      try {
        ProcessBuilder builder = Oracle.find().process(arguments.toArray(String[]::new));
        Path suite = Path.of(TestProcessTest.class.getResource("suite").toURI());
        builder.environment().put("PYTHONPATH", suite.toString());
        return builder;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
