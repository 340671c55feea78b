package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight threads that share an object of each kind lose nothing and come to an end, in every tier.
 *
 * <p>A small run; the profile {@code extended} has more rounds, {@code -Dkrait.threads.rounds=N} any number.
 */
class ThreadStressTest {
  private static final Path SCRIPTS = Path.of("src/test/scripts").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"jit=off", "jit=on", "jit=eager", "deopt=always"})
  void nothingIsLost(String tier) throws Exception {
    String rounds = System.getProperty("krait.threads.rounds", "1000");
    assertEquals(
        new ExamplesTest.Outcome(Files.readString(SCRIPTS.resolve("thread_stress.txt")), 0),
        ExamplesTest.krait(
            "-B", "-X", tier, SCRIPTS.resolve("thread_stress.py").toString(), rounds));
  }
}
