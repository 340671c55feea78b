package org.krait.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.krait.audit.Audit;
import org.krait.audit.AuditOptions;
import org.krait.audit.AuditReport;
import org.krait.audit.CacheVerdict;
import org.krait.audit.Verdict;

/**
 * Audits the oracle's library with caches that the oracle makes, at three levels and in the three
 * invalidation modes: honest caches must not be called anything worse than what they are.
 */
public final class CheckAudit {
  private static final List<String> MODES = List.of("timestamp", "checked-hash", "unchecked-hash");

  private static final String USAGE =
      """
      CheckAudit [--only=TEXT] [--limit=N] [--keep=FOLDER]
        --only    files whose name has this text in it
        --limit   the first N files
        --keep    where the sources and caches are put, and stay
      """;

  private final Oracle oracle = Oracle.find();
  private final Path folder;

  CheckAudit(Path folder) throws IOException {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    String only = "";
    int limit = Integer.MAX_VALUE;
    Path keep = null;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      switch (argument.split("=", 2)[0]) {
        case "--only" -> only = value;
        case "--limit" -> limit = Integer.parseInt(value);
        case "--keep" -> keep = Path.of(value);
        default -> {
          System.out.print(USAGE);
          return;
        }
      }
    }
    Path folder = keep != null ? keep : Files.createTempDirectory("krait-audit");
    CheckAudit check = new CheckAudit(folder);
    int files = check.copy(only, limit);
    System.out.println(files + " sources");
    boolean good = true;
    for (String mode : MODES) {
      check.compile(mode, 2);
      long start = System.nanoTime();
      List<CacheVerdict> wrong = check.audit(mode);
      System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
      wrong.stream().limit(20).forEach(w -> System.out.println(w.path() + ": " + w.verdict() + ": " + w.message()));
      good &= wrong.isEmpty();
    }
    if (keep == null) {
      delete(folder);
    }
    System.exit(good ? 0 : 1);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Copies the library's sources; returns how many. */
  int copy(String only, int limit) throws IOException {
    List<SourceFile> files =
        SourceFile.library(oracle).stream().filter(f -> f.name().contains(only)).limit(limit).toList();
    Path library = oracle.library();
    for (SourceFile file : files) {
      Path to = folder.resolve(library.relativize(file.path()).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file.path(), to, StandardCopyOption.REPLACE_EXISTING);
    }
    return files.size();
  }

  /** Has the oracle make caches at three levels, in so many processes. */
  void compile(String mode, int workers) throws IOException, InterruptedException {
    Process process =
        oracle
            .process(
                "-m", "compileall", "-q", "-f", "-j", Integer.toString(workers), "-o", "0", "-o", "1", "-o", "2",
                "--invalidation-mode", mode, folder.toString())
            .redirectErrorStream(true)
            .start();
    // It speaks of each file that is meant not to compile.
    process.getInputStream().readAllBytes();
    process.waitFor();
  }

  /** Audits; returns the caches whose verdict is not the honest one. */
  List<CacheVerdict> audit(String mode) {
    AuditReport report =
        Audit.run(List.of(folder), AuditOptions.DEFAULT, Audit.Listener.NONE);
    Verdict honest = mode.equals("unchecked-hash") ? Verdict.UNCHECKED_HASH : Verdict.MATCH;
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    report.caches().forEach(c -> counts.merge(c.verdict(), 1, Integer::sum));
    System.out.println(mode + ": " + report.caches().size() + " caches " + counts);
    return report.caches().stream()
        .filter(c -> c.verdict() != honest || !Boolean.TRUE.equals(c.codeMatches()))
        .toList();
  }
}
