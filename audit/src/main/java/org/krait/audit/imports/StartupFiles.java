package org.krait.audit.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileTree;
import org.krait.audit.files.Trouble;
import org.krait.audit.sinks.AnalyzeModule;
import org.krait.syntax.DiagnosticListener;
import org.krait.syntax.ParseOptions;
import org.krait.syntax.PythonParser;
import org.krait.syntax.SyntaxDiagnostic;

/** Reads {@code .pth} files as {@code site.addpackage} does: lines that begin with import are code. */
public final class StartupFiles {
  private StartupFiles() {}

  /** The findings in the {@code .pth} files of a tree. */
  public static List<AuditFinding> of(FileTree tree) {
    List<AuditFinding> findings = new ArrayList<>();
    for (FileEntry file : tree.files().values()) {
      if (file.name().endsWith(".pth")) {
        read(tree, file, findings);
      }
    }
    return findings;
  }

  private static void read(FileTree tree, FileEntry file, List<AuditFinding> findings) {
    List<String> lines;
    try {
      lines = new String(file.read(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      findings.add(
          AuditFinding.of(
              AuditRule.NOT_EXAMINED, Severity.WARNING, tree.shown(file.path()), Trouble.of(e),
              List.of(), tree.anchored(file.path())));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("import ") || line.startsWith("import\t")) {
        findings.add(finding(tree, file, i + 1, line));
      }
    }
  }

  private static AuditFinding finding(FileTree tree, FileEntry file, int number, String line) {
    List<String> evidence = new ArrayList<>(List.of(line));
    Severity severity = AuditRule.PTH_CODE.severity();
    try {
      var tree1 =
          PythonParser.parse(
              line, ParseOptions.of(ParseOptions.Mode.EXEC, "<pth>"), DiagnosticListener.NONE);
      for (AuditFinding inner : AnalyzeModule.of(tree1, "", "", line)) {
        evidence.add(inner.rule().id() + ": " + inner.message());
        // What is a note in a function is none in code that every start runs.
        severity = Severity.ERROR;
      }
    } catch (SyntaxDiagnostic e) {
      evidence.add("not Python: " + e.getMessage());
    }
    return new AuditFinding(
        AuditRule.PTH_CODE, severity, tree.shown(file.path()), number, 0, 0, 0,
        "each start of Python runs this line", evidence, tree.anchored(file.path()) + '\0' + line, "");
  }
}
