package org.krait.audit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.Pycs;

class VerifyCommandTest {
  private static final String SOURCE = "def f(x):\n    return x + 1\n";

  @TempDir Path folder;

  private Path sound(String name) throws Exception {
    return Pycs.write(folder.resolve(name), Pycs.pyc(Pycs.fresh(SOURCE), Pycs.code(SOURCE, 0)));
  }

  private Path damaged(String name) throws Exception {
    byte[] popsNothing = {1, 0, 83, 0};
    return Pycs.write(
        folder.resolve(name),
        Pycs.pyc(Pycs.fresh(SOURCE), Pycs.withCode(Pycs.code(SOURCE, 0), popsNothing)));
  }

  @Test
  void soundCodeIsVerified() throws Exception {
    Path file = sound("a.pyc");
    assertEquals(
        new CommandRun(0, file + ": verified\n", ""), CommandRun.of("verify", file.toString()));
  }

  @Test
  void foldersAreSearchedAndSorted() throws Exception {
    sound("z/b.pyc");
    damaged("a.pyc");
    Pycs.write(folder.resolve("short.pyc"), new byte[] {1, 2});
    Pycs.write(folder.resolve("no.py"), new byte[] {1, 2});
    CommandRun run = CommandRun.of("verify", folder);
    assertEquals(1, run.status());
    assertTrue(run.lines().get(0).startsWith(folder + "/a.pyc: malformed: the code breaks"), run.out());
    assertTrue(run.out().contains("<module> at 0: stack-underflow: "), run.out());
    assertTrue(run.out().contains("short.pyc: malformed: the file ends within its header"), run.out());
    assertTrue(run.out().contains("/z/b.pyc: verified\n"), run.out());
    assertTrue(
        run.out().endsWith("3 files: 1 verified, 2 malformed, 0 of another Python, 0 unreadable\n"));
    assertFalse(CommandRun.of("verify", "--quiet", folder).out().contains(": verified"));
  }

  @Test
  void whatCannotBeReadIsTwo() throws Exception {
    CommandRun missing = CommandRun.of("verify", folder.resolve("none.pyc"), sound("a.pyc"));
    assertEquals(2, missing.status());
    assertTrue(missing.out().contains("none.pyc: unreadable: no such file"), missing.out());
    byte[] bytes = Pycs.pyc(Pycs.fresh(SOURCE), Pycs.code(SOURCE, 0));
    bytes[0] = (byte) 3495;
    bytes[1] = (byte) (3495 >> 8);
    CommandRun other = CommandRun.of("verify", Pycs.write(folder.resolve("b.pyc"), bytes));
    assertEquals(2, other.status());
    assertTrue(other.out().contains("other-version: written by CPython 3.11;"), other.out());
    assertEquals(2, CommandRun.of("verify").status());
    assertEquals(2, CommandRun.of("verify", "--jsno", "x").status());
  }

  @Test
  void bytesBehindTheCodeAreReported() throws Exception {
    byte[] bytes = Pycs.longer(Pycs.pyc(Pycs.fresh(SOURCE), Pycs.code(SOURCE, 0)));
    CommandRun run = CommandRun.of("verify", Pycs.write(folder.resolve("a.pyc"), bytes));
    assertEquals(1, run.status());
    assertTrue(run.out().contains("malformed: 1 byte after the code"), run.out());
  }

  @Test
  void jsonSaysTheSame() throws Exception {
    damaged("a.pyc");
    CommandRun run = CommandRun.of("verify", "--json", folder);
    assertEquals(1, run.status());
    assertTrue(run.out().contains("\"status\": \"malformed\""), run.out());
    assertTrue(run.out().contains("\"rule\": \"stack-underflow\""), run.out());
    assertTrue(run.out().contains("\"verified\": 0"), run.out());
  }

  @Test
  void namesDoNotSteerTheTerminal() throws Exception {
    CommandRun run = CommandRun.of("verify", sound("a\u001b[31m.pyc"));
    assertTrue(run.out().contains("a\\x1b[31m.pyc"), run.out());
  }

  @Test
  void helpHasExamples() {
    CommandRun run = CommandRun.of("verify", "--help");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("Examples:"));
  }
}
