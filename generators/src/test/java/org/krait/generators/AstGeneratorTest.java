package org.krait.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AstGeneratorTest {
  private static Map<String, String> generate(String... rows) throws IOException {
    Map<String, String> sources = new HashMap<>();
    new AstGenerator().generate("t.asdl", List.of(rows), "p", sources::put);
    return sources;
  }

  @Test
  void sumsBecomeInterfacesTagsEnumsAndTheRestRecords() throws IOException {
    Map<String, String> sources =
        generate(
            "--@ sign = Sign",
            "module T {",
            "  expr = Num(int n) | Sum(expr* parts, expr? rest, sign s) -- a comment",
            "         attributes (int lineno)",
            "  sign = Plus | MinusOne",
            "  pair = (expr left, string? word)",
            "}");
    assertTrue(sources.get("Expr").contains("record Num(int n, Location location) implements Expr"));
    assertTrue(sources.get("Expr").contains("record Sum(java.util.List<Expr> parts, Expr rest, Sign s"));
    assertTrue(sources.get("Sign").contains("MINUS_ONE(\"MinusOne\")"));
    assertTrue(sources.get("Pair").contains("public record Pair(Expr left, String word)"));
    assertTrue(sources.get("NodeKind").contains("\"Sum(expr* parts, expr? rest, sign s)\""));
  }

  @Test
  void faultsNameTheLine() {
    var fault =
        assertThrows(
            TableException.class, () -> generate("module T {", "  expr = Num(int)", "}"));
    assertEquals("t.asdl:2: expected a name at )", fault.getMessage());
  }
}
