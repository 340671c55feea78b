package org.krait.audit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;

class TomlTest {
  @Test
  void documents() {
    Map<String, Object> document =
        Toml.read(
            """
            # a comment
            title = "a\\tb \\u00e9"   # another
            path = 'C:\\x'
            [a.b]
            list = [ "x", 'y', # here too
              "z", ]
            inline = { p.q = 1, r = [true, false] }
            text = \"""
            one \\
               two""\"""
            raw = '''it's'''
            date = 1979-05-27T07:32:00Z
            number = -1_000
            "quoted key" = 1.5
            [[many]]
            n = 1
            [[many]]
            n = 2
            [many.sub]
            m = 3
            """);
    assertEquals("a\tb é", document.get("title"));
    assertEquals("C:\\x", document.get("path"));
    Map<?, ?> b = (Map<?, ?>) ((Map<?, ?>) document.get("a")).get("b");
    assertEquals(List.of("x", "y", "z"), b.get("list"));
    assertEquals(Map.of("p", Map.of("q", 1L), "r", List.of(true, false)), b.get("inline"));
    assertEquals("one two\"\"", b.get("text"));
    assertEquals("it's", b.get("raw"));
    assertEquals("1979-05-27T07:32:00Z", b.get("date"));
    assertEquals(-1000L, b.get("number"));
    assertEquals("1.5", b.get("quoted key"));
    assertEquals(
        List.of(Map.of("n", 1L), Map.of("n", 2L, "sub", Map.of("m", 3L))), document.get("many"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a = | line 1: a value is missing
          a = "x | line 1: a string does not end
          a = 1 b = 2 | line 1: not a value: 1 b = 2
          = 1 | line 1: a name is missing
          [a | line 1: ']' is missing
          a = [1, 2 | line 1:
          a = maybe | line 1: not a value: maybe
          a = "\\q" | line 1: an escape that TOML does not have
          """)
  void whatIsWrongIsSaid(String text, String message) {
    String said = assertThrows(IllegalArgumentException.class, () -> Toml.read(text)).getMessage();
    assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
  }

  @Test
  void deepNestingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Toml.read("a = " + "[".repeat(100_000)));
  }

  @Test
  void settings(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pyproject.toml");
    Files.writeString(
        file,
        """
        [project]
        name = "x"
        [tool.krait.audit]
        exclude = ["tests/**"]
        ignore = ["eval-call"]
        fail-on = "never"
        baseline = "known.json"
        comments = false
        [tool.krait.audit.severity]
        exec-call = "error"
        """);
    assertEquals(
        new ProjectConfig(
            List.of("tests/**"), Set.of(AuditRule.EVAL_CALL), Map.of(AuditRule.EXEC_CALL, Severity.ERROR),
            "never", folder.resolve("known.json"), false),
        ProjectConfig.read(file));
    for (String wrong : List.of("ignore = ['no-rule']", "fail-on = 'bad'", "exclude = 1", "other = 1")) {
      Files.writeString(file, "[tool.krait.audit]\n" + wrong);
      assertThrows(IllegalArgumentException.class, () -> ProjectConfig.read(file), wrong);
    }
    Files.writeString(file, "[tool.other]\nx = 1\n");
    assertEquals(ProjectConfig.NONE, ProjectConfig.read(file));
  }
}
