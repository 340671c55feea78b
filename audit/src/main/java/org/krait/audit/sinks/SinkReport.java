package org.krait.audit.sinks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;

/** Makes findings of what happens at places of one file, each once. */
final class SinkReport {
  private final String path;
  private final String key;
  private final String[] lines;
  private final List<AuditFinding> findings = new ArrayList<>();
  private final Set<List<Object>> known = new HashSet<>();

  /**
   * A report.
   *
   * @param path the file, as reports name it
   * @param key the file, as fingerprints name it
   * @param lines the source's lines; empty when there is no source
   */
  SinkReport(String path, String key, String[] lines) {
    this.path = path;
    this.key = key;
    this.lines = lines;
  }

  List<AuditFinding> findings() {
    return findings;
  }

  void add(AuditRule rule, Severity severity, Place place, String message) {
    if (!known.add(List.of(rule, place.line(), place.column(), message))) {
      return;
    }
    String text = line(place.line()).strip();
    findings.add(
        new AuditFinding(
            rule,
            severity,
            path,
            place.line(),
            column(place.line(), place.column()),
            place.endLine(),
            place.endLine() > 0 ? column(place.endLine(), place.endColumn()) : 0,
            place.function().isEmpty() ? message : "in " + place.function() + ": " + message,
            text.isEmpty() ? List.of() : List.of(text),
            key + '\0' + place.function() + '\0' + text,
            ""));
  }

  private String line(int line) {
    return line > 0 && line <= lines.length ? lines[line - 1] : "";
  }

  /** Columns of trees count bytes from 0, those of reports characters from 1. */
  private int column(int line, int column) {
    if (column < 0) {
      return 0;
    }
    String text = line(line);
    int ascii = Math.min(column, text.length());
    if (text.substring(0, ascii).chars().allMatch(c -> c < 0x80)) {
      return column + 1;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String before = new String(bytes, 0, Math.min(column, bytes.length), StandardCharsets.UTF_8);
    return before.codePointCount(0, before.length()) + 1;
  }
}
