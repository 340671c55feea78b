package org.krait.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.krait.audit.caches.CacheName;
import org.krait.audit.caches.ModuleSource;
import org.krait.audit.files.FileEntry;
import org.krait.audit.files.FileKinds;
import org.krait.audit.files.FileTree;
import org.krait.audit.imports.ResolveImports;
import org.krait.audit.imports.StartupFiles;
import org.krait.audit.imports.WritablePlaces;

/** Audits the files of one tree after the other, several files at a time. */
final class AuditTree implements AutoCloseable {
  /** Enough for nearly every source; parser and compiler help themselves with deeper ones. */
  private static final long STACK_SIZE = 16 << 20;

  private final AuditResults results;
  private final Audit.Listener listener;
  private final AuditOptions options;
  private final ExecutorService workers;

  AuditTree(AuditOptions options, Audit.Listener listener, AuditResults results) {
    this.options = options;
    this.listener = listener;
    this.results = results;
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(),
            task -> {
              Thread thread = new Thread(null, task, "krait-audit", STACK_SIZE);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Audits a tree.
   *
   * @param partial the tree is a file with what belongs to it, so that its surroundings say nothing
   */
  void audit(FileTree tree, boolean partial) {
    List<Future<AuditModule>> pending = new ArrayList<>();
    for (AuditModule module : modules(tree)) {
      pending.add(workers.submit(() -> run(module)));
    }
    listener.expect(pending.size());
    Map<String, CacheVerdict> verdicts = new LinkedHashMap<>();
    for (Future<AuditModule> future : pending) {
      AuditModule module = join(future);
      module.addTo(results);
      verdicts.putAll(module.verdicts());
    }
    if (tree.kind() == FileTree.Kind.FOLDER && !partial) {
      results.count("folders");
    }
    if (!partial) {
      imports(tree, verdicts);
    }
    remarks(tree);
  }

  private AuditModule run(AuditModule module) {
    module.run();
    listener.done(module.shown());
    return module;
  }

  private static AuditModule join(Future<AuditModule> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A source with its caches, or caches of a source that is not there. */
  private List<AuditModule> modules(FileTree tree) {
    Map<String, AuditModule> modules = new LinkedHashMap<>();
    for (FileEntry file : tree.files().values()) {
      if (FileKinds.isSource(file.name()) && !results.isExcluded(file.path())) {
        modules.put(
            file.path(), new AuditModule(tree, new ModuleSource(file), file.path(), options));
      }
    }
    for (FileEntry file : tree.files().values()) {
      if (FileKinds.isCache(file.name()) && !results.isExcluded(file.path())) {
        String source = CacheName.of(file.path()).source();
        modules
            .computeIfAbsent(source, path -> new AuditModule(tree, sourceOf(tree, path), path, options))
            .addCache(file);
      }
    }
    return List.copyOf(modules.values());
  }

  /** A source that was left out still says what its cache should be. */
  private static ModuleSource sourceOf(FileTree tree, String path) {
    FileEntry source = tree.files().get(path);
    return source == null ? null : new ModuleSource(source);
  }

  private void imports(FileTree tree, Map<String, CacheVerdict> verdicts) {
    ResolveImports.Result imports = ResolveImports.of(tree, verdicts);
    imports.modules().forEach(results::add);
    List<AuditFinding> findings = new ArrayList<>(imports.findings());
    findings.addAll(StartupFiles.of(tree));
    findings.addAll(WritablePlaces.of(tree));
    for (AuditFinding finding : findings) {
      String path = finding.key().split("\0", 2)[0].substring(tree.anchored("").length());
      if (path.isEmpty() || !results.isExcluded(path)) {
        results.add(finding);
      }
    }
  }

  private void remarks(FileTree tree) {
    for (FileTree.Remark remark : tree.remarks()) {
      if (!remark.path().isEmpty() && results.isExcluded(remark.path())) {
        continue;
      }
      AuditRule rule =
          remark.matter() == FileTree.Matter.TRICK
              ? AuditRule.ARCHIVE_TRICK
              : AuditRule.NOT_EXAMINED;
      Severity severity =
          remark.matter() == FileTree.Matter.ASIDE ? Severity.NOTE : rule.severity();
      results.add(
          AuditFinding.of(
              rule, severity, tree.shown(remark.path()), remark.sentence(), List.of(),
              tree.anchored(remark.path()) + '\0' + remark.sentence()));
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
