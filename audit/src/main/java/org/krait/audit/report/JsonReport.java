package org.krait.audit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditReport;
import org.krait.audit.CacheVerdict;
import org.krait.audit.LoadedModule;
import org.krait.audit.Severity;

/** The whole report as JSON; {@code docs/security.md} describes it. */
public final class JsonReport {
  private static final int FORMAT = 1;

  private JsonReport() {}

  public static String of(AuditReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("tool", "krait audit");
    document.put("format", FORMAT);
    document.put("summary", summary(report));
    document.put("findings", report.findings().stream().map(JsonReport::finding).toList());
    document.put("silenced", report.silenced().stream().map(JsonReport::finding).toList());
    document.put("caches", report.caches().stream().map(JsonReport::cache).toList());
    document.put("modules", report.modules().stream().map(JsonReport::module).toList());
    return Json.write(document);
  }

  private static Map<String, Object> summary(AuditReport report) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("examined", report.counts());
    Map<String, Object> verdicts = new TreeMap<>();
    for (CacheVerdict cache : report.caches()) {
      verdicts.merge(cache.verdict().id(), 1, (a, b) -> (Integer) a + (Integer) b);
    }
    summary.put("caches", verdicts);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      summary.put(severity.id(), report.count(severity));
    }
    summary.put("silenced", report.silenced().size());
    Map<String, Object> off = new TreeMap<>();
    report.off().forEach((rule, count) -> off.put(rule.id(), count));
    summary.put("off", off);
    summary.put("complete", !report.isIncomplete());
    return summary;
  }

  private static Map<String, Object> finding(AuditFinding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", finding.rule().id());
    map.put("severity", finding.severity().id());
    map.put("path", finding.path());
    map.put("line", finding.line());
    map.put("column", finding.column());
    map.put("message", finding.message());
    map.put("evidence", finding.evidence());
    map.put("remedy", finding.rule().remedy());
    map.put("fingerprint", finding.fingerprint());
    return map;
  }

  private static Map<String, Object> cache(CacheVerdict cache) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", cache.path());
    map.put("verdict", cache.verdict().id());
    map.put("source", cache.source());
    map.put("level", cache.level());
    map.put("codeMatches", cache.codeMatches());
    map.put("header", cache.header());
    map.put("message", cache.message());
    map.put("sha256", cache.digest());
    return map;
  }

  private static Map<String, Object> module(LoadedModule module) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("root", module.root());
    map.put("name", module.name());
    map.put("file", module.file());
    map.put("kind", module.kind());
    return map;
  }

  /** What a fingerprint is called in this document, for {@link Baseline}. */
  static List<String> fingerprints(Map<?, ?> document) {
    List<String> found = new ArrayList<>();
    if (document.get("findings") instanceof List<?> findings) {
      for (Object finding : findings) {
        if (finding instanceof Map<?, ?> map && map.get("fingerprint") instanceof String text) {
          found.add(text);
        }
      }
    }
    return found;
  }
}
