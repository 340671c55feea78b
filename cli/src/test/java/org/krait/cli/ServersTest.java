package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Servers answer without an error, and neither descriptors nor memory grow.
 *
 * <p>A small run; the profile {@code extended} makes it 10,000 requests and 1,000 connections.
 */
class ServersTest {
  private static final Path SCRIPT = Path.of("src/test/scripts/servers.py").toAbsolutePath();

  @Test
  void serversHold() throws Exception {
    String requests = System.getProperty("krait.servers.requests", "300");
    String connections = System.getProperty("krait.servers.connections", "60");
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait("-B", SCRIPT.toString(), requests, connections);
    assertEquals(
        "http " + requests + " errors: [] level\necho " + connections + " good: True level\n",
        outcome.output());
  }
}
