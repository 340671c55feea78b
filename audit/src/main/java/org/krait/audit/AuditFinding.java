package org.krait.audit;

import java.util.Comparator;
import java.util.List;

/**
 * Something that an audit found.
 *
 * @param rule what it is
 * @param severity how bad it is here
 * @param path the file, as the report names it
 * @param line the line, from 1; 0 when the whole file is meant
 * @param column the column, from 1; 0 when the whole line is meant
 * @param endLine the last line; 0 when unknown
 * @param endColumn the column behind the last; 0 when unknown
 * @param message what is the matter, in a sentence
 * @param evidence lines that show it; may be empty
 * @param key what identifies the finding in its file when lines move
 * @param fingerprint rule, path and key as a number that stays from run to run; empty until the
 *     report is made
 */
public record AuditFinding(
    AuditRule rule,
    Severity severity,
    String path,
    int line,
    int column,
    int endLine,
    int endColumn,
    String message,
    List<String> evidence,
    String key,
    String fingerprint) {

  /** The order of reports: by place, then by rule. */
  public static final Comparator<AuditFinding> ORDER =
      Comparator.comparing(AuditFinding::path)
          .thenComparingInt(AuditFinding::line)
          .thenComparingInt(AuditFinding::column)
          .thenComparing(AuditFinding::rule)
          .thenComparing(AuditFinding::message)
          .thenComparing(AuditFinding::key);

  public AuditFinding {
    evidence = List.copyOf(evidence);
  }

  /** A finding about a whole file. */
  public static AuditFinding of(
      AuditRule rule,
      Severity severity,
      String path,
      String message,
      List<String> evidence,
      String key) {
    return new AuditFinding(rule, severity, path, 0, 0, 0, 0, message, evidence, key, "");
  }

  AuditFinding withFingerprint(String fingerprint) {
    return new AuditFinding(
        rule, severity, path, line, column, endLine, endColumn, message, evidence, key,
        fingerprint);
  }

  AuditFinding withSeverity(Severity severity) {
    return new AuditFinding(
        rule, severity, path, line, column, endLine, endColumn, message, evidence, key,
        fingerprint);
  }
}
