package org.krait.audit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.krait.audit.AuditFinding;
import org.krait.audit.AuditReport;

/** An earlier report, JSON or SARIF: what it has is not new. */
public final class Baseline {
  private final Set<String> known;

  private Baseline(Set<String> known) {
    this.known = known;
  }

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Baseline read(Path file) throws IOException {
    if (!(JsonReader.read(Files.readString(file)) instanceof Map<?, ?> document)
        || !document.containsKey("runs") && !document.containsKey("findings")) {
      throw new IllegalArgumentException("not a report of krait audit, in JSON or SARIF");
    }
    Set<String> known = new HashSet<>(JsonReport.fingerprints(document));
    known.addAll(SarifReport.fingerprints(document));
    return new Baseline(known);
  }

  /** The report without the findings that the earlier one has. */
  public AuditReport reduce(AuditReport report) {
    List<AuditFinding> fresh =
        report.findings().stream().filter(f -> !known.contains(f.fingerprint())).toList();
    Map<String, Integer> counts = new TreeMap<>(report.counts());
    counts.put("findings of the baseline", report.findings().size() - fresh.size());
    return new AuditReport(
        fresh, report.silenced(), report.off(), report.caches(), report.modules(), counts);
  }
}
