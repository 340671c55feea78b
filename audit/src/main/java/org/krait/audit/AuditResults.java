package org.krait.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what an audit finds and makes the report of it. */
final class AuditResults {
  private final AuditOptions options;
  private final List<PathMatcher> exclude = new ArrayList<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<AuditFinding> silenced = new ArrayList<>();
  private final List<CacheVerdict> caches = new ArrayList<>();
  private final List<LoadedModule> modules = new ArrayList<>();
  private final Map<AuditRule, Integer> off = new EnumMap<>(AuditRule.class);
  private final Map<String, Integer> counts = new TreeMap<>();

  AuditResults(AuditOptions options) {
    this.options = options;
    for (String pattern : options.exclude()) {
      exclude.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
    }
  }

  /** True for a path, relative to its tree, that a pattern leaves out, itself or by a folder. */
  boolean isExcluded(String path) {
    for (Path at = Path.of(path); at != null; at = at.getParent()) {
      for (PathMatcher matcher : exclude) {
        if (matcher.matches(at) || matcher.matches(at.getFileName())) {
          return true;
        }
      }
    }
    return false;
  }

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** A finding whose key says all. */
  void add(AuditFinding finding) {
    if (options.off().contains(finding.rule())) {
      off.merge(finding.rule(), 1, Integer::sum);
      return;
    }
    Severity severity = options.severities().get(finding.rule());
    findings.add(severity == null ? finding : finding.withSeverity(severity));
  }

  void silence(AuditFinding finding) {
    silenced.add(finding);
  }

  void unread(String path, String why) {
    add(
        AuditFinding.of(
            AuditRule.NOT_EXAMINED, Severity.WARNING, path, why, List.of(), path));
  }

  void add(CacheVerdict cache, String key) {
    caches.add(cache);
    AuditRule rule = cache.verdict().rule();
    if (rule != null) {
      String identity = cache.severity() == Severity.NOTE ? key : key + '\0' + cache.digest();
      add(
          AuditFinding.of(
              rule, cache.severity(), cache.path(), cache.message(), cache.evidence(), identity));
    }
  }

  void add(LoadedModule module) {
    modules.add(module);
  }

  AuditReport report() {
    caches.sort(Comparator.comparing(CacheVerdict::path));
    modules.sort(Comparator.comparing(LoadedModule::root).thenComparing(LoadedModule::name));
    return new AuditReport(
        fingerprinted(findings), fingerprinted(silenced), Map.copyOf(off), List.copyOf(caches),
        List.copyOf(modules), new TreeMap<>(counts));
  }

  /** Sorted, each once; of findings that look the same in a file each has its turn in the fingerprint. */
  private static List<AuditFinding> fingerprinted(List<AuditFinding> findings) {
    Map<String, Integer> turns = new HashMap<>();
    List<AuditFinding> result = new ArrayList<>();
    for (AuditFinding finding : findings.stream().sorted(AuditFinding.ORDER).distinct().toList()) {
      String identity = finding.rule().id() + '\0' + finding.key();
      int turn = turns.merge(identity, 1, Integer::sum);
      result.add(finding.withFingerprint(hash(identity + '\0' + turn)));
    }
    return List.copyOf(result);
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
