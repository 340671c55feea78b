package org.krait.audit.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.Severity;

/** The report in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format). */
public final class SarifReport {
  static final String FINGERPRINT = "kraitFingerprint/v1";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  /**
   * The text.
   *
   * @param isNew whether there was a baseline, so that all findings are new
   */
  public static String of(AuditReport report, boolean isNew) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", map("driver", driver()));
    run.put("columnKind", "unicodeCodePoints");
    run.put("invocations", List.of(invocation(report)));
    List<Object> results = new ArrayList<>();
    report.findings().forEach(f -> results.add(result(f, false, isNew)));
    report.silenced().forEach(f -> results.add(result(f, true, isNew)));
    run.put("results", results);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", SCHEMA);
    document.put("version", "2.1.0");
    document.put("runs", List.of(run));
    return Json.write(document);
  }

  private static Map<String, Object> map(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> text(String text) {
    return map("text", text);
  }

  private static Map<String, Object> driver() {
    Map<String, Object> driver = map("name", "krait audit");
    driver.put("semanticVersion", "0.1.0");
    List<Object> rules = new ArrayList<>();
    for (AuditRule rule : AuditRule.values()) {
      Map<String, Object> map = map("id", rule.id());
      map.put("shortDescription", text(rule.title()));
      map.put("fullDescription", text(rule.explanation()));
      map.put("help", text(rule.explanation() + "\n\nWhat to do: " + rule.remedy()));
      map.put("defaultConfiguration", map("level", rule.severity().id()));
      Map<String, Object> properties = map("tags", List.of("security"));
      properties.put("security-severity", score(rule.severity()));
      map.put("properties", properties);
      rules.add(map);
    }
    driver.put("rules", rules);
    return driver;
  }

  private static String score(Severity severity) {
    return switch (severity) {
      case ERROR -> "9.0";
      case WARNING -> "5.0";
      case NOTE -> "2.0";
    };
  }

  private static Map<String, Object> invocation(AuditReport report) {
    Map<String, Object> invocation = map("executionSuccessful", !report.isIncomplete());
    List<Object> notifications = new ArrayList<>();
    for (AuditFinding finding : report.findings()) {
      if (finding.rule() == AuditRule.NOT_EXAMINED) {
        Map<String, Object> notification = map("level", finding.severity().id());
        notification.put("message", text(Shown.of(finding.path() + ": " + finding.message())));
        notifications.add(notification);
      }
    }
    invocation.put("toolExecutionNotifications", notifications);
    return invocation;
  }

  private static Map<String, Object> result(AuditFinding finding, boolean silenced, boolean isNew) {
    Map<String, Object> result = map("ruleId", finding.rule().id());
    result.put("ruleIndex", finding.rule().ordinal());
    result.put("level", finding.severity().id());
    StringBuilder message = new StringBuilder(Shown.of(finding.message()));
    for (String evidence : finding.evidence()) {
      message.append('\n').append(Shown.of(evidence));
    }
    result.put("message", text(message.toString()));
    result.put("locations", List.of(location(finding)));
    result.put("partialFingerprints", map(FINGERPRINT, finding.fingerprint()));
    if (isNew) {
      result.put("baselineState", "new");
    }
    if (silenced) {
      result.put("suppressions", List.of(map("kind", "inSource")));
    }
    return result;
  }

  private static Map<String, Object> location(AuditFinding finding) {
    Map<String, Object> physical = map("artifactLocation", map("uri", uri(finding.path())));
    if (finding.line() > 0) {
      Map<String, Object> region = map("startLine", finding.line());
      if (finding.column() > 0) {
        region.put("startColumn", finding.column());
      }
      if (finding.endLine() >= finding.line()) {
        region.put("endLine", finding.endLine());
        if (finding.endColumn() > 0) {
          region.put("endColumn", finding.endColumn());
        }
      }
      physical.put("region", region);
    }
    return map("physicalLocation", physical);
  }

  /** The path as a reference relative to where the audit ran, or a file URI. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-_.~!".indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  /** What a fingerprint is called in this document, for {@link Baseline}. */
  static List<String> fingerprints(Map<?, ?> document) {
    List<String> found = new ArrayList<>();
    if (document.get("runs") instanceof List<?> runs) {
      for (Object run : runs) {
        if (run instanceof Map<?, ?> map && map.get("results") instanceof List<?> results) {
          for (Object result : results) {
            if (result instanceof Map<?, ?> r
                && r.get("partialFingerprints") instanceof Map<?, ?> prints
                && prints.get(FINGERPRINT) instanceof String text) {
              found.add(text);
            }
          }
        }
      }
    }
    return found;
  }
}
