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
    String report = report("bools.py");
    assertTrue(report.contains("jit: compared "), report);
    assertFalse(REFUSED.matcher(report).find(), report);
  }

  /** The same for what comprehensions save of variables that have no value yet. */
  @Test
  void savedVariablesAreTranslated() throws Exception {
    String report = report("saved_variables.py");
    assertTrue(report.contains("jit: words "), report);
    assertFalse(REFUSED.matcher(report).find(), report);
  }

  /** The launcher has HotSpot compile methods of more than 8,000 bytes. */
  @Test
  void largeFunctionsAreTranslated() throws Exception {
    String report = report("large_function.py");
    assertTrue(report.contains("jit: interpret "), report);
    assertFalse(REFUSED.matcher(report).find(), report);
  }

  /** Making an exception of a builtin class is nothing that looks at frames. */
  @Test
  void builtinExceptionsNeedNoFrame() throws Exception {
    String report = report("builtin_exceptions.py");
    assertTrue(report.contains("jit: check without a frame"), report);
    assertFalse(report.contains("jit: check may be looked at"), report);
  }

  /** So do patterns. */
  @Test
  void patternsAreTranslated() throws Exception {
    String report = report("patterns.py");
    assertTrue(report.contains("jit: pattern [^\\s,]1 of text translated"), report);
    assertFalse(report.contains("the translator failed"), report);
  }

  /** What the translator says of a program that it translates at once. */
  private static String report(String program) throws Exception {
    String script = PROGRAMS.resolve(program).toAbsolutePath().toString();
    return ExamplesTest.krait("-B", "-X", "jit=eager", "-X", "jit-report", script).output();
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
