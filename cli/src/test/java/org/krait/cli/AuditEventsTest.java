package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Hooks hear the events that CPython 3.12.1 raises, with the same arguments, and can forbid. */
class AuditEventsTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @Test
  void eventsAreThoseOfCPython() throws Exception {
    assertEquals(
        Files.readString(SCRIPTS.resolve("audit_events.txt")),
        ExamplesTest.krait("-B", SCRIPTS.resolve("audit_events.py").toString()).output());
  }
}
