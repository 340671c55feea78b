package org.krait.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.files.Limits;

/** The rules about trees and archives, with what they find and what they do not. */
class TreeRulesTest {
  @TempDir Path folder;

  private void write(String... names) throws IOException {
    for (String name : names) {
      Pycs.source(folder.resolve(name), "x = 1\n");
    }
  }

  private void text(String name, String text) throws IOException {
    Pycs.source(folder.resolve(name), text);
  }

  private AuditReport audit() {
    return audit(AuditOptions.DEFAULT);
  }

  private AuditReport audit(AuditOptions options) {
    return Audit.run(List.of(folder), options, Audit.Listener.NONE);
  }

  /** The files for which there is a finding of the rule. */
  private List<String> found(AuditRule rule) {
    return found(rule, audit());
  }

  private List<String> found(AuditRule rule, AuditReport report) {
    return report.findings().stream()
        .filter(f -> f.rule() == rule)
        .map(f -> f.path().substring(Math.min(f.path().length(), folder.toString().length() + 1)))
        .distinct()
        .toList();
  }

  private List<String> loaded() {
    return audit().modules().stream()
        .map(m -> m.name() + " " + m.kind() + " " + m.file().substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void importShadowed() throws Exception {
    write("a.py", "a/__init__.py", "b.py", "b.cpython-312-x86_64-linux-gnu.so", "c.py", "c.abi3.so");
    write("d.py", "d/x.py", "e.py", "e.cpython-311-x86_64-linux-gnu.so", "f/__init__.py", "f/f.py");
    assertEquals(List.of("a.py", "b.py", "c.py"), found(AuditRule.IMPORT_SHADOWED));
    assertEquals(
        List.of(
            "a source a/__init__.py", "b extension b.cpython-312-x86_64-linux-gnu.so",
            "c extension c.abi3.so", "d source d.py", "d.x source d/x.py", "e source e.py",
            "f source f/__init__.py", "f.f source f/f.py"),
        loaded());
  }

  @Test
  void aFreshCacheIsWhatRuns() throws Exception {
    String source = "x = 1\n";
    write("fresh.py", "stale.py", "bare.py");
    byte[] fresh = Pycs.pyc(Pycs.fresh(source), Pycs.code(source, 0));
    Pycs.write(folder.resolve("__pycache__/fresh.cpython-312.pyc"), fresh);
    Pycs.write(
        folder.resolve("__pycache__/stale.cpython-312.pyc"),
        Pycs.pyc(Pycs.fresh(source + source), Pycs.code(source, 0)));
    Pycs.write(folder.resolve("gone.pyc"), fresh);
    assertEquals(
        List.of(
            "bare source bare.py", "fresh cache __pycache__/fresh.cpython-312.pyc",
            "gone bytecode gone.pyc", "stale source stale.py"),
        loaded());
  }

  @Test
  void rootsAreFound() throws Exception {
    write("proj-1.0/src/pkg/m.py", "proj-1.0/setup.py", "lib/site-packages/q/__init__.py");
    List<LoadedModule> modules = audit().modules();
    assertEquals(
        List.of("q", "setup", "pkg.m"), modules.stream().map(LoadedModule::name).toList());
    assertEquals(folder + "/proj-1.0/src", modules.getLast().root());
  }

  @Test
  void stdlibName() throws Exception {
    write("json.py", "random/__init__.py", "s-1.0/abc.py", "pkg/os.py", "jsons.py", "_os.py", "x-2/y/re.py");
    assertEquals(
        List.of("json.py", "random/__init__.py", "s-1.0/abc.py"), found(AuditRule.STDLIB_NAME));
  }

  @Test
  void pthCode() throws Exception {
    text("a.pth", "import os; os.system('x')\n");
    text("b.pth", "/some/path\nimport\tsys\n");
    text("c.pth", "import os;exec(input())\n");
    text("d.pth", "/only/a/path\n");
    text("e.pth", "# import os\n");
    text("f.pth", " import os\nimportant\n");
    text("g.txt", "import os\n");
    assertEquals(List.of("a.pth", "b.pth", "c.pth"), found(AuditRule.PTH_CODE));
    assertEquals(1, audit().count(Severity.ERROR));
  }

  @Test
  void siteCustomize() throws Exception {
    write("sitecustomize.py", "a-1/usercustomize.py", "b-1/sitecustomize/__init__.py");
    write("pkg/sitecustomize.py", "sitecustomize2.py", "site.py");
    assertEquals(
        List.of("a-1/usercustomize.py", "b-1/sitecustomize/__init__.py", "sitecustomize.py"),
        found(AuditRule.SITE_CUSTOMIZE));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writableCache() throws Exception {
    write("a/m.py", "b/m.py", "c/m.py", "d/m.py", "e/m.py", "f/m.py");
    Files.createDirectories(folder.resolve("a/__pycache__"));
    Files.createDirectories(folder.resolve("d/__pycache__"));
    Files.createDirectories(folder.resolve("e/data"));
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      chmod(name + "/m.py", "rw-r--r--");
    }
    chmod("a/__pycache__", "rwxrwxrwx");
    chmod("b/m.py", "rw-rw-rw-");
    chmod("c/m.py", "rw-rw-r--");
    chmod("d/__pycache__", "rwxr-xr-x");
    chmod("e/data", "rwxrwxrwx");
    assertEquals(List.of("a/__pycache__", "b", "c"), found(AuditRule.WRITABLE_CACHE));
  }

  private void chmod(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
  }

  @Test
  void ignoreComment() throws Exception {
    text("a.py", "eval(input())  # krait: ignore[eval-call]\n");
    text("b.py", "x = 1  # krait: ignore[eval-call] nothing here\n");
    text("c.py", "x = 1  # krait: ignore[no-such-rule] why\n");
    text("d.py", "eval(input())  # krait: ignore[cache-forged, eval-call] not to be silenced\n");
    text("e.py", "eval(input())  # krait: ignore[eval-call] a calculator for its user\n");
    text("f.py", "x = '# krait: ignore[eval-call]'\n");
    text("g.py", "# krait: nothing\n# ignore[eval-call]\n");
    text("h.py", "eval(\n  input())  # krait: ignore[eval-call] the last line of it\n");
    assertEquals(List.of("a.py", "b.py", "c.py", "d.py"), found(AuditRule.IGNORE_COMMENT));
    assertEquals(List.of("a.py"), found(AuditRule.EVAL_CALL));
    assertEquals(3, audit().silenced().size());
    AuditOptions strict =
        new AuditOptions(2, Limits.DEFAULT, List.of(), Set.of(), Map.of(), false);
    assertEquals(List.of("a.py", "d.py", "e.py", "h.py"), found(AuditRule.EVAL_CALL, audit(strict)));
  }

  // Archives

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, bytes("x = 1\n"));
    }
    return entries;
  }

  @Test
  void archiveTrickInZips() throws Exception {
    byte[] two = Archives.zip(entries("pkg/a.py", "pkg/b.py"));
    Pycs.write(folder.resolve("up.whl"), Archives.zip(entries("../a.py")));
    Pycs.write(folder.resolve("absolute.zip"), Archives.zip(entries("/etc/a.py")));
    Pycs.write(folder.resolve("back.zip"), Archives.zip(entries("..\\a.py")));
    Pycs.write(folder.resolve("drive.zip"), Archives.zip(entries("C:/a.py")));
    // In the local header, then in the directory: the names of the second entry.
    Pycs.write(folder.resolve("local.jar"), Archives.replace(two, "pkg/b.py", "pkg/c.py", 0));
    byte[] twice = Archives.replace(two, "pkg/b.py", "pkg/a.py", 0);
    Pycs.write(folder.resolve("twice.egg"), Archives.replace(twice, "pkg/b.py", "pkg/a.py", 0));
    Pycs.write(folder.resolve("good.whl"), two);
    Pycs.write(folder.resolve("dots.zip"), Archives.zip(entries("a/..b/c.py", "./d.py")));
    Pycs.write(folder.resolve("empty.zip"), Archives.zip(entries("a/")));
    assertEquals(
        List.of(
            "absolute.zip!/etc/a.py", "back.zip!/a.py", "drive.zip!/C:/a.py", "local.jar!/pkg/b.py",
            "twice.egg!/pkg/a.py", "up.whl!/a.py"),
        found(AuditRule.ARCHIVE_TRICK));
    assertEquals(List.of(), found(AuditRule.NOT_EXAMINED));
  }

  @Test
  void archiveTrickInTars() throws Exception {
    byte[] x = bytes("x = 1\n");
    Pycs.write(folder.resolve("a.tar"), new Archives.Tar().file("../m.py", x).plain());
    Pycs.write(
        folder.resolve("b.tar.gz"),
        new Archives.Tar().entry("l", '2', "../../etc/passwd", new byte[0]).gzip());
    Pycs.write(
        folder.resolve("c.tgz"), new Archives.Tar().file("m.py", x).file("m.py", x).gzip());
    Pycs.write(
        folder.resolve("d.tar"), new Archives.Tar().entry("dev", '3', "", new byte[0]).plain());
    Pycs.write(
        folder.resolve("good.tar.gz"),
        new Archives.Tar()
            .entry("p-1/", '5', "", new byte[0])
            .file("p-1/m.py", bytes("eval(input())\n"))
            .entry("p-1/docs/l", '2', "../README", new byte[0])
            .gzip());
    assertEquals(
        List.of("a.tar!/m.py", "b.tar.gz!/l", "c.tgz!/m.py", "d.tar!/dev"),
        found(AuditRule.ARCHIVE_TRICK));
    assertEquals(List.of("good.tar.gz!/p-1/m.py"), found(AuditRule.EVAL_CALL));
  }

  @Test
  void longNamesInTars() throws Exception {
    String name = "d".repeat(90) + "/" + "e".repeat(90) + ".py";
    byte[] evil = bytes("eval(input())\n");
    String record = " path=" + name + "\n";
    int length = record.length() + 3;
    Pycs.write(
        folder.resolve("a.tar"),
        new Archives.Tar()
            .entry("././@LongLink", 'L', "", bytes(name + "\0"))
            .file("cut", evil)
            .entry("x", 'x', "", bytes(length + record))
            .file("cut", evil)
            .plain());
    assertEquals(List.of("a.tar!/" + name), found(AuditRule.EVAL_CALL));
  }

  @Test
  void archivesInArchives() throws Exception {
    byte[] inner = Archives.zip(Map.of("m.py", bytes("eval(input())\n")));
    byte[] middle = new Archives.Tar().file("x/inner.whl", inner).gzip();
    byte[] outer = Archives.zip(Map.of("middle.tar.gz", middle));
    Pycs.write(folder.resolve("outer.zip"), outer);
    assertEquals(
        List.of("outer.zip!/middle.tar.gz!/x/inner.whl!/m.py"), found(AuditRule.EVAL_CALL));
    Pycs.write(folder.resolve("outer.zip"), Archives.zip(Map.of("deeper.zip", outer)));
    assertEquals(List.of(), found(AuditRule.EVAL_CALL));
    assertEquals(
        List.of("outer.zip!/deeper.zip!/middle.tar.gz!/x/inner.whl"), found(AuditRule.NOT_EXAMINED));
  }

  @Test
  void notExamined() throws Exception {
    byte[] good = Archives.zip(entries("a.py"));
    Pycs.write(folder.resolve("noise.zip"), new byte[100]);
    Pycs.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(good, good.length - 30));
    Pycs.write(folder.resolve("other.tar.xz"), new byte[10]);
    Pycs.write(folder.resolve("broken.py"), bytes("def f(:\n"));
    Pycs.write(folder.resolve("cut.tar.gz"), new byte[] {31, (byte) 139, 8, 0});
    Pycs.write(folder.resolve("good.zip"), good);
    Pycs.write(folder.resolve("fine.py"), bytes("def f(): pass\n"));
    Pycs.write(folder.resolve("readme.txt"), bytes("def f(:\n"));
    assertEquals(
        List.of("broken.py", "cut.tar.gz", "cut.zip", "noise.zip", "other.tar.xz"),
        found(AuditRule.NOT_EXAMINED));
    assertTrue(audit().isIncomplete());
  }

  @Test
  void bombsAreNotUnpacked() throws Exception {
    byte[] zeros = new byte[40 << 20];
    Pycs.write(folder.resolve("bomb.zip"), Archives.zip(Map.of("big.py", zeros, "ok.py", bytes("x = 1\n"))));
    Pycs.write(
        folder.resolve("bomb.tar.gz"),
        new Archives.Tar().file("big.py", zeros).file("ok.py", bytes("eval(input())\n")).gzip());
    assertEquals(
        List.of("bomb.tar.gz!/big.py", "bomb.zip!/big.py"), found(AuditRule.NOT_EXAMINED));
    assertEquals(List.of("bomb.tar.gz!/ok.py"), found(AuditRule.EVAL_CALL));
  }

  @Test
  void aDirectoryThatLiesAboutSizesIsNotBelieved() throws Exception {
    byte[] zip = Archives.zip(Map.of("big.py", new byte[1 << 20]));
    // The size in the central directory, which stands before the name by 22 bytes.
    int at = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("big.py") - 22;
    zip[at + 2] = 0;
    zip[at] = 10;
    Pycs.write(folder.resolve("lies.zip"), zip);
    assertEquals(List.of("lies.zip!/big.py"), found(AuditRule.NOT_EXAMINED));
  }

  @Test
  void whatIsExcludedIsLeftOut() throws Exception {
    text("tests/a.py", "eval(input())\n");
    text("b.py", "eval(input())\n");
    text("tests/c.pth", "import os\n");
    AuditOptions options =
        new AuditOptions(1, Limits.DEFAULT, List.of("tests"), Set.of(), Map.of(), true);
    assertEquals(List.of("b.py"), found(AuditRule.EVAL_CALL, audit(options)));
    assertEquals(List.of(), found(AuditRule.PTH_CODE, audit(options)));
    AuditOptions off =
        new AuditOptions(
            1, Limits.DEFAULT, List.of(), Set.of(AuditRule.EVAL_CALL), Map.of(), true);
    assertEquals(2, audit(off).off().get(AuditRule.EVAL_CALL));
  }
}
