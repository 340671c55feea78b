package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A part of what the command {@link CheckBytecode} checks on the whole library. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CheckBytecodeTest {
  @Test
  void asyncioSurvivesEveryCheckAtEveryLevel() throws Exception {
    for (int level = 0; level <= 2; level++) {
      CheckBytecode check = new CheckBytecode(CheckBytecode.ALL);
      new LibraryRun(List.of("--threads=1", "--only=/asyncio/", "--limit=12"))
          .forEach(level, check::check);
      assertEquals(List.of(), check.faults(), "level " + level);
      assertEquals(12, check.files());
      assertEquals(12, check.sameStreams(), "streams byte for byte the oracle's");
    }
  }
}
