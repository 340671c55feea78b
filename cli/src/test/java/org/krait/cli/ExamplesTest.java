package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples print, in a process of their own, what CPython 3.12.1 prints. */
class ExamplesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path EXAMPLES = ROOT.resolve("examples/under-the-hood");
  private static final List<String> ROOMS =
      List.of("constants", "syntax", "bytecode", "compiler", "audit", "runtime", "jit", "stdlib", "cli");

  /** What a process printed, and its exit code. */
  record Outcome(String output, int status) {}

  static Outcome krait(String... args) throws IOException, InterruptedException {
    return krait(Map.of(), args);
  }

  /** Runs Krait with some variables of the environment changed. */
  static Outcome krait(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    Files.readAllLines(ROOT.resolve("cli/src/main/launch/java.options")).stream()
        .filter(option -> option.startsWith("-D"))
        .forEach(command::add);
    command.add("-Dkrait.home=" + ROOT.resolve("stdlib/target/home"));
    command.add("-Dkrait.program=" + ROOT.resolve("krait"));
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            ROOMS.stream().map(room -> ROOT.resolve(room + "/target/classes").toString()).toList()));
    command.add("org.krait.cli.Main");
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + command);
    }
    return new Outcome(output, process.exitValue());
  }

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatCPythonPrints() throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      programs = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
    assertFalse(programs.isEmpty(), "no examples found");
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.getFileName().toString(), () -> assertPrintsExpected(program)));
  }

  private static void assertPrintsExpected(Path program) throws Exception {
    String name = program.getFileName().toString();
    Path expected = program.resolveSibling(name.replace(".py", ".expected"));
    Outcome outcome = krait("-B", program.toString());
    assertEquals(Files.readString(expected), outcome.output());
    assertEquals(0, outcome.status());
  }

  @Test
  void exitCodesAreCPythons() throws Exception {
    assertEquals(3, krait("-c", "import sys; sys.exit(3)").status());
    assertEquals(new Outcome("no\n", 1), krait("-c", "import sys; sys.exit('no')"));
    assertEquals(2, krait("--no-such-option").status());
    assertEquals(2, krait("no-such-file.py").status());
  }

  @Test
  void uncaughtExceptionsShowTheirTraceback() throws Exception {
    Outcome outcome = krait("-c", "def f():\n    return 1 / 0\nf()");
    assertEquals(1, outcome.status());
    assertEquals(
        """
        Traceback (most recent call last):
          File "<string>", line 3, in <module>
          File "<string>", line 2, in f
        ZeroDivisionError: division by zero
        """,
        outcome.output());
  }
}
