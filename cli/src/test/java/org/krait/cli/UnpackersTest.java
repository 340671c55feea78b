package org.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.krait.audit.Audit;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditOptions;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.files.Limits;

/** Source archives that only the library's decompressors can read, packed by the library itself. */
class UnpackersTest {
  /** An archive of {@code p-1/m.py}, which evaluates input, and of other files, packed in many ways. */
  private static final String MAKE =
      """
      import bz2, io, lzma, sys, tarfile
      raw = io.BytesIO()
      files = {"p-1/m.py": b"eval(input())\\n", "p-1/long.py": b"x = 1\\n" * 60000}
      def add(archive, files):
          for name, content in files.items():
              info = tarfile.TarInfo(name)
              info.size = len(content)
              archive.addfile(info, io.BytesIO(content))
      with tarfile.open(fileobj=raw, mode="w") as archive:
          add(archive, files)
      raw = raw.getvalue()
      half = len(raw) // 2
      packed = {
          "a.tar.bz2": bz2.compress(raw),
          "b.tbz2": bz2.compress(raw[:half], 1) + bz2.compress(raw[half:]),
          "c.tar.xz": lzma.compress(raw),
          "d.txz": lzma.compress(raw[:half]) + bytes(8) + lzma.compress(raw[half:], check=lzma.CHECK_SHA256),
          "e.tar.lzma": lzma.compress(raw, format=lzma.FORMAT_ALONE),
          "noise.tar.bz2": b"12345" * 100,
          "noise.tar.xz": lzma.compress(raw)[:6] + b"12345" * 100,
          "empty.tar.xz": b"",
          "hungry.tar.xz": lzma.compress(raw, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]),
      }
      packed["cut.tar.bz2"] = packed["a.tar.bz2"][:-20]
      packed["cut.tar.xz"] = packed["c.tar.xz"][:-100]
      bomb = io.BytesIO()
      with tarfile.open(fileobj=bomb, mode="w") as archive:
          add(archive, {"p/zero.py": bytes(40 << 20), "p/ok.py": b"eval(input())\\n"})
      packed["bomb.tar.bz2"] = bz2.compress(bomb.getvalue())
      packed["bomb.tar.xz"] = lzma.compress(bomb.getvalue(), preset=0)
      for name, content in packed.items():
          with open(sys.argv[1] + "/" + name, "wb") as file:
              file.write(content)
      """;

  @TempDir Path folder;

  private List<String> found(AuditReport report, AuditRule rule) {
    return report.findings().stream()
        .filter(finding -> finding.rule() == rule)
        .map(AuditFinding::path)
        .map(path -> path.substring(folder.toString().length() + 1))
        .distinct()
        .toList();
  }

  private AuditReport audit(AuditOptions options) {
    return Audit.run(List.of(folder), options, Audit.Listener.NONE);
  }

  @Test
  void archivesOfOtherFormsAreExamined() throws Exception {
    Path script = Files.writeString(folder.resolve("make.txt"), MAKE);
    assertEquals(
        new ExamplesTest.Outcome("", 0),
        ExamplesTest.krait("-B", script.toString(), folder.toString()));
    AuditOptions usual = AuditOptions.DEFAULT;
    AuditOptions options =
        new AuditOptions(
            1, Limits.DEFAULT, usual.exclude(), usual.off(), usual.severities(), true, Unpackers.ALL);
    AuditReport report = audit(options);
    assertEquals(
        List.of(
            "a.tar.bz2!/p-1/m.py", "b.tbz2!/p-1/m.py", "bomb.tar.bz2!/p/ok.py", "bomb.tar.xz!/p/ok.py",
            "c.tar.xz!/p-1/m.py", "cut.tar.xz!/p-1/m.py", "d.txz!/p-1/m.py", "e.tar.lzma!/p-1/m.py"),
        found(report, AuditRule.EVAL_CALL));
    assertEquals(
        List.of(
            "bomb.tar.bz2!/p/zero.py", "bomb.tar.xz!/p/zero.py", "cut.tar.bz2", "cut.tar.xz",
            "empty.tar.xz", "hungry.tar.xz", "noise.tar.bz2", "noise.tar.xz"),
        found(report, AuditRule.NOT_EXAMINED));
    // Whoever brings no decompressor hears that nothing was examined.
    assertEquals(List.of(), found(audit(usual), AuditRule.EVAL_CALL));
    assertEquals(13, found(audit(usual), AuditRule.NOT_EXAMINED).size());
  }
}
