package org.krait.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.audit.files.Limits;

/**
 * How to audit.
 *
 * @param threads workers
 * @param limits how much an input may make us read
 * @param exclude patterns of paths that are left out, as of {@link java.nio.file.FileSystem#getPathMatcher
 *     glob}
 * @param off rules that are not reported
 * @param severities other severities for all findings of a rule
 * @param honourComments whether {@code # krait: ignore[rule] reason} silences findings
 * @param unpackers for archives that the JDK cannot decompress; without one they are not examined
 */
public record AuditOptions(
    int threads,
    Limits limits,
    List<String> exclude,
    Set<AuditRule> off,
    Map<AuditRule, Severity> severities,
    boolean honourComments,
    List<Unpacker> unpackers) {

  /** With what the JDK unpacks. */
  public AuditOptions(
      int threads,
      Limits limits,
      List<String> exclude,
      Set<AuditRule> off,
      Map<AuditRule, Severity> severities,
      boolean honourComments) {
    this(threads, limits, exclude, off, severities, honourComments, List.of());
  }

  /** Everything is reported, with as many workers as processors. */
  public static final AuditOptions DEFAULT =
      new AuditOptions(
          Runtime.getRuntime().availableProcessors(), Limits.DEFAULT, List.of(), Set.of(), Map.of(), true);
}
