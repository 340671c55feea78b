package org.krait.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.audit.caches.JudgeCache;
import org.krait.audit.caches.ModuleSource;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileTree;
import org.krait.audit.files.Trouble;
import org.krait.audit.sinks.AnalyzeBytecode;
import org.krait.audit.sinks.AnalyzeModule;
import org.krait.syntax.SyntaxDiagnostic;

/** One source with its caches: the unit of work of an audit. */
final class AuditModule {
  private final FileTree tree;
  private final ModuleSource source;
  private final String path;
  private final AuditOptions options;
  private final List<FileEntry> caches = new ArrayList<>();
  private final Map<String, CacheVerdict> verdicts = new LinkedHashMap<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<AuditFinding> silenced = new ArrayList<>();
  private final boolean examineSource;

  /**
   * A module.
   *
   * @param source null when there is none
   */
  AuditModule(FileTree tree, ModuleSource source, String path, AuditOptions options) {
    this.tree = tree;
    this.source = source;
    this.path = path;
    this.options = options;
    this.examineSource = source != null;
  }

  void addCache(FileEntry cache) {
    caches.add(cache);
  }

  String shown() {
    return tree.shown(path);
  }

  Map<String, CacheVerdict> verdicts() {
    return verdicts;
  }

  /** Does the work; whatever happens, the rest of the audit goes on. */
  void run() {
    for (FileEntry cache : caches) {
      try {
        CacheVerdict verdict = JudgeCache.of(tree, cache, source);
        verdicts.put(cache.path(), verdict);
        if (verdict.verdict() == Verdict.SOURCELESS) {
          examineBytecode(cache);
        }
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fault(cache.path(), e);
      }
    }
    if (examineSource) {
      try {
        examine();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fault(path, e);
      }
    }
    if (source != null) {
      source.forget();
    }
  }

  private void fault(String where, Throwable e) {
    String why =
        switch (e) {
          case StackOverflowError _ -> "nested too deeply";
          case OutOfMemoryError _ -> "it needs more memory than there is";
          default -> "a fault of this program: " + e;
        };
    unread(where, Severity.WARNING, why);
  }

  private void unread(String where, Severity severity, String why) {
    findings.add(
        AuditFinding.of(
            AuditRule.NOT_EXAMINED, severity, tree.shown(where), why, List.of(),
            tree.anchored(where)));
  }

  private void examine() {
    try {
      List<AuditFinding> found =
          AnalyzeModule.of(source.tree(), tree.shown(path), tree.anchored(path), source.text());
      silence(found, new IgnoreComments(source.text()));
    } catch (SyntaxDiagnostic e) {
      boolean certain = ModuleSource.isCertain(e);
      unread(
          path,
          certain ? Severity.NOTE : Severity.WARNING,
          "not a source of Python 3.12: %s: %s (line %d)"
              .formatted(e.kind().pythonName(), e.getMessage(), e.line()));
    } catch (IOException e) {
      unread(path, Severity.WARNING, Trouble.of(e));
    }
  }

  private void examineBytecode(FileEntry cache) {
    try {
      Verification verification = Verification.of(cache.read());
      if (verification.code() != null) {
        findings.addAll(
            AnalyzeBytecode.of(
                    verification.code(), tree.shown(cache.path()), tree.anchored(cache.path()))
                .findings());
      }
    } catch (IOException e) {
      unread(cache.path(), Severity.WARNING, Trouble.of(e));
    }
  }

  private void silence(List<AuditFinding> found, IgnoreComments comments) {
    for (AuditFinding finding : found) {
      boolean silent = options.honourComments() && comments.silences(finding);
      (silent ? silenced : findings).add(finding);
    }
    if (options.honourComments()) {
      findings.addAll(comments.faults(tree.shown(path), tree.anchored(path)));
    }
  }

  void addTo(AuditResults results) {
    if (source != null) {
      results.count("sources");
    }
    findings.forEach(results::add);
    silenced.forEach(results::silence);
    verdicts.forEach(
        (cache, verdict) -> {
          results.count("caches");
          results.add(verdict, tree.anchored(cache));
        });
  }
}
