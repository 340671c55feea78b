package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A small run; {@code -Dkrait.fuzz.count=1000000 -Dkrait.fuzz.seed=7} makes it a big one. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FuzzBytecodeTest {
  @Test
  void mutantsAreDiagnosedOrSound() throws Exception {
    LibraryRun run = new LibraryRun(List.of("--threads=1", "--only=/asyncio/", "--limit=20"));
    FuzzBytecode fuzz = new FuzzBytecode(FuzzBytecode.originals(run));
    int count = Integer.getInteger("krait.fuzz.count", 20_000);
    long seed = Long.getLong("krait.fuzz.seed", 1);
    for (int i = 0; i < count; i++) {
      fuzz.mutant(seed, i);
    }
    assertEquals(List.of(), fuzz.faults(), fuzz::summary);
  }
}
