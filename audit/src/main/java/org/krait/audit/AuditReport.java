package org.krait.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param findings sorted by place
 * @param silenced findings that comments in sources silence, sorted by place
 * @param off how many findings there are of each rule that is switched off
 * @param caches a verdict on each {@code .pyc}, sorted by path
 * @param modules what import would load, sorted
 * @param counts how much was examined: folders, archives, sources, caches …
 */
public record AuditReport(
    List<AuditFinding> findings,
    List<AuditFinding> silenced,
    Map<AuditRule, Integer> off,
    List<CacheVerdict> caches,
    List<LoadedModule> modules,
    Map<String, Integer> counts) {

  /** How many findings are of this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  /** True when something could not be examined, so that the report does not speak of it. */
  public boolean isIncomplete() {
    return findings.stream()
        .anyMatch(
            f ->
                f.severity() != Severity.NOTE
                    && (f.rule() == AuditRule.NOT_EXAMINED
                        || f.rule() == AuditRule.CACHE_UNREADABLE));
  }
}
