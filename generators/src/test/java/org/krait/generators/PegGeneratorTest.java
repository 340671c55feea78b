package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PegGeneratorTest {
  private static final String[] TOKENS = {"token 1 NAME", "token 14 PLUS '+'", "token 7 LPAR '('"};

  private static List<String> table(String... rules) {
    List<String> lines = new java.util.ArrayList<>(List.of(TOKENS));
    lines.addAll(List.of(rules));
    return lines;
  }

  private static Map<String, String> generate(String... rules) throws IOException {
    Map<String, String> sources = new HashMap<>();
    new PegGenerator().generate("t.peg", table(rules), "p", sources::put);
    return sources;
  }

  @Test
  void keywordsAreNumberedAsTheyAppear() throws IOException {
    String tokens = generate("a Expr:", "  | 'if' NAME 'else' NAME => x()").get("Tokens");
    assertTrue(tokens.contains("int KW_IF = 70;"));
    assertTrue(tokens.contains("int KW_ELSE = 71;"));
  }

  @Test
  void leftRecursionIsALoopWhenFastAndGrowsWhenExact() throws IOException {
    var sources = generate("sum Expr:", "  | a:sum '+' b:NAME => plus(a, b, @)", "  | a:NAME => name(a)");
    assertTrue(sources.get("FastParser").contains("continue again;"));
    assertTrue(sources.get("ExactParser").contains("Expr longer = sumRuleOnce();"));
    assertTrue(sources.get("ExactParser").contains("result = plus(a, b, span(start));"));
  }

  @Test
  void whatAlternativesShareIsParsedOnceWhenFast() throws IOException {
    var sources =
        generate(
            "pair Expr:", "  | a:one '+' b:one => two(a, b)", "  | one", "one Expr:", "  | a:NAME => n(a)");
    String pair = method(sources.get("FastParser"), "pairRule");
    assertEquals(pair.indexOf("oneRule()"), pair.replace("v1 = oneRule()", "").indexOf("oneRule()"));
  }

  private static String method(String source, String name) {
    int start = source.indexOf(" " + name + "() {");
    return source.substring(start, source.indexOf("\n  }\n", start));
  }

  @Test
  void rulesForErrorsAreForTheSecondPassOfTheExactParser() throws IOException {
    var sources =
        generate("a Expr:", "  | invalid_a", "  | x:NAME => n(x)", "invalid_a:", "  | '+' => error(\"no\")");
    assertTrue(sources.get("ExactParser").contains("if (callInvalid\n"));
    assertFalse(sources.get("FastParser").contains("invalid"));
  }

  @Test
  void unknownRulesAndTokensAreFaults() {
    assertEquals(
        "t.peg:0: a uses the unknown rule b",
        assertThrows(TableException.class, () -> generate("a Expr:", "  | b")).getMessage());
    assertEquals(
        "t.peg:5: no such token: ?",
        assertThrows(TableException.class, () -> generate("a Expr:", "  | '?'")).getMessage());
  }
}
