package org.krait.audit.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditReport;
import org.krait.audit.AuditRule;
import org.krait.audit.CacheVerdict;
import org.krait.audit.LoadedModule;
import org.krait.audit.Severity;
import org.krait.audit.Verdict;

/** The report that people read. */
public final class TextReport {
  private static final int WIDTH = 160;

  private final AuditReport report;
  private final StringBuilder out = new StringBuilder();

  private TextReport(AuditReport report) {
    this.report = report;
  }

  /**
   * The text.
   *
   * @param least findings below this severity are only counted
   * @param showModules list what import would load
   */
  public static String of(AuditReport report, Severity least, boolean showModules) {
    TextReport text = new TextReport(report);
    if (showModules) {
      text.modules();
    }
    for (AuditFinding finding : report.findings()) {
      if (finding.severity().compareTo(least) >= 0) {
        text.finding(finding);
      }
    }
    text.summary(least);
    return text.out.toString();
  }

  private void modules() {
    String root = null;
    for (LoadedModule module : report.modules()) {
      if (!module.root().equals(root)) {
        root = module.root();
        line("What import loads from " + Shown.of(root) + ":");
      }
      line(
          "  %-32s %-10s %s"
              .formatted(Shown.of(module.name()), module.kind(), Shown.of(module.file())));
    }
    if (root != null) {
      line("");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void finding(AuditFinding finding) {
    String place = Shown.of(finding.path());
    if (finding.line() > 0) {
      place += ":" + finding.line() + (finding.column() > 0 ? ":" + finding.column() : "");
    }
    line(place + ": " + finding.severity().id() + "[" + finding.rule().id() + "]");
    line("    " + Shown.of(finding.message()));
    for (String evidence : finding.evidence()) {
      line("      " + Shown.of(evidence, WIDTH));
    }
  }

  private void summary(Severity least) {
    if (!out.isEmpty()) {
      line("");
    }
    line("Summary");
    List<String> examined = new ArrayList<>();
    report.counts().forEach((what, count) -> examined.add(count + " " + counted(what, count)));
    line("  examined: " + (examined.isEmpty() ? "nothing" : String.join(", ", examined)));
    verdicts();
    rules(least);
    silenced();
    if (report.isIncomplete()) {
      line("  Not everything could be examined: see not-examined and cache-unreadable.");
    }
  }

  /** The counts are named in the plural: caches, folders, findings of the baseline. */
  private static String counted(String what, int count) {
    return count == 1 ? what.replaceFirst("s(?= |$)", "") : what;
  }

  private void verdicts() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (CacheVerdict cache : report.caches()) {
      verdicts.merge(cache.verdict(), 1, Integer::sum);
    }
    List<String> words = new ArrayList<>();
    verdicts.forEach((verdict, count) -> words.add(count + " " + verdict.id()));
    if (!words.isEmpty()) {
      line("  caches: " + String.join(", ", words));
    }
  }

  private void rules(Severity least) {
    Map<AuditRule, long[]> table = new TreeMap<>();
    for (AuditFinding finding : report.findings()) {
      table.computeIfAbsent(finding.rule(), _ -> new long[3])[finding.severity().ordinal()]++;
    }
    if (table.isEmpty()) {
      line("  no findings");
      return;
    }
    line("  %-22s %8s %8s %8s".formatted("rule", "errors", "warnings", "notes"));
    long[] sum = new long[3];
    table.forEach(
        (rule, counts) -> {
          row(rule.id(), counts);
          for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
          }
        });
    row("all", sum);
    if (least.compareTo(Severity.NOTE) > 0 && sum[0] > 0) {
      line("  (--notes shows the notes, --explain RULE what a rule means)");
    }
  }

  private void row(String name, long[] counts) {
    line("  %-22s %8d %8d %8d".formatted(name, counts[2], counts[1], counts[0]));
  }

  private void silenced() {
    if (!report.silenced().isEmpty()) {
      line("  silenced by comments: " + report.silenced().size());
      for (AuditFinding finding : report.silenced()) {
        line(
            "    %s:%d %s"
                .formatted(Shown.of(finding.path()), finding.line(), finding.rule().id()));
      }
    }
    if (!report.off().isEmpty()) {
      List<String> words = new ArrayList<>();
      new TreeMap<>(report.off()).forEach((rule, count) -> words.add(count + " " + rule.id()));
      line("  not reported, as configured: " + String.join(", ", words));
    }
  }
}
