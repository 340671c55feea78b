package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A part of what the command {@link CompareCode} compares. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CompareCodeTest {
  @Test
  void aSampleOfTheLibraryCompilesToTheOraclesCode() throws Exception {
    for (int level = 0; level <= 2; level++) {
      assertIdentical(level, "/test_asyncio/", 12);
      assertIdentical(level, "/json/", 5);
    }
  }

  @Test
  void whatTheOracleRefusesIsRefusedAlike() throws Exception {
    assertIdentical(0, "/bad", 16);
  }

  private static void assertIdentical(int level, String only, int limit) throws Exception {
    CompareCode comparison = new CompareCode(Subject.OURS);
    new LibraryRun(List.of("--threads=1", "--only=" + only, "--limit=" + limit))
        .forEach(level, (file, at, oracle, _) -> comparison.compare(file, at, oracle));
    assertEquals(limit, comparison.goodFiles(), comparison::summary);
  }
}
