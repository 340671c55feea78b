package org.krait.audit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.AuditRule;
import org.krait.audit.Pycs;

class AuditCommandTest {
  private static final String SOURCE = "def f(x):\n    return x + 1\n";
  private static final String OTHER = "def f(x):\n    return x + 2\n";

  @TempDir Path folder;

  @BeforeEach
  void anHonestModule() throws Exception {
    Pycs.source(folder.resolve("m.py"), SOURCE);
    cache(SOURCE);
  }

  private void cache(String code) throws Exception {
    Pycs.write(
        folder.resolve("__pycache__/m.cpython-312.pyc"),
        Pycs.pyc(Pycs.fresh(SOURCE), Pycs.code(code, 0)));
  }

  private CommandRun audit(Object... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "--no-config";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = folder;
    return CommandRun.of("audit", all);
  }

  @Test
  void nothingIsFoundInAnHonestModule() {
    CommandRun run = audit();
    assertEquals(
        new CommandRun(
            0,
            """
            Summary
              examined: 1 cache, 1 folder, 1 source
              caches: 1 match
              no findings
            """,
            ""),
        run);
  }

  @Test
  void aForgeryIsShownLineByLine() throws Exception {
    cache(OTHER);
    CommandRun run = audit();
    assertEquals(1, run.status());
    assertEquals(
        folder
            + """
            /__pycache__/m.cpython-312.pyc: error[cache-forged]
                the header fits m.py, but the code is not what the source compiles to: 1 function differs
                  in f (line 1):
                    line 2: return x + 1
                    - LOAD_CONST 1
                    + LOAD_CONST 2
                    - constants: [None, 1]
                    + constants: [None, 2]
            """,
        run.out().substring(0, run.out().indexOf("\nSummary")));
  }

  @Test
  void exitCodes() throws Exception {
    Pycs.source(folder.resolve("n.py"), "eval(input())\n");
    assertEquals(0, audit().status());
    assertEquals(1, audit("--fail-on", "warning").status());
    assertEquals(0, audit("--fail-on=warning", "--ignore", "eval-call").status());
    cache(OTHER);
    assertEquals(0, audit("--fail-on", "never").status());
    assertEquals(2, CommandRun.of("audit", folder.resolve("none")).status());
    assertEquals(1, audit(folder.resolve("none")).status());
    for (String wrong : new String[] {"--fromat=json", "--format=xml", "--fail-on=bad", "--threads=0"}) {
      assertEquals(2, audit(wrong).status(), wrong);
    }
    assertEquals(2, CommandRun.of("audit").status());
  }

  @Test
  void onlyWhatIsNewIsReported() throws Exception {
    Pycs.source(folder.resolve("n.py"), "def f(x):\n    eval(input())\n");
    for (String format : new String[] {"json", "sarif"}) {
      Path known = folder.resolveSibling("known." + format);
      audit("--format", format, "--output", known);
      Pycs.source(folder.resolve("n.py"), "\n\ndef f(x):\n    eval(input())\n");
      CommandRun moved = audit("--baseline", known, "--fail-on", "note");
      assertEquals(0, moved.status(), moved.out());
      assertTrue(moved.out().contains("1 finding of the baseline"), moved.out());
      Pycs.source(
          folder.resolve("n.py"), "def f(x):\n    eval(input())\n\ndef g(x):\n    eval(input())\n");
      CommandRun more = audit("--baseline", known, "--fail-on", "warning");
      assertEquals(1, more.status());
      assertTrue(more.out().contains("n.py:5:5: warning[eval-call]"), more.out());
      Pycs.source(folder.resolve("n.py"), "def f(x):\n    eval(input())\n");
    }
    Files.writeString(folder.resolveSibling("known.txt"), "{}");
    assertEquals(2, audit("--baseline", folder.resolveSibling("known.txt")).status());
  }

  @Test
  void theSameInputGivesTheSameOutput() throws Exception {
    cache(OTHER);
    for (int i = 0; i < 20; i++) {
      Pycs.source(folder.resolve("p" + i + "/m" + i + ".py"), "eval(input())\nexec(input())\n");
    }
    for (String format : new String[] {"text", "json", "sarif"}) {
      CommandRun first = audit("--format", format, "--notes", "--modules");
      assertEquals(first, audit("--format", format, "--notes", "--modules", "--threads", "7"));
    }
  }

  @Test
  void settingsOfTheCurrentFolderOrOfOption() throws Exception {
    cache(OTHER);
    Path config = folder.resolveSibling("pyproject-test.toml");
    Files.writeString(config, "[tool.krait.audit]\nignore = ['cache-forged']\n");
    CommandRun run = CommandRun.of("audit", "--config", config, folder);
    assertEquals(0, run.status());
    assertTrue(run.out().contains("not reported, as configured: 1 cache-forged"), run.out());
    Files.writeString(config, "[tool.krait.audit]\nignroe = ['cache-forged']\n");
    CommandRun wrong = CommandRun.of("audit", "--config", config, folder);
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("ignroe is no setting of [tool.krait.audit]"), wrong.err());
    // What is examined does not configure its own examination.
    Files.writeString(
        folder.resolve("pyproject.toml"), "[tool.krait.audit]\nignore = ['cache-forged']\n");
    assertEquals(1, CommandRun.of("audit", folder).status());
  }

  @Test
  void aSourceOrACacheAlone() throws Exception {
    cache(OTHER);
    Pycs.source(folder.resolve("n.py"), "eval(input())\n");
    CommandRun source = CommandRun.of("audit", folder.resolve("m.py"));
    CommandRun cache = CommandRun.of("audit", folder.resolve("__pycache__/m.cpython-312.pyc"));
    assertEquals(1, source.status());
    assertEquals(1, cache.status());
    assertFalse(source.out().contains("eval-call"), source.out());
    assertTrue(cache.out().contains("cache-forged"), cache.out());
  }

  @Test
  void everyRuleIsExplained() {
    String all = CommandRun.of("audit", "--explain", "all").out();
    for (AuditRule rule : AuditRule.values()) {
      assertTrue(all.contains(rule.id()), rule.id());
      CommandRun one = CommandRun.of("audit", "--explain", rule.id());
      assertEquals(0, one.status());
      assertTrue(one.out().contains("What to do: "), one.out());
    }
    assertEquals(2, CommandRun.of("audit", "--explain", "no-rule").status());
    assertTrue(CommandRun.of("audit", "--help").out().contains("Examples:"));
  }

  @Test
  void sarifHasWhatCiSystemsNeed() throws Exception {
    cache(OTHER);
    Pycs.source(folder.resolve("n m.py"), "x = 'é'; eval(input())\n");
    String sarif = audit("--format", "sarif").out();
    for (String part :
        new String[] {
          "\"version\": \"2.1.0\"", "\"ruleId\": \"cache-forged\"", "\"level\": \"error\"",
          "\"kraitFingerprint/v1\": \"", "/n%20m.py\"", "\"startLine\": 1", "\"startColumn\": 10",
          "\"executionSuccessful\": true", "\"security-severity\": \"9.0\"",
        }) {
      assertTrue(sarif.contains(part), part);
    }
  }

  @Test
  void textIsNoWayToTheTerminal() throws Exception {
    Pycs.source(folder.resolve("n.py"), "eval(input('\u001b[2J\u202e'))\n");
    String out = audit("--notes").out();
    assertTrue(out.contains("eval(input('\\x1b[2J\\u{202e}'))"), out);
  }
}
