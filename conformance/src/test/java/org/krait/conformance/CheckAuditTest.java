package org.krait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of what the command {@link CheckAudit} checks. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class CheckAuditTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "checked-hash", "unchecked-hash"})
  void honestCachesAreNotAccused(String mode) throws Exception {
    CheckAudit check = new CheckAudit(folder);
    assertEquals(5, check.copy("/json/", 5));
    check.compile(mode, 1);
    assertEquals(List.of(), check.audit(mode));
  }
}
