package org.krait.audit.sinks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.Pycs;
import org.krait.bytecode.CodeObject;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.ast.Mod;

/** The programs of {@code corpus.txt}: what the rules find in them, and do not find. */
class CorpusTest {
  private record Case(AuditRule rule, boolean found, boolean treeOnly, String source) {}

  private static List<Case> cases() throws Exception {
    try (InputStream in = CorpusTest.class.getResourceAsStream("corpus.txt")) {
      List<Case> cases = new ArrayList<>();
      AuditRule rule = null;
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        if (line.startsWith("rule: ")) {
          rule = AuditRule.of(line.substring(6));
        } else if (line.matches("[+-]t? .*")) {
          boolean tree = line.charAt(1) == 't';
          cases.add(new Case(rule, line.charAt(0) == '+', tree, line.substring(tree ? 3 : 2) + "\n"));
        } else if (line.startsWith("  ")) {
          Case last = cases.removeLast();
          cases.add(
              new Case(last.rule, last.found, last.treeOnly, last.source + line.substring(2) + "\n"));
        }
      }
      return cases;
    }
  }

  @TestFactory
  Stream<DynamicTest> inTheTree() throws Exception {
    return cases().stream().map(c -> DynamicTest.dynamicTest(name(c), () -> check(c, tree(c.source))));
  }

  @TestFactory
  Stream<DynamicTest> inBytecodeWithoutASource() throws Exception {
    return cases().stream()
        .filter(c -> !c.treeOnly)
        .map(c -> DynamicTest.dynamicTest(name(c), () -> check(c, bytecode(c.source))));
  }

  private static String name(Case c) {
    return c.rule.id() + (c.found ? " + " : " - ") + c.source.replace("\n", "⏎");
  }

  private static void check(Case c, List<AuditFinding> findings) {
    List<AuditFinding> own = findings.stream().filter(f -> f.rule() == c.rule).toList();
    assertEquals(c.found, !own.isEmpty(), () -> "found " + own);
  }

  private static List<AuditFinding> tree(String source) {
    Mod tree =
        PythonParser.parse(
            source, ParseOptions.of(ParseOptions.Mode.EXEC, "m.py"), DiagnosticListener.NONE);
    return AnalyzeModule.of(tree, "m.py", "m.py", source);
  }

  private static List<AuditFinding> bytecode(String source) {
    CodeObject code = Pycs.code(source, 0);
    return AnalyzeBytecode.of(code, "m.pyc", "m.pyc").findings();
  }

  @Test
  void everyRuleHasThreeOfEach() throws Exception {
    Map<AuditRule, int[]> counts = new EnumMap<>(AuditRule.class);
    for (Case c : cases()) {
      counts.computeIfAbsent(c.rule, _ -> new int[2])[c.found ? 0 : 1]++;
    }
    for (AuditRule rule : AuditRule.values()) {
      if (rule.isIgnorable()) {
        int[] count = counts.getOrDefault(rule, new int[2]);
        assertTrue(count[0] >= 3 && count[1] >= 3, rule.id() + " " + count[0] + " " + count[1]);
      }
    }
  }
}
