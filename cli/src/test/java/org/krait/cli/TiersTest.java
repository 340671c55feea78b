package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs print what CPython 3.12.1 printed in every tier: interpreted, translated when hot, translated almost
 * at once, when guards have seen little and often fail, and left again and again though nothing is wrong.
 */
class TiersTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/tiers");
  private static final Pattern REFUSED =
      Pattern.compile("jit: (count|joined|compared|words|interpret)\\b.* stays in the interpreter");

  @TestFactory
  Stream<DynamicTest> everyTierPrintsTheSame() throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      programs = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
    assertFalse(programs.isEmpty(), "no programs found");
    return programs.stream()
        .flatMap(
            program ->
                Stream.of("jit=off", "jit=on", "jit=eager", "deopt=always")
                    .map(
                        tier ->
                            DynamicTest.dynamicTest(
                                program.getFileName() + " " + tier, () -> check(program, tier))));
  }

  /** Where CPython says False, as docs/differences.md has it. */
  @Test
  void equalNumbersAreTheSame() throws Exception {
    String program =
        "x, y, a, b = float('1000.5'), float('1000.5'), int('1000'), int('1000')\n"
            + "n, m = float('nan'), float('nan')\n"
            + "print(x is y, a is b, n is n, n is m, id(x) == id(y), id(a) == id(b), a is x)\n";
    for (String tier : List.of("jit=off", "jit=eager")) {
      ExamplesTest.Outcome outcome = ExamplesTest.krait("-X", tier, "-c", program);
      assertEquals("True True True False True True False\n", outcome.output());
    }
  }

  /** What a translation refuses still prints the right thing, so the report is asked. */
  @Test
  void boolsBesideNumbersAreTranslated() throws Exception {
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait(
            "-B", "-X", "jit=eager", "-X", "jit-report", PROGRAMS.resolve("bools.py").toAbsolutePath().toString());
    assertTrue(outcome.output().contains("jit: compared "), outcome.output());
    assertFalse(REFUSED.matcher(outcome.output()).find(), outcome.output());
  }

  /** The same for what comprehensions save of variables that have no value yet. */
  @Test
  void savedVariablesAreTranslated() throws Exception {
    String script = PROGRAMS.resolve("saved_variables.py").toAbsolutePath().toString();
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-B", "-X", "jit=eager", "-X", "jit-report", script);
    assertTrue(outcome.output().contains("jit: words "), outcome.output());
    assertFalse(REFUSED.matcher(outcome.output()).find(), outcome.output());
  }

  /** The launcher has HotSpot compile methods of more than 8,000 bytes. */
  @Test
  void largeFunctionsAreTranslated() throws Exception {
    String script = PROGRAMS.resolve("large_function.py").toAbsolutePath().toString();
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-B", "-X", "jit=eager", "-X", "jit-report", script);
    assertTrue(outcome.output().contains("jit: interpret "), outcome.output());
    assertFalse(REFUSED.matcher(outcome.output()).find(), outcome.output());
  }

  /** Making an exception of a builtin class is nothing that looks at frames. */
  @Test
  void builtinExceptionsNeedNoFrame() throws Exception {
    String script = PROGRAMS.resolve("builtin_exceptions.py").toAbsolutePath().toString();
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-B", "-X", "jit=eager", "-X", "jit-report", script);
    assertTrue(outcome.output().contains("jit: check without a frame"), outcome.output());
    assertFalse(outcome.output().contains("jit: check may be looked at"), outcome.output());
  }

  /** So do patterns. */
  @Test
  void patternsAreTranslated() throws Exception {
    String script = PROGRAMS.resolve("patterns.py").toAbsolutePath().toString();
    ExamplesTest.Outcome outcome = ExamplesTest.krait("-B", "-X", "jit=eager", "-X", "jit-report", script);
    assertTrue(outcome.output().contains("jit: pattern [^\\s,]1 of text translated"), outcome.output());
    assertFalse(outcome.output().contains("the translator failed"), outcome.output());
  }

  private static void check(Path program, String tier) throws Exception {
    String name = program.getFileName().toString();
    Path expected = program.resolveSibling(name.replace(".py", ".expected"));
    ExamplesTest.Outcome outcome =
        ExamplesTest.krait("-B", "-X", tier, program.toAbsolutePath().toString());
    assertEquals(Files.readString(expected), outcome.output());
    assertEquals(0, outcome.status());
  }
}
